package dev.connections.manifest.internal.text;

/** Quotes text of a file in a message. */
public final class Quote {
    /** More than that helps nobody who reads. */
    private static final int LIMIT = 200;

    private Quote() {}

    /** Returns the text in double quotes: cut, without control and direction characters; a secret is not shown. */
    public static String of(String text) {
        if (Secrets.value(text)) {
            return "a value that looks like a secret (not shown)";
        }
        StringBuilder clean = new StringBuilder("\"");
        text.codePoints().filter(Quote::shown).limit(LIMIT).forEach(clean::appendCodePoint);
        return clean.append(text.length() > LIMIT ? "…\"" : "\"").toString();
    }

    /** Returns the text without control and direction characters. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().filter(Quote::shown).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean shown(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
