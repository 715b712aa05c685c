package dev.connections.examples.backend.html;

import java.util.List;

/** A part of a page. Markup comes from {@link Element} alone; whatever else is written is escaped. */
public interface Html {
    /**
     * Writes the part.
     *
     * @param out where to
     */
    void writeTo(StringBuilder out);

    /**
     * Returns a text.
     *
     * @param text any text, shown as it is
     * @return the part
     */
    static Html text(String text) {
        return out -> Escape.text(text, out);
    }

    /**
     * Joins parts.
     *
     * @param parts the parts, in order
     * @return the part
     */
    static Html all(List<? extends Html> parts) {
        List<Html> copy = List.copyOf(parts);
        return out -> copy.forEach(part -> part.writeTo(out));
    }

    /** {@return a part that shows nothing} */
    static Html nothing() {
        return out -> {};
    }
}
