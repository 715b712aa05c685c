package dev.connections.manifest.internal.json;

import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Runs over the objects of a document in order of the text. */
final class ObjectIterator implements Iterator<Node> {
    private final Document document;
    private final int end;
    private final BitSet without;
    private int slot;

    ObjectIterator(Document document, int end, BitSet without) {
        this.document = document;
        this.end = end;
        this.without = without;
    }

    @Override
    public boolean hasNext() {
        while (slot < end && (without.get(slot) || !document.object(slot))) {
            slot = without.get(slot) ? document.next(slot) : document.inner(slot);
        }
        return slot < end;
    }

    @Override
    public Node next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Node object = new Node(document, slot);
        slot = document.inner(slot);
        return object;
    }
}
