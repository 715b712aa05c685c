package dev.connections.manifest.internal.json;

import java.util.List;
import java.util.Optional;

/**
 * Reads a text that is JSON to its last byte, as nearly all are, and gives up at the first byte that is not: {@link Scanner}
 * then reads it from the start and says what is wrong. Confined to one call.
 */
final class PlainScanner {
    private static final Scanned.Flawed FLAWLESS = new Scanned.Flawed(List.of(), 0, true);
    /** Behind every text: whatever is looked for there is not there. */
    private static final int GAVE_UP = Integer.MAX_VALUE;
    /** Each level is a call; deeper texts are read without. */
    private static final int MOST_CALLS = 200;

    private final byte[] text;
    private final int maxDepth;
    private final Tape tape;

    private PlainScanner(byte[] text, int maxDepth) {
        this.text = text;
        this.maxDepth = Math.min(maxDepth, MOST_CALLS);
        this.tape = new Tape(text.length);
    }

    /** What the scanner would find; empty unless that is nothing but values. */
    static Optional<Scanned> scan(byte[] text, int maxDepth) {
        PlainScanner plain = new PlainScanner(text, maxDepth);
        int end = Blanks.skip(text, plain.value(Blanks.skip(text, 0), 0));
        return end == text.length ? Optional.of(new Scanned(plain.tape.toArray(), false, FLAWLESS)) : Optional.empty();
    }

    /** Takes the value that starts here, and returns the offset behind it. */
    private int value(int at, int depth) {
        if (at >= text.length || tape.full()) {
            return GAVE_UP;
        }
        return switch (text[at]) {
            case '"' -> string(at);
            case '{' -> object(at, depth + 1);
            case '[' -> array(at, depth + 1);
            default -> word(at);
        };
    }

    private int string(int at) {
        tape.scalar(at);
        int end = Tokens.plain(text, at + 1);
        return is(end, '"') ? end + 1 : GAVE_UP;
    }

    private int word(int at) {
        tape.scalar(at);
        int end = Tokens.wordEnd(text, at);
        return Words.kind(text, at, end) == Kind.BROKEN ? GAVE_UP : end;
    }

    private int object(int start, int depth) {
        if (depth > maxDepth) {
            return GAVE_UP;
        }
        int slot = tape.open(start);
        int at = Blanks.skip(text, start + 1);
        if (!is(at, '}')) {
            at = member(at, depth);
            while (is(at, ',')) {
                at = member(Blanks.skip(text, at + 1), depth);
            }
        }
        return close(slot, at, '}');
    }

    /** Takes a member, and returns where the next token is. */
    private int member(int at, int depth) {
        if (!is(at, '"')) {
            return GAVE_UP;
        }
        int colon = Blanks.skip(text, string(at));
        return is(colon, ':') ? Blanks.skip(text, value(Blanks.skip(text, colon + 1), depth)) : GAVE_UP;
    }

    private int array(int start, int depth) {
        if (depth > maxDepth) {
            return GAVE_UP;
        }
        int slot = tape.open(start);
        int at = Blanks.skip(text, start + 1);
        if (!is(at, ']')) {
            at = Blanks.skip(text, value(at, depth));
            while (is(at, ',')) {
                at = Blanks.skip(text, value(Blanks.skip(text, at + 1), depth));
            }
        }
        return close(slot, at, ']');
    }

    private int close(int slot, int at, char bracket) {
        if (!is(at, bracket)) {
            return GAVE_UP;
        }
        tape.close(slot, at + 1);
        return at + 1;
    }

    private boolean is(int at, char token) {
        return at < text.length && text[at] == token;
    }
}
