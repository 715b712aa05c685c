package dev.connections;

import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.nio.file.Path;

/** Another process that seals the records of a directory anew, one by one, and says so after each. */
final class RewrapWorker {
    private RewrapWorker() {}

    /** Takes the directory, the old key and the new one. */
    public static void main(String... arguments) {
        KeyRing keys = KeyRing.primary("k2", Secret.of(arguments[2])).withRetired("k1", Secret.of(arguments[1]));
        try (FileConnectionStore store =
                        FileConnectionStore.of(Path.of(arguments[0])).encryptedWith(keys);
                Connections connections = Connections.builder().store(store).build()) {
            while (connections.rewrap(1) > 0) {
                System.out.println("sealed");
            }
            System.out.println("done");
        }
    }
}
