package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.store.FileConnectionStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FileRowSwapTest extends RowSwapContract {
    private FileConnectionStore store;

    @TempDir
    private Path folder;

    @Override
    ConnectionStore open() {
        store = FileConnectionStore.of(folder.resolve("store")).encryptedWith(new Rings().before());
        return store;
    }

    @AfterEach
    void closeStore() {
        store.close();
    }
}
