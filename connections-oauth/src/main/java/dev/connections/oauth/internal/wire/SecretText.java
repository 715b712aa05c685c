package dev.connections.oauth.internal.wire;

import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import java.util.Map;

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

    /** Returns a part of a pending flow. */
    public static Secret part(Map<String, Secret> parts, String name) {
        Secret part = parts.get(name);
        if (part == null) {
            throw new ConnectionSecurityException(
                    "flow_incomplete",
                    "the pending authorization lacks its " + name + "; begin the authorization again",
                    null);
        }
        return part;
    }

    /** Opens a sealed text. */
    public static String open(Secret sealed) {
        return sealed.reveal().substring(MARK.length());
    }
}
