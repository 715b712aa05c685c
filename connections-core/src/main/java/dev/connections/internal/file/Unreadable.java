package dev.connections.internal.file;

import java.io.IOException;

/** The bytes of a file are not those of a record. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    private Unreadable(String problem, boolean newer) {
        super(problem);
        this.newer = newer;
    }

    static Unreadable corrupt(String problem) {
        return new Unreadable(problem, false);
    }

    static Unreadable newer(int layout) {
        return new Unreadable("is written in layout " + layout + ", by a later release", true);
    }

    /** Whether a later release can read them. */
    boolean newer() {
        return newer;
    }
}
