package dev.connections.oauth.internal.wire;

import dev.connections.Secret;

/**
 * Any text as a {@link Secret} that is stored sealed, and back. The mark in front keeps texts that look like a mask: a
 * scope may well be {@code *}.
 */
public final class SecretText {
    private static final String MARK = "=";

    private SecretText() {}

    /** Seals a text. */
    public static Secret seal(String text) {
        return Secret.of(MARK + text);
    }

    /** Opens a sealed text. */
    public static String open(Secret sealed) {
        return sealed.reveal().substring(MARK.length());
    }
}
