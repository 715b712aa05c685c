package dev.connections.manifest.internal.json;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A text, where its values start, and what of it is not JSON. Immutable as long as nobody writes into the bytes.
 */
public final class Document {
    private final byte[] text;
    private final int[] tape;
    private final boolean fragment;
    private final Scanned.Flawed flawed;
    private final int maxDepth;

    Document(byte[] text, Scanned scanned, int maxDepth) {
        this.text = text;
        this.tape = scanned.tape();
        this.fragment = scanned.fragment();
        this.flawed = scanned.flawed();
        this.maxDepth = maxDepth;
    }

    /**
     * Reads UTF-8 text, which must be well-formed ({@link Utf8}).
     *
     * @throws dev.connections.manifest.ManifestException if containers nest deeper than {@code maxDepth}
     *     ({@code too_deep})
     */
    public static Document scan(byte[] utf8, int maxDepth) {
        Scanned scanned = PlainScanner.scan(utf8, maxDepth).orElseGet(() -> new Scanner(utf8, maxDepth).scan());
        return new Document(utf8, scanned, maxDepth);
    }

    /** The limit under which it was read. */
    public int maxDepth() {
        return maxDepth;
    }

    /** The bytes themselves, not a copy. */
    public byte[] text() {
        return text;
    }

    /** The outermost value; none in an empty text. */
    public Optional<Node> root() {
        return tape.length == 0 ? Optional.empty() : Optional.of(new Node(this, 0));
    }

    /** What is not JSON, and the two kinds that are better written otherwise. */
    public List<Flaw> flaws() {
        return flawed.listed();
    }

    /** How many flaws there are beyond those listed. */
    public int unlistedFlaws() {
        return flawed.unlisted();
    }

    /** Tells whether the text is JSON. */
    public boolean json() {
        return flawed.json();
    }

    /** Tells whether the outermost braces are missing, so that the text is a part of something. */
    public boolean fragment() {
        return fragment;
    }

    /** Every object of the text, outermost and first ones first. */
    public Iterable<Node> objects() {
        return objectsWithout(new BitSet());
    }

    /** Every object but those at these slots and what is in them. */
    public Iterable<Node> objectsWithout(BitSet slots) {
        return () -> new ObjectIterator(this, tape.length, slots);
    }

    /** Tells whether the value at this slot is an object or an array. */
    public boolean container(int slot) {
        return (slot == 0 && fragment) || (tape[slot] >= 0 && bracket(text[tape[slot]]));
    }

    /** Tells whether the value at this slot is an object. */
    public boolean object(int slot) {
        return (slot == 0 && fragment) || (tape[slot] >= 0 && text[tape[slot]] == '{');
    }

    private static boolean bracket(byte b) {
        return b == '{' || b == '[';
    }

    /** True if the text ends, or something else stands, where the value of this slot belongs. */
    boolean missing(int slot) {
        return tape[slot] < 0;
    }

    /** Offset of the first byte of the value at this slot. */
    public int start(int slot) {
        int offset = tape[slot];
        return offset < 0 ? ~offset : offset;
    }

    int end(int slot) {
        int start = start(slot);
        if (missing(slot)) {
            return start;
        }
        if (container(slot)) {
            return tape[slot + 1];
        }
        return Tokens.quoted(text, start) ? Tokens.stringEnd(text, start) : Tokens.wordEnd(text, start);
    }

    /** Slot behind the value at this slot. */
    public int next(int slot) {
        return container(slot) ? tape[slot + 2] : slot + 1;
    }

    /** Slot behind this one in order of the text: the first item of a container. */
    public int inner(int slot) {
        return container(slot) ? slot + Tape.HEAD : slot + 1;
    }

    /** Tells whether an object at this slot starts with a member of this name whose value is a string of other letters. */
    boolean startsWithAnother(int slot, String asciiName, String ascii) {
        int name = slot + Tape.HEAD;
        if (!object(slot) || name >= next(slot) || missing(name) || missing(name + 1)) {
            return false;
        }
        int value = tape[name + 1] + 1;
        if (text[value - 1] != '"' || !Tokens.quotes(text, tape[name], asciiName)) {
            return false;
        }
        return !Tokens.quotes(text, value - 1, ascii) && !Tokens.escaped(text, value);
    }
}
