package dev.connections.examples.backend.html;

/** A list of names and values. Confined to the thread that makes the page. */
public final class Facts implements Html {
    private final Element list = Element.of("dl").with("class", "facts");

    /**
     * Appends a value.
     *
     * @param name its name
     * @param value the value
     * @return this
     */
    public Facts with(String name, Html value) {
        list.add(Tags.div("fact", Element.of("dt").text(name), Element.of("dd").add(value)));
        return this;
    }

    /**
     * Appends a text.
     *
     * @param name its name
     * @param value the text; an empty one is shown as a dash
     * @return this
     */
    public Facts with(String name, String value) {
        return with(name, Html.text(value.isEmpty() ? "–" : value));
    }

    @Override
    public void writeTo(StringBuilder out) {
        list.writeTo(out);
    }
}
