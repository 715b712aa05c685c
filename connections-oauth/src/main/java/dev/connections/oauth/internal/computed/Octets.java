package dev.connections.oauth.internal.computed;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a part of a formula comes to: bytes, which are those of a text unless a digest made them. Prints nothing. */
final class Octets {
    private final byte[] bytes;

    Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    static Octets of(String text) {
        return new Octets(text.getBytes(UTF_8));
    }

    /** Returns the bytes themselves, which nobody here changes. */
    byte[] bytes() {
        return bytes;
    }

    String text() {
        return new String(bytes, UTF_8);
    }

    @Override
    public String toString() {
        return "Octets";
    }
}
