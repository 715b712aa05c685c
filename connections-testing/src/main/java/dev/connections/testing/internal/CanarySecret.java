package dev.connections.testing.internal;

import dev.connections.Secret;
import java.security.SecureRandom;

/** Makes secrets that are recognized wherever they are printed. */
public final class CanarySecret {
    /** What each of them begins with. */
    public static final String MARKER = "CANARY-";

    /** 142 bits. */
    private static final int LENGTH = 24;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CanarySecret() {}

    /**
     * Returns a new secret.
     *
     * @param kind what it is, in lower-case letters and hyphens; part of the text
     * @return the secret
     */
    public static Secret of(String kind) {
        return Secret.of(text(kind));
    }

    /**
     * Returns the text of a new secret.
     *
     * @param kind as in {@link #of}
     * @return the text
     */
    public static String text(String kind) {
        var text = new StringBuilder(MARKER).append(kind).append('-');
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return text.toString();
    }
}
