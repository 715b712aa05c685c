package dev.connections.architecture.broken.manifest;

import dev.connections.architecture.broken.catalog.Entry;

public final class KnowsCatalog {
    public static final int KNOWN = new Entry().entries();

    private KnowsCatalog() {}
}
