package dev.connections.architecture.broken.manifest.internal;

public final class Bytes {
    public int count() {
        return 0;
    }
}
