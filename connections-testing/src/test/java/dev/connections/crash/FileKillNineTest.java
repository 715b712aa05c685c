package dev.connections.crash;

import dev.connections.testing.KillNineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract for killed processes, on files. */
class FileKillNineTest extends KillNineContract {
    @TempDir
    private static Path directory;

    @Override
    protected Class<? extends Opener> opener() {
        return OpensStores.class;
    }

    @Override
    protected String place() {
        return Stores.file(directory.resolve("store"));
    }
}
