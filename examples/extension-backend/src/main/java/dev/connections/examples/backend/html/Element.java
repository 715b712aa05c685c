package dev.connections.examples.backend.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element under construction. Names come from code and are checked; values and texts are escaped when they are written.
 * Confined to the thread that makes the page.
 */
public final class Element implements Html {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern SAFE_LINK = Pattern.compile("(?:/(?!/)|#|https?://).*", Pattern.DOTALL);
    private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Html> parts = new ArrayList<>();

    private Element(String name) {
        this.name = checked(name);
    }

    /**
     * Starts an element.
     *
     * @param name its name, a constant
     * @return the element
     */
    public static Element of(String name) {
        return new Element(name);
    }

    /**
     * Sets an attribute.
     *
     * @param attribute its name, a constant; neither an event handler nor a style
     * @param value any text; where the attribute is a link, a path of this site, a fragment or a web address
     * @return this
     */
    public Element with(String attribute, String value) {
        if (attribute.startsWith("on") || attribute.equals("style")) {
            throw new IllegalArgumentException(attribute + " holds code; put that into a file");
        }
        if (LINKS.contains(attribute) && !SAFE_LINK.matcher(value).matches()) {
            throw new IllegalArgumentException("the " + attribute + " of a " + name + " leads nowhere safe");
        }
        attributes.put(checked(attribute), value);
        return this;
    }

    /**
     * Sets an attribute that needs no value, such as {@code required}.
     *
     * @param attribute its name, a constant
     * @return this
     */
    public Element with(String attribute) {
        return with(attribute, "");
    }

    /**
     * Sets an attribute that needs no value if something holds.
     *
     * @param attribute its name, a constant
     * @param condition what must hold
     * @return this
     */
    public Element when(boolean condition, String attribute) {
        return condition ? with(attribute) : this;
    }

    /**
     * Appends a text.
     *
     * @param text any text
     * @return this
     */
    public Element text(String text) {
        parts.add(Html.text(text));
        return this;
    }

    /**
     * Appends parts.
     *
     * @param more the parts
     * @return this
     */
    public Element add(Html... more) {
        return addAll(List.of(more));
    }

    /**
     * Appends parts.
     *
     * @param more the parts
     * @return this
     */
    public Element addAll(List<? extends Html> more) {
        parts.addAll(more);
        return this;
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            Escape.text(value, out);
            out.append('"');
        });
        out.append('>');
        if (!VOID.contains(name)) {
            parts.forEach(part -> part.writeTo(out));
            out.append("</").append(name).append('>');
        }
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an element or attribute");
        }
        return name;
    }
}
