package dev.connections.internal.scan;

import java.util.ArrayDeque;

/**
 * Tells comments, strings and code apart, in time linear in the text whatever it holds. Confined to one call; ranges are read
 * one after the other.
 */
final class CodeReader {
    /** Longer strings name no connection. */
    static final int LONGEST_LITERAL = 100;

    private final String text;
    private final Syntax syntax;
    private final SourceParts parts;
    private final Operand operand;
    /** Braces that are open inside of each template placeholder that is open, innermost first. */
    private final ArrayDeque<Integer> placeholders = new ArrayDeque<>();

    private int at;
    private int end;

    CodeReader(String text, Syntax syntax, SourceParts parts) {
        this.text = text;
        this.syntax = syntax;
        this.parts = parts;
        this.operand = new Operand(text);
    }

    /** Reads a range on its own. */
    void read(int from, int to) {
        parts.apart();
        operand.apart();
        placeholders.clear();
        at = from;
        end = to;
        while (at < end) {
            next(text.charAt(at));
        }
    }

    private void next(char c) {
        if (comment(c) || quoted(c)) {
            return;
        }
        if (syntax == Syntax.SCRIPT && (expression(c) || brace(c))) {
            return;
        }
        operand.code(c, at);
        parts.code(c);
        at++;
    }

    private boolean comment(char c) {
        if (syntax == Syntax.HASH) {
            return c == '#' && skip(lineEnd(at));
        }
        return c == '/' && ((follows('/') && skip(lineEnd(at))) || (follows('*') && skip(blockEnd())));
    }

    private boolean skip(int to) {
        parts.comment(at, to);
        at = to;
        return true;
    }

    private boolean follows(char second) {
        return at + 1 < end && text.charAt(at + 1) == second;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < end && !newLine(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int blockEnd() {
        int i = at + 2;
        while (i + 1 < end && (text.charAt(i) != '*' || text.charAt(i + 1) != '/')) { // never beyond this piece of code
            i++;
        }
        return Math.min(i + 2, end);
    }

    private boolean quoted(char c) {
        if (c == '`' && syntax == Syntax.SCRIPT) {
            int start = ++at;
            template(start);
            return true;
        }
        if (c == '"' || c == '\'') {
            string(c);
            return true;
        }
        return false;
    }

    private void string(char quote) {
        int start = at + 1;
        int i = start;
        while (i < end && text.charAt(i) != quote && !newLine(text.charAt(i))) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        boolean closed = i < end && text.charAt(i) == quote;
        tell(start, closed ? i : -1);
        at = Math.min(closed ? i + 1 : i, end);
    }

    /** Reads on inside of a template, whose text is told only if it began here: {@code start} is not -1 then. */
    private void template(int start) {
        while (at < end && text.charAt(at) != '`') {
            if (text.charAt(at) == '$' && follows('{')) {
                placeholders.push(0);
                at += 2;
                tell(-1, -1);
                operand.apart();
                return;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        tell(start, at < end ? at : -1);
        at = Math.min(at + 1, end);
    }

    private void tell(int start, int close) {
        operand.ended();
        if (start < 0
                || close < 0
                || close - start > LONGEST_LITERAL
                || text.substring(start, close).contains("\\")) {
            parts.dynamic();
        } else {
            parts.literal(start, text.substring(start, close));
        }
    }

    private boolean expression(char c) {
        int close = c == '/' ? operand.expressionEnd(at, end) : -1;
        if (close < 0) {
            return false;
        }
        operand.ended();
        parts.dynamic();
        at = close;
        return true;
    }

    private boolean brace(char c) {
        if (placeholders.isEmpty() || (c != '{' && c != '}')) {
            return false;
        }
        int open = placeholders.pop();
        if (c == '}' && open == 0) {
            at++;
            template(-1);
            return true;
        }
        placeholders.push(c == '{' ? open + 1 : open - 1);
        return false;
    }

    static boolean newLine(char c) {
        return c == '\n' || c == '\r';
    }
}
