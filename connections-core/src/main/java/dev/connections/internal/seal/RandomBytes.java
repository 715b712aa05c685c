package dev.connections.internal.seal;

import java.security.SecureRandom;

/** Unpredictable bytes. */
final class RandomBytes {
    private static final SecureRandom SOURCE = new SecureRandom();

    private RandomBytes() {}

    static byte[] of(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }
}
