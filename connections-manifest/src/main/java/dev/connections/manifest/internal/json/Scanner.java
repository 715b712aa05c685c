package dev.connections.manifest.internal.json;

import dev.connections.manifest.ManifestException;

/**
 * Reads a text once, from front to back, and notes where each value starts.
 *
 * <p>What is not JSON becomes a flaw and reading goes on behind it: every step takes at least one byte, so time is
 * linear whatever the text holds. Nesting is counted, not recursed. Confined to one call.
 */
final class Scanner {
    /** What may come next in the innermost container. */
    private enum State {
        FIRST,
        AFTER_ITEM,
        AFTER_COMMA
    }

    private final byte[] text;
    private final Tape tape;
    private final Trail trail;
    private final Flaws flaws;
    private final Gaps gaps;
    private final StringScanner strings;
    private State state = State.FIRST;
    private boolean fragment;
    private int at;
    private int commaAt;
    /** Offset behind the last token, where a missing comma or colon belongs. */
    private int behind;

    Scanner(byte[] text, int maxDepth) {
        this.text = text;
        this.tape = new Tape(text.length);
        this.trail = new Trail(text, maxDepth);
        this.flaws = new Flaws(trail);
        this.gaps = new Gaps(text, flaws, LineNumbers.in(text));
        this.strings = new StringScanner(text, flaws);
    }

    Scanned scan() {
        at = markLength();
        skip();
        if (at == text.length) {
            flaws.add(FlawKind.EMPTY_FILE, at, at);
        } else {
            root();
            while (trail.depth() > 0) {
                step();
            }
            rest();
        }
        return new Scanned(tape.toArray(), fragment, flaws.result());
    }

    private int markLength() {
        boolean marked = text.length > 2 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        if (!marked) {
            return 0;
        }
        flaws.add(FlawKind.BYTE_ORDER_MARK, 0, 3);
        return 3;
    }

    private void skip() {
        behind = at;
        at = gaps.skip(at);
    }

    private void root() {
        if (Tokens.quoted(text, at) && colonBehind(Tokens.stringEnd(text, at))) {
            fragment = true;
            flaws.add(FlawKind.BRACES_MISSING, at, Tokens.stringEnd(text, at));
            trail.push(tape.open(at), true);
        } else {
            value();
        }
    }

    private boolean colonBehind(int end) {
        int next = Blanks.skip(text, end);
        return next < text.length && text[next] == ':';
    }

    /** Takes one item, comma or closing bracket of the innermost container. */
    private void step() {
        skip();
        if (tape.full()) {
            throw tooMany();
        }
        if (at == text.length) {
            endOfText();
            return;
        }
        switch (text[at]) {
            case ',' -> comma();
            case '}', ']' -> close();
            default -> item();
        }
    }

    private void comma() {
        if (state == State.AFTER_ITEM) {
            state = State.AFTER_COMMA;
            commaAt = at;
        } else {
            flaws.add(FlawKind.COMMA_EXTRA, at, at + 1);
        }
        at++;
    }

    private void close() {
        int levels = trail.levelsClosedBy(text[at] == '}', fragment ? 1 : 0);
        if (levels == 0) {
            flaws.add(FlawKind.BRACKET_EXTRA, at, at + 1);
            at++;
            return;
        }
        for (int level = 1; level < levels; level++) {
            leaveOpen();
        }
        noteTrailingComma();
        at++;
        leave();
    }

    private void leaveOpen() {
        int start = tape.offset(trail.innermost());
        noteTrailingComma();
        flaws.add(FlawKind.BRACKET_OPEN, start, start + 1);
        leave();
    }

    private void leave() {
        tape.close(trail.pop(), at);
        state = State.AFTER_ITEM;
    }

    private void noteTrailingComma() {
        if (state == State.AFTER_COMMA) {
            flaws.add(FlawKind.TRAILING_COMMA, commaAt, commaAt + 1);
        }
    }

    private void endOfText() {
        if (fragment && trail.depth() == 1) {
            noteTrailingComma();
            leave();
        } else {
            leaveOpen();
        }
    }

    private void item() {
        if (state == State.AFTER_ITEM) {
            flaws.add(FlawKind.COMMA_MISSING, behind, behind);
        }
        int dots = Words.ellipsisLength(text, at);
        if (dots > 0) {
            flaws.add(FlawKind.ELLIPSIS, at, at + dots);
            at += dots;
            state = State.AFTER_ITEM;
        } else if (trail.inObject()) {
            member();
        } else {
            trail.nextElement();
            value();
        }
    }

    private void member() {
        boolean named = name();
        skip();
        if (at < text.length && text[at] == ':') {
            at++;
            skip();
        } else if (named) {
            flaws.addToItem(FlawKind.COLON_MISSING, behind, behind);
        }
        if (at == text.length || text[at] == ',' || text[at] == '}' || text[at] == ']') {
            flaws.addToItem(FlawKind.VALUE_MISSING, behind, behind);
            tape.missing(behind);
            state = State.AFTER_ITEM;
        } else {
            value();
        }
    }

    /** Takes the name of a member; false if a value stands in its place. */
    private boolean name() {
        if (text[at] == ':' || text[at] == '{' || text[at] == '[') {
            flaws.add(FlawKind.NAME_MISSING, at, at + 1);
            tape.missing(at);
            trail.unnamed();
            return false;
        }
        tape.scalar(at);
        trail.name(at);
        if (Tokens.quoted(text, at)) {
            at = strings.take(at);
        } else {
            int end = Tokens.wordEnd(text, at);
            flaws.addToItem(FlawKind.NAME_UNQUOTED, at, end);
            at = end;
        }
        return true;
    }

    private void value() {
        byte b = text[at];
        if (b == '{' || b == '[') {
            open();
            return;
        }
        tape.scalar(at);
        at = Tokens.quoted(text, at) ? strings.take(at) : word();
        state = State.AFTER_ITEM;
    }

    private void open() {
        if (trail.full()) {
            Position where = Positions.of(text, at);
            throw new ManifestException(
                    "too_deep",
                    where + ": the value here is nested deeper than the limit; a plugin manifest needs fewer than ten"
                            + " levels, so look for brackets that are not closed, or raise ReadLimits.maxDepth",
                    null);
        }
        trail.push(tape.open(at), text[at] == '{');
        state = State.FIRST;
        at++;
    }

    private ManifestException tooMany() {
        return new ManifestException(
                "too_many_values",
                Positions.of(text, at)
                        + ": there are more than a million values up to here, and hardly any text between them;"
                        + " a plugin manifest is nothing like it, so check that this is one",
                null);
    }

    private int word() {
        int end = Tokens.wordEnd(text, at);
        FlawKind flaw = Words.flaw(text, at, end);
        if (flaw != null) {
            flaws.addToItem(flaw, at, end);
        }
        return end;
    }

    private void rest() {
        skip();
        if (at < text.length) {
            boolean another = text[at] == '{' || text[at] == '[';
            flaws.add(another ? FlawKind.SECOND_VALUE : FlawKind.TEXT_AFTER_END, at, Blanks.trimmedEnd(text, at));
        }
    }
}
