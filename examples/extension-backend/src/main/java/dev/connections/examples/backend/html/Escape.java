package dev.connections.examples.backend.html;

/** Turns every character that could end a text or an attribute value into a reference, and drops what HTML forbids. */
final class Escape {
    private Escape() {}

    static void text(String text, StringBuilder out) {
        text.codePoints().filter(Escape::shown).forEach(character -> write(character, out));
    }

    private static boolean shown(int character) {
        return character == '\n' || character == '\t' || !Character.isISOControl(character);
    }

    private static void write(int character, StringBuilder out) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(character);
        }
    }
}
