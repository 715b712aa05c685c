package dev.connections.examples.recipes;

import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.nio.file.Path;

/** How do I change the key that my store is sealed with, while it is in use? */
public final class RotateEncryptionKey {
    private static final int BATCH = 100;

    private RotateEncryptionKey() {}

    /** First, on every node: no node may seal with a key that another one cannot open with. */
    static KeyRing announced(Secret old, Secret next) {
        return KeyRing.primary("2026-01", old).withRetired("2026-02", next);
    }

    /** Second, on every node: what is written from now on is sealed with the new key. */
    static KeyRing switched(Secret old, Secret next) {
        return KeyRing.primary("2026-02", next).withRetired("2026-01", old);
    }

    /** Third, on any node or on all: what was written before. Cut off in the middle, it goes on when called again. */
    static int rewrap(Connections connections) {
        int sealed = 0;
        for (int more = connections.rewrap(BATCH); more > 0; more = connections.rewrap(BATCH)) {
            sealed += more; // wait here if the store must not be busy with it
        }
        return sealed; // nothing was warned of: no record needs the old key any more, leave it out from now on
    }

    /**
     * Does the third step for a store in a folder.
     *
     * @param arguments the folder, the file of the old key, the file of the new key
     */
    public static void main(String[] arguments) {
        Secret old = Secret.fromFile(Path.of(arguments[1]));
        Secret next = Secret.fromFile(Path.of(arguments[2]));
        try (var store = FileConnectionStore.of(Path.of(arguments[0])).encryptedWith(switched(old, next));
                Connections connections = Connections.builder().store(store).build()) {
            System.out.println(rewrap(connections) + " records were sealed anew");
        }
    }
}
