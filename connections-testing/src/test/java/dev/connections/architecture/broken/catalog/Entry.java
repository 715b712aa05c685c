package dev.connections.architecture.broken.catalog;

/** Right. */
public final class Entry {
    public int entries() {
        return 1;
    }
}
