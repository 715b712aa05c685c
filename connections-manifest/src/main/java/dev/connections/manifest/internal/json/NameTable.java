package dev.connections.manifest.internal.json;

/** Names of one document by what they say, four bytes for each; confined to one thread. */
final class NameTable {
    private static final int FIRST_SIZE = 64;
    private static final int FREE = 0; // the outermost value has this slot, and is no name
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** Nobody can write names that all fall on one place without knowing it. */
    private static final long SEED = System.nanoTime() * SPREAD;

    private final Document document;
    private int[] slots = new int[FIRST_SIZE];
    private int size;

    NameTable(Document document) {
        this.document = document;
    }

    /** Returns the name that said the same before, else this one. */
    Node putIfAbsent(Node name) {
        if (size * 4L > slots.length * 3L) {
            grow();
        }
        int place = find(name);
        if (slots[place] != FREE) {
            return new Node(document, slots[place]);
        }
        slots[place] = name.slot();
        size++;
        return name;
    }

    private int find(Node name) {
        int mask = slots.length - 1;
        int place = spread(name.text()) & mask;
        while (slots[place] != FREE && !new Node(document, slots[place]).saysSame(name)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int spread(String said) {
        long hash = SEED;
        for (int i = 0; i < said.length(); i++) {
            hash = (hash ^ said.charAt(i)) * SPREAD;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int slot : old) {
            if (slot != FREE) {
                slots[find(new Node(document, slot))] = slot;
            }
        }
    }
}
