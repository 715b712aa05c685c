package dev.connections.internal.scan;

/** The last characters of code, without the blanks that mean nothing. Confined to one call. */
final class Squeezed {
    private static final int KEPT = 512;

    private final StringBuilder tail = new StringBuilder();
    private boolean gap;

    /** The code on its own. */
    static String of(String code) {
        var squeezed = new Squeezed();
        code.chars().forEach(c -> squeezed.add((char) c));
        return squeezed.tail.toString();
    }

    void add(char c) {
        if (blank(c)) {
            gap = true;
            return;
        }
        if (gap && Prefix.word(c) && !tail.isEmpty() && Prefix.word(tail.charAt(tail.length() - 1))) {
            tail.append(' ');
        }
        gap = false;
        tail.append(c);
        if (tail.length() > 2 * KEPT) {
            tail.delete(0, tail.length() - KEPT);
        }
    }

    void add(String code) {
        code.chars().forEach(c -> add((char) c));
    }

    void gap() {
        gap = true;
    }

    void clear() {
        tail.setLength(0);
    }

    CharSequence tail() {
        return tail;
    }

    static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }
}
