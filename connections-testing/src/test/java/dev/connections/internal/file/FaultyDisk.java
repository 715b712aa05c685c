package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The file system, with failures where a test wants them, and with a count of what is read. */
final class FaultyDisk implements Disk {
    /** What can fail. */
    enum Act {
        READ,
        CREATE,
        OVERWRITE,
        OVERWRITE_FOR_GOOD,
        REPLACE,
        DELETE,
        FORCE_NAMES
    }

    private final Disk disk = new RealDisk();
    private final Map<Act, Supplier<IOException>> failures = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    void fail(Act act, Supplier<IOException> failure) {
        failures.put(act, failure);
    }

    void heal() {
        failures.clear();
    }

    int reads() {
        return reads.get();
    }

    private void check(Act act) throws IOException {
        Supplier<IOException> failure = failures.get(act);
        if (failure != null) {
            throw failure.get();
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        check(Act.READ);
        int unused = reads.incrementAndGet();
        return disk.read(file);
    }

    /** Fails after half of it is written, as a full disk does. */
    @Override
    public void create(Path file, byte[] content) throws IOException {
        if (failures.containsKey(Act.CREATE)) {
            disk.create(file, Arrays.copyOf(content, content.length / 2));
        } else {
            disk.create(file, content);
        }
        check(Act.CREATE);
    }

    @Override
    public void overwrite(Path file, long position, byte[] bytes) throws IOException {
        check(Act.OVERWRITE);
        disk.overwrite(file, position, bytes);
    }

    /** Fails after the bytes are written: the flush did. */
    @Override
    public void overwriteForGood(Path file, long position, byte[] bytes) throws IOException {
        disk.overwriteForGood(file, position, bytes);
        check(Act.OVERWRITE_FOR_GOOD);
    }

    @Override
    public void replace(Path file, Path other) throws IOException {
        check(Act.REPLACE);
        disk.replace(file, other);
    }

    @Override
    public void delete(Path file) throws IOException {
        check(Act.DELETE);
        disk.delete(file);
    }

    @Override
    public void forceNames(Path directory) throws IOException {
        check(Act.FORCE_NAMES);
        disk.forceNames(directory);
    }
}
