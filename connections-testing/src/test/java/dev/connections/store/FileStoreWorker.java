package dev.connections.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.testing.internal.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Another process that uses a file store, told by its arguments what to do. */
final class FileStoreWorker {
    static final int THREADS = 8;
    static final int RECORDS = 20;
    static final int ROUNDS = 25;

    private FileStoreWorker() {}

    public static void main(String... arguments) throws IOException {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "key" -> System.out.println(KeyRing.file(path));
            case "count" -> count(path);
            case "hold" -> hold(path, arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static ConnectionStore.Key key(String id) {
        return new ConnectionStore.Key("acme", ConnectionStore.Key.Kind.CREDENTIAL, id);
    }

    static Versioned record(String id, long version, String text) {
        return new Versioned(key(id), version, 1, Map.of(), text.getBytes(UTF_8), Optional.empty());
    }

    static String text(Versioned record) {
        return new String(record.sealed(), UTF_8);
    }

    /** Adds one to some record, again and again, on many threads. */
    private static void count(Path directory) {
        try (var store = FileConnectionStore.of(directory).encryptedWith(FileConnectionStoreTest.KEYS)) {
            var unused = Gate.race(THREADS, runner -> {
                var random = new SplittableRandom(ProcessHandle.current().pid() * THREADS + runner);
                for (int i = 0; i < ROUNDS; i++) {
                    increment(store, "r" + random.nextInt(RECORDS));
                }
                return runner;
            });
        }
        System.out.println("done");
    }

    private static void increment(ConnectionStore store, String id) {
        boolean written = false;
        while (!written) {
            Versioned read = store.find(key(id)).orElseThrow();
            String next = Integer.toString(Integer.parseInt(text(read)) + 1);
            written = store.write(record(id, read.version() + 1, next), read.version());
        }
    }

    /** Takes a lease and keeps it until there is something to read. */
    private static void hold(Path directory, String id) throws IOException {
        try (var store = FileConnectionStore.of(directory).encryptedWith(FileConnectionStoreTest.KEYS)) {
            long version = store.find(key(id)).orElseThrow().version();
            var held = (Held) store.lease(key(id), version, "child", "intent of child".getBytes(UTF_8));
            System.out.println("held " + held.fence());
            int unused = System.in.read();
        }
        System.out.println("closed");
    }
}
