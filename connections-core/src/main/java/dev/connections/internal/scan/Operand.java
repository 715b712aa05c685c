package dev.connections.internal.scan;

import java.util.Set;

/**
 * Tells whether a slash in JavaScript begins a regular expression, from what stands in front of it. After a closing
 * parenthesis, brace or angle bracket it does not: there it is division or markup far more often.
 */
final class Operand {
    private static final String BEFORE = "(,=:[!&|?{;+-*%~^>";
    private static final Set<String> WORDS = Set.of(
            "return", "typeof", "case", "delete", "void", "throw", "new", "in", "of", "else", "do", "await", "yield");
    private static final int LONGEST_WORD = 6;

    private final String text;
    private char last;
    private int wordStart;
    private int wordEnd;
    /** No regular expression ends before this offset. */
    private int barren;

    Operand(String text) {
        this.text = text;
        apart();
    }

    /** An operand may begin here. */
    void apart() {
        last = ';';
    }

    /** An operand ended. */
    void ended() {
        last = ')';
    }

    /** A character of code. */
    void code(char c, int at) {
        if (Prefix.word(c) && wordEnd != at) {
            wordStart = at;
        }
        if (Prefix.word(c)) {
            wordEnd = at + 1;
        }
        if (!Character.isWhitespace(c)) {
            last = c;
        }
    }

    /** The offset behind the regular expression that begins with the slash at an offset, or -1. */
    int expressionEnd(int slash, int end) {
        if (slash < barren || !mayBegin()) {
            return -1;
        }
        boolean inClass = false;
        int i = slash + 1;
        while (i < end && !CodeReader.newLine(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '/' && !inClass) {
                return i + 1;
            }
            inClass = c == '[' || (inClass && c != ']');
            i += c == '\\' ? 2 : 1;
        }
        barren = i; // so that a line is searched to its end only once
        return -1;
    }

    private boolean mayBegin() {
        return BEFORE.indexOf(last) >= 0 || (Prefix.word(last) && keyword());
    }

    private boolean keyword() {
        return wordEnd - wordStart <= LONGEST_WORD && WORDS.contains(text.substring(wordStart, wordEnd));
    }
}
