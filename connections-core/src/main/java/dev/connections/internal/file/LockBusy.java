package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else keeps a lock longer than any write takes. */
final class LockBusy extends IOException {
    private static final long serialVersionUID = 1L;

    LockBusy(Path path) {
        super(path + " is held");
    }
}
