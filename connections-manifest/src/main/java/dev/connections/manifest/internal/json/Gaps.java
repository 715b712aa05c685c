package dev.connections.manifest.internal.json;

import java.util.Iterator;
import java.util.List;

/** Passes over what stands between tokens and notes what of it is not JSON's. */
final class Gaps {
    private static final byte DELETE = 0x7F;
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final byte[] text;
    private final Flaws flaws;
    private final Iterator<Range> numbers;
    private int numberAt;
    private int numberEnd;

    Gaps(byte[] text, Flaws flaws, List<Range> lineNumbers) {
        this.text = text;
        this.flaws = flaws;
        this.numbers = lineNumbers.iterator();
        nextNumber();
    }

    /** Offset of the next token at or behind {@code from}. */
    int skip(int from) {
        int at = Blanks.skip(text, from);
        while (at < text.length && suspicious(text[at])) {
            int behind = oddity(at);
            if (behind == at) {
                return at;
            }
            at = Blanks.skip(text, behind);
        }
        return at;
    }

    /** Most tokens start with a byte that cannot start anything odd; this test is all they cost. */
    private boolean suspicious(byte b) {
        if (b >= '0') {
            return b == DELETE || (b <= '9' && numberAt != NOWHERE);
        }
        return b != '"' && b != ',';
    }

    /** Offset behind the comment, foreign blank or line number at {@code at}; the same offset if there is none. */
    private int oddity(int at) {
        if (at == numberAt) {
            return lineNumber();
        }
        if (Blanks.comment(text, at)) {
            int end = Blanks.commentEnd(text, at);
            flaws.add(FlawKind.COMMENT, at, end);
            return end;
        }
        int length = Blanks.foreign(text, at);
        if (length > 0) {
            flaws.add(FlawKind.FOREIGN_BLANK, at, at + length);
        }
        return at + length;
    }

    private int lineNumber() {
        int end = numberEnd;
        flaws.add(FlawKind.LINE_NUMBERS, numberAt, end);
        nextNumber();
        return end;
    }

    private void nextNumber() {
        Range next = numbers.hasNext() ? numbers.next() : new Range(NOWHERE, NOWHERE);
        numberAt = next.start();
        numberEnd = next.end();
    }
}
