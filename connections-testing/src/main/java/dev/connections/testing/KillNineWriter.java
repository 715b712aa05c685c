package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.testing.KillNineLedger.Step;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The process that is killed. Says before each step what it is about to do, and after it what the store has acknowledged; a
 * line is one write, so that none is torn. Ends when nobody listens.
 */
final class KillNineWriter {
    static final String STARTED = "started";

    private static final int THREADS = 4;
    private static final int RECORDS = 5;
    private static final int LIVES = 5;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private static final ReentrantLock LOCK = new ReentrantLock(); // guards the order of lines, held for the write only

    private final ConnectionStore store;
    private final String prefix;
    private final SplittableRandom random = new SplittableRandom();
    private final Map<String, Long> versions = new HashMap<>();
    private int deleted;

    private KillNineWriter(ConnectionStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Writes until it is killed. The place comes by the standard input: it may hold a password. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var opener = Class.forName(arguments[0]).asSubclass(KillNineContract.Opener.class);
        ConnectionStore store = KillNineContract.open(opener, input.readLine());
        say(STARTED);
        for (int thread = 0; thread < THREADS; thread++) {
            var writer = new KillNineWriter(store, "r" + arguments[1] + "-t" + thread + "-");
            new Thread(writer::writeForEver, "writer-" + thread).start();
        }
        String unused = input.readLine(); // returns when the parent is gone
        Runtime.getRuntime().halt(1);
    }

    private void writeForEver() {
        try {
            while (true) {
                step();
            }
        } catch (RuntimeException | Error e) {
            say("! " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    private void step() {
        String id = prefix + random.nextInt(RECORDS);
        long version = versions.getOrDefault(id, 0L);
        if (version == 0) {
            write(id, 0);
            return;
        }
        switch (random.nextInt(LIVES)) {
            case 0, 1 -> write(id, version);
            case 2, 3 -> refresh(id, version);
            default -> createAndDelete();
        }
    }

    private void write(String id, long version) {
        doing(Step.WRITING, id);
        require(store.write(KillNineRecords.record(id, version + 1), version), "write", id);
        done(Step.WRITING, id, version + 1);
        versions.put(id, version + 1);
    }

    private void refresh(String id, long version) {
        doing(Step.LEASING, id);
        var result = store.lease(KillNineRecords.key(id), version, "writer", KillNineRecords.intent(id, version));
        require(result instanceof Held, "lease", id);
        Held held = (Held) result;
        done(Step.LEASING, id, held.fence());
        require(held.renew(), "renew", id);
        if (random.nextBoolean()) {
            doing(Step.COMMITTING, id);
            require(held.commit(KillNineRecords.record(id, version + 1)), "commit", id);
            done(Step.COMMITTING, id, version + 1);
            versions.put(id, version + 1);
        } else {
            doing(Step.RELEASING, id);
            held.close();
            done(Step.RELEASING, id, version);
        }
    }

    private void createAndDelete() {
        String id = prefix + "d" + deleted++;
        write(id, 0);
        doing(Step.DELETING, id);
        require(store.delete(KillNineRecords.key(id), 1), "delete", id);
        done(Step.DELETING, id, 1);
    }

    private static void require(boolean done, String what, String id) {
        if (!done) {
            throw new IllegalStateException("the store refused to " + what + " " + id + ", which nobody else uses");
        }
    }

    private static void doing(Step step, String id) {
        say(step + " " + id);
    }

    private static void done(Step step, String id, long number) {
        say(step + " " + id + " " + number);
    }

    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        LOCK.lock();
        try {
            OUT.write(bytes);
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        } finally {
            LOCK.unlock();
        }
    }
}
