package dev.connections.manifest.internal.json;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One value of a document. Made when asked for, so keep the document rather than nodes; confined to one thread. */
public final class Node {
    private static final int UNKNOWN = -1;

    private final Document document;
    private final int slot;
    private int end = UNKNOWN;
    private @Nullable String text;

    Node(Document document, int slot) {
        this.document = document;
        this.slot = slot;
    }

    /** Whose value it is. */
    public Document document() {
        return document;
    }

    /** Where the document keeps it. */
    public int slot() {
        return slot;
    }

    /** What the value is. */
    public Kind kind() {
        if (document.missing(slot)) {
            return Kind.BROKEN;
        }
        if (document.container(slot)) {
            return document.object(slot) ? Kind.OBJECT : Kind.ARRAY;
        }
        byte[] text = document.text();
        return Tokens.quoted(text, start()) ? Kind.STRING : Words.kind(text, start(), end());
    }

    /** Tells whether the value is of this kind. */
    public boolean is(Kind kind) {
        return kind() == kind;
    }

    /** What stands behind this in the same container, such as a member's value behind its name. */
    Node following() {
        return new Node(document, document.next(slot));
    }

    /** Offset of the first byte. */
    public int start() {
        return document.start(slot);
    }

    /** Offset behind the last byte. */
    public int end() {
        if (end == UNKNOWN) {
            end = document.end(slot);
        }
        return end;
    }

    /** The bytes of the value, as written. */
    public Range range() {
        return new Range(start(), end());
    }

    /** What a string says, escapes resolved; any other value as it is written. */
    public String text() {
        String said = text;
        if (said == null) {
            said = is(Kind.STRING) ? Strings.decode(document.text(), start(), end()) : raw();
            text = said;
        }
        return said;
    }

    /** The value as it is written. */
    public String raw() {
        return Tokens.text(document.text(), start(), end());
    }

    /** Tells whether this is a string that says exactly this ASCII text; compares in place where it can. */
    public boolean says(String ascii) {
        if (document.missing(slot)) {
            return false;
        }
        byte[] bytes = document.text();
        int first = start() + 1;
        int last = first + ascii.length();
        if (bytes[first - 1] == '"' && last < bytes.length && bytes[last] == '"') {
            return Tokens.is(bytes, first, last, ascii);
        }
        return escaped() && is(Kind.STRING) && text().equals(ascii);
    }

    /** Tells whether two strings of one document say the same, however they are written. */
    boolean saysSame(Node other) {
        int length = end() - start();
        if (length == other.end() - other.start()) {
            byte[] bytes = document.text();
            int start = other.start();
            return Arrays.equals(bytes, start(), end(), bytes, start, start + length) || sameUnescaped(other);
        }
        return sameUnescaped(other);
    }

    private boolean sameUnescaped(Node other) {
        return (escaped() || other.escaped()) && text().equals(other.text());
    }

    /** True if the token may say something else than its bytes show. */
    private boolean escaped() {
        byte[] bytes = document.text();
        return bytes[start()] != '"' || Tokens.plain(bytes, start() + 1) + 1 < end();
    }

    /** The first byte behind the quote of a string; not a letter if it is escaped. */
    public byte firstByte() {
        byte[] bytes = document.text();
        return start() + 1 < bytes.length ? bytes[start() + 1] : 0;
    }

    /** The items of an array in order; nothing for any other value. */
    public Iterable<Node> elements() {
        return () -> items(Kind.ARRAY, 1, at -> new Node(document, at));
    }

    /**
     * The items of an array by their numbers, but for objects that start with a member of this name and say something else
     * there: a look at where they start is all that these cost.
     */
    public SortedMap<Integer, Node> elementsThatMaySay(String asciiName, String ascii) {
        SortedMap<Integer, Node> elements = new TreeMap<>();
        int index = 0;
        int end = document.object(slot) ? slot : document.next(slot);
        for (int at = document.inner(slot); at < end; at = document.next(at)) {
            if (!document.startsWithAnother(at, asciiName, ascii)) {
                elements.put(index, new Node(document, at));
            }
            index++;
        }
        return elements;
    }

    /** The members of an object in order, repeated names included; nothing for any other value. */
    public Iterable<Member> members() {
        return () ->
                items(Kind.OBJECT, 2, at -> new Member(new Node(document, at), new Node(document, document.next(at))));
    }

    private <T> Iterator<T> items(Kind container, int values, IntFunction<T> item) {
        boolean mine = document.container(slot) && document.object(slot) == (container == Kind.OBJECT);
        int end = mine ? document.next(slot) : slot;
        return new Items<>(mine ? document.inner(slot) : slot, end, values, item);
    }

    /** The member with this name, the last one if it is repeated: that is the one JSON readers take. */
    public Optional<Member> member(String asciiName) {
        Optional<Member> found = Optional.empty();
        for (Member member : members()) {
            if (member.name().says(asciiName)) {
                found = Optional.of(member);
            }
        }
        return found;
    }

    /** The value of the member with this name, the last one if it is repeated. */
    public Optional<Node> value(String asciiName) {
        return member(asciiName).map(Member::value);
    }

    /** Tells whether a container has no items; true for a scalar. */
    public boolean empty() {
        return document.inner(slot) == document.next(slot);
    }

    private final class Items<T> implements Iterator<T> {
        private final int end;
        private final int values;
        private final IntFunction<T> item;
        private int at;

        Items(int at, int end, int values, IntFunction<T> item) {
            this.at = at;
            this.end = end;
            this.values = values;
            this.item = item;
        }

        @Override
        public boolean hasNext() {
            return at < end;
        }

        @Override
        public T next() {
            if (at >= end) {
                throw new NoSuchElementException();
            }
            T next = item.apply(at);
            for (int i = 0; i < values; i++) {
                at = document.next(at);
            }
            return next;
        }
    }
}
