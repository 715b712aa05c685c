package dev.connections.manifest.internal.json;

import org.jspecify.annotations.Nullable;

/** Unquoted runs: numbers, the three literals, and everything that is neither. */
final class Words {
    private static final int DOTS = 3;

    private Words() {}

    /** What the run is; {@link Kind#BROKEN} if it is no JSON. */
    static Kind kind(byte[] text, int start, int end) {
        return switch (text[start]) {
            case 't' -> Tokens.is(text, start, end, "true") ? Kind.TRUE : Kind.BROKEN;
            case 'f' -> Tokens.is(text, start, end, "false") ? Kind.FALSE : Kind.BROKEN;
            case 'n' -> Tokens.is(text, start, end, "null") ? Kind.NULL : Kind.BROKEN;
            default -> Tokens.number(text, start, end) ? Kind.NUMBER : Kind.BROKEN;
        };
    }

    /** What is wrong with the run, null if nothing. */
    static @Nullable FlawKind flaw(byte[] text, int start, int end) {
        if (kind(text, start, end) != Kind.BROKEN) {
            return null;
        }
        if (ellipsisLength(text, start) > 0) {
            return FlawKind.ELLIPSIS;
        }
        return numberLike(text[start]) ? FlawKind.NUMBER_SHAPE : FlawKind.LITERAL_UNKNOWN;
    }

    private static boolean numberLike(byte first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    /** Length of the three dots, or of the one character for them, that stand here; 0 if they do not. */
    static int ellipsisLength(byte[] text, int at) {
        if ((text[at] != '.' && text[at] != (byte) 0xE2) || at + DOTS > text.length) {
            return 0;
        }
        boolean dots = text[at] == '.' && text[at + 1] == '.' && text[at + 2] == '.';
        boolean one = text[at] == (byte) 0xE2 && text[at + 1] == (byte) 0x80 && text[at + 2] == (byte) 0xA6;
        return dots || one ? DOTS : 0;
    }
}
