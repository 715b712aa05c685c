package dev.connections.manifest.internal.rule;

/**
 * Judges the bytes of strings where they stand. Errs on one side only: what it calls plain is, and what it does not may be,
 * too. Confined to one thread.
 */
final class PlainText {
    /** The string was not plain. */
    static final int NOT_PLAIN = -1;

    private static final int LONGEST = 50;
    private static final byte LINK_NAME = 1;
    private static final byte DISPLAY_NAME = 2;
    private static final byte SCOPE = 4;
    /** With the byte behind it, it may start what services hand out as secrets. */
    private static final byte STARTS_SECRET = 8;

    private static final byte[] CLASSES = classes();

    private final byte[] text;

    PlainText(byte[] text) {
        this.text = text;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        mark(classes, "abcdefghijklmnopqrstuvwxyz0123456789_", LINK_NAME);
        mark(classes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_- ", DISPLAY_NAME);
        mark(classes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:/", SCOPE);
        mark(classes, "1gxkSA-e: ", STARTS_SECRET);
        return classes;
    }

    private static void mark(byte[] classes, String characters, byte as) {
        characters.chars().forEach(c -> classes[c] |= as);
    }

    /** Returns the offset of the closing quote of a link name of the right shape that starts at this quote. */
    int linkName(int quote) {
        int end = run(quote + 1, LINK_NAME);
        return end != NOT_PLAIN && letter(quote + 1) ? end : NOT_PLAIN;
    }

    /** Returns the same for a name that people see. */
    int displayName(int quote) {
        int first = text[quote + 1] | 0x20;
        int end = run(quote + 1, DISPLAY_NAME);
        return first >= 'a' && first <= 'z' ? end : NOT_PLAIN;
    }

    /** Returns the same for a scope. */
    int scope(int quote) {
        return run(quote + 1, SCOPE);
    }

    /** Returns the same for an id of digits. */
    int digits(int quote) {
        int end = quote + 1;
        while (text[end] >= '0' && text[end] <= '9') {
            end++;
        }
        return text[end] == '"' && end > quote + 1 && end - quote <= LONGEST ? end : NOT_PLAIN;
    }

    private boolean letter(int at) {
        return text[at] >= 'a' && text[at] <= 'z';
    }

    /** Takes bytes of one class up to a quote: at least one, {@value #LONGEST} at most. The text is JSON, so it ends. */
    private int run(int start, byte of) {
        int at = start;
        int kinds = CLASSES[text[at] & 0xFF];
        while ((kinds & of) != 0) {
            if ((kinds & STARTS_SECRET) != 0 && startsSecret(at)) {
                return NOT_PLAIN;
            }
            at++;
            kinds = CLASSES[text[at] & 0xFF];
        }
        return text[at] == '"' && at > start && at - start <= LONGEST ? at : NOT_PLAIN;
    }

    /** See {@link dev.connections.manifest.internal.text.Secrets}: each pattern there starts with one of these. */
    private boolean startsSecret(int at) {
        byte next = text[at + 1];
        return switch (text[at]) {
            case '1' -> next == '0' && at(at + 2) == '0' && at(at + 3) == '0' && at(at + 4) == '.';
            case 'g' -> next == 'h' || (next == 'i' && at(at + 2) == 't' && at(at + 6) == '_');
            case 'x' -> next == 'o';
            case 'k' -> next == '_';
            case 'S' -> next == 'G';
            case 'A' -> next == 'K' || next == 'I';
            case '-' -> next == '-';
            case 'e' -> next == 'y';
            case ':' -> next == '/';
            case ' ' -> schemeBefore(at);
            default -> false;
        };
    }

    private byte at(int offset) {
        return offset < text.length ? text[offset] : 0;
    }

    /** Words that end like bearer, basic or a token's type. */
    private boolean schemeBefore(int blank) {
        int last = text[blank - 1] | 0x20;
        int before = text[blank - 2] | 0x20;
        return last == 'c' ? before == 'i' : before == 'e' && (last == 'r' || last == 'n');
    }
}
