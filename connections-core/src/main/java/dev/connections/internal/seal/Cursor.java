package dev.connections.internal.seal;

import dev.connections.internal.seal.SealedText.Unreadable;
import java.util.Arrays;

/** A place in bytes that moves forward. Confined to one thread. */
final class Cursor {
    private static final int MOST_DIGITS = 9;

    private final byte[] text;
    private int at;

    Cursor(byte[] text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length;
    }

    void skip(byte[] expected) throws Unreadable {
        check(startsWith(expected));
        at += expected.length;
    }

    /** {@return the bytes up to the next quote, where {@code end} must stand; moves behind it} */
    byte[] until(byte[] end) throws Unreadable {
        int from = at;
        while (at < text.length && text[at] != '"') {
            at++;
        }
        byte[] found = Arrays.copyOfRange(text, from, at);
        skip(end);
        return found;
    }

    /** {@return a number of one to nine digits without leading zero} */
    long number() throws Unreadable {
        int from = at;
        long number = 0;
        while (at < text.length && at - from < MOST_DIGITS && text[at] >= '0' && text[at] <= '9') {
            number = number * 10 + text[at++] - '0';
        }
        check(at > from && text[from] != '0');
        return number;
    }

    void check(boolean fine) throws Unreadable {
        Unreadable.unless(fine);
    }

    private boolean startsWith(byte[] expected) {
        return text.length - at >= expected.length
                && Arrays.equals(text, at, at + expected.length, expected, 0, expected.length);
    }
}
