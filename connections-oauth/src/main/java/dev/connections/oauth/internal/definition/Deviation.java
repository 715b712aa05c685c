package dev.connections.oauth.internal.definition;

/** What a definition does against the standard: it says why, and where that is written. */
final class Deviation {
    private Deviation() {}

    static Document document(String reason, String source) {
        return Document.EMPTY.with("reason", reason).with("source", source);
    }

    /** Returns the reason with its source. */
    static String explained(Document document) {
        return text(document, "reason") + " (" + text(document, "source") + ")";
    }

    private static String text(Document document, String member) {
        return document.text(member)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Wrong.definition(
                        "deviation_unexplained",
                        "a deviation from the standard has no " + member
                                + "; say what the server does and where that is written"));
    }
}
