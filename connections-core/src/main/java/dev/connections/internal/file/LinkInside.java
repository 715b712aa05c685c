package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/** There is a symbolic link, or something else that is neither file nor directory, where the store has its own. */
final class LinkInside extends IOException {
    private static final long serialVersionUID = 1L;

    LinkInside(Path path) {
        super(path.toString());
    }
}
