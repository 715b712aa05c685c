package dev.connections.crash;

import dev.connections.testing.KillNineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract for killed processes, on a file of H2. */
class H2KillNineTest extends KillNineContract {
    @TempDir
    private static Path directory;

    @Override
    protected Class<? extends Opener> opener() {
        return OpensStores.class;
    }

    @Override
    protected String place() {
        return "jdbc:h2:file:" + directory.resolve("records") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    @Override
    protected int kills() {
        return 4;
    }
}
