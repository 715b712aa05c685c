package dev.connections.oauth.internal.wire;

import dev.connections.Secret;
import java.util.Collection;

/** Makes text that a server sent fit for messages and logs: one line, no tricks, short, and free of our secrets. */
public final class ForeignText {
    /** Characters kept of a text (house rule for foreign text in messages). */
    public static final int LONGEST = 200;

    private static final String REDACTED = "[redacted]";

    private ForeignText() {}

    /**
     * Puts a space for white space, drops other control, format and bidirectional characters and lone surrogates,
     * replaces each secret that the server echoed, and cuts at {@value #LONGEST} characters.
     *
     * @param text what the server sent
     * @param secrets what we sent to it
     */
    public static String clean(String text, Collection<Secret> secrets) {
        String clean = withoutTricks(text);
        for (Secret each : secrets) {
            clean = without(clean, each.reveal());
        }
        return clean.length() <= LONGEST ? clean : cut(clean);
    }

    private static String withoutTricks(String text) {
        var out = new StringBuilder(Math.min(text.length(), 1024));
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(ForeignText::isPlain)
                .forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String without(String text, String secret) {
        if (secret.isEmpty()) {
            return text;
        }
        return text.replace(secret, REDACTED).replace(FormEncoding.encode(secret), REDACTED);
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }
}
