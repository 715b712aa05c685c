package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody deleted the lock file that is held: another process may hold one of the same name. */
final class LockLost extends IOException {
    private static final long serialVersionUID = 1L;

    LockLost(Path path) {
        super(path + " was deleted while it was held");
    }
}
