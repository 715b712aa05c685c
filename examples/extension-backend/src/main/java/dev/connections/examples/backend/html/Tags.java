package dev.connections.examples.backend.html;

/** Short names for the elements that pages are made of. */
public final class Tags {
    private Tags() {}

    /**
     * Returns a block of a class.
     *
     * @param styles class names of the style sheet
     * @param parts what it holds
     * @return the element
     */
    public static Element div(String styles, Html... parts) {
        return Element.of("div").with("class", styles).add(parts);
    }

    /**
     * Returns a section with a heading.
     *
     * @param heading the heading
     * @param parts what follows
     * @return the element
     */
    public static Element section(String heading, Html... parts) {
        return Element.of("section")
                .with("class", "card")
                .add(Element.of("h2").text(heading))
                .add(parts);
    }

    /**
     * Returns a paragraph.
     *
     * @param text its text
     * @return the element
     */
    public static Element p(String text) {
        return Element.of("p").text(text);
    }

    /**
     * Returns a paragraph in a quiet colour.
     *
     * @param text its text
     * @return the element
     */
    public static Element hint(String text) {
        return p(text).with("class", "hint");
    }

    /**
     * Returns a link.
     *
     * @param target a path of this site or a web address
     * @param text its text
     * @return the element
     */
    public static Element link(String target, String text) {
        return Element.of("a").with("href", target).text(text);
    }

    /**
     * Returns code or a name as a machine reads it.
     *
     * @param text the text
     * @return the element
     */
    public static Element code(String text) {
        return Element.of("code").text(text);
    }

    /**
     * Returns a text of a class.
     *
     * @param styles class names of the style sheet
     * @param text the text
     * @return the element
     */
    public static Element span(String styles, String text) {
        return Element.of("span").with("class", styles).text(text);
    }
}
