package dev.connections.crash;

import dev.connections.crash.Evidence.Failure;
import dev.connections.crash.Evidence.Holder;
import dev.connections.crash.Evidence.Pause;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a worker writes to its standard output, one line in one write, so that a kill tears no line, and what its parent reads
 * from it.
 */
final class Report {
    static final String READY = "ready";
    static final String HELD = "held";
    static final String RELEASED = "released";

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private static final ReentrantLock LOCK = new ReentrantLock(); // guards the order of lines

    private Report() {}

    static void ready() {
        print(READY);
    }

    /** The worker waits at a point. */
    static void held(StagedStore.Point point) {
        print(HELD, point.name());
    }

    /** The worker holds the lease of a credential. */
    static void leased(String credential) {
        print("leased", credential, "" + Wall.micros());
    }

    /** The worker has let a lease go. */
    static void released() {
        print(RELEASED);
    }

    /** The worker is about to kill itself. */
    static void dying(StagedStore.Point point) {
        print("dying", "" + Wall.micros(), point.name());
    }

    static void got(String link, String token, long askedAt) {
        print("got", link, Tokens.fingerprint(token), "" + askedAt);
    }

    static void failed(String link, String kind, String code, String detail) {
        print("failed", link, kind, code, detail.isEmpty() ? "-" : detail, "" + Wall.micros());
    }

    static void stood(long from, long to) {
        print("stood", "" + from, "" + to);
    }

    private static void print(String... words) {
        byte[] line = (String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8);
        LOCK.lock();
        try {
            OUT.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            LOCK.unlock();
        }
    }

    /** Takes a line of a worker in. */
    static void read(String caller, String line, Evidence evidence) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case READY, HELD, RELEASED -> {}
            case "got" -> evidence.got(caller, words[1], words[2], Long.parseLong(words[3]));
            case "failed" -> evidence.failed(failure(caller, words));
            case "leased" -> evidence.leased(new Holder(caller, account(words[1]), Long.parseLong(words[2])));
            case "dying" -> evidence.died(caller, Long.parseLong(words[1]));
            case "stood" -> evidence.stood(new Pause(caller, Long.parseLong(words[1]), Long.parseLong(words[2])));
            default -> evidence.breach("rule 4: " + caller + " said \"" + line + "\"");
        }
    }

    /** The account that a credential's id begins with. */
    private static String account(String credential) {
        return credential.substring(0, credential.lastIndexOf('.'));
    }

    private static Failure failure(String caller, String[] words) {
        String detail = words[4].equals("-") ? "" : words[4];
        return new Failure(caller, words[1], words[2], words[3], detail, Long.parseLong(words[5]));
    }
}
