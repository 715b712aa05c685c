package dev.connections.examples.benchmarks.rest;

import dev.connections.Secret;
import dev.connections.examples.benchmarks.Row;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a refresh asks of the disk, below the directory for temporary files, which must be on a disk to mean anything. */
@Row(number = "11", work = "file store: intent and write of a refresh", timesFloor = 3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class FileWrite {
    private static final byte[] INTENT = "refresh 2026-01-01T00:00:00Z".getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final FileChannel log;
    private final FileConnectionStore store;
    private final byte[] sealed = new SealedRecord().seal();
    private long version;

    /** Makes a store with one record. */
    public FileWrite() {
        try {
            directory = Files.createTempDirectory("file-write");
            log = FileChannel.open(directory.resolve("log"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
            Secret key = Secret.of(Base64.getEncoder().encodeToString(new ReusedCipher().random(32)));
            store = FileConnectionStore.of(directory.resolve("store")).encryptedWith(KeyRing.primary("benchmark", key));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        version = 1;
        boolean unused = store.write(record(version, sealed), 0);
    }

    private static Versioned record(long version, byte[] sealed) {
        return new Versioned(SealedRecord.KEY, version, 1, Map.of(), sealed, Optional.empty());
    }

    private Versioned next() {
        version++;
        return record(version, sealed);
    }

    /** One record appended to a file, and one flush. */
    @Benchmark
    public long floor() throws IOException {
        ByteBuffer record = ByteBuffer.wrap(sealed);
        while (record.hasRemaining()) {
            int unused = log.write(record);
        }
        log.force(true);
        return log.size();
    }

    /** A lease with its intent, and the next version. */
    @Benchmark
    public boolean connections() {
        try (var lease = (Held) store.lease(SealedRecord.KEY, version, "benchmark", INTENT)) {
            return lease.commit(next());
        }
    }

    /** The next version alone. */
    @Benchmark
    public boolean connectionsWithoutIntent() {
        Versioned next = next();
        return store.write(next, next.version() - 1);
    }

    /** Closes the store and deletes the files. */
    @TearDown
    public void close() throws IOException {
        store.close();
        log.close();
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
