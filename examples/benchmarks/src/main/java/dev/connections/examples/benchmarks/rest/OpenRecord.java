package dev.connections.examples.benchmarks.rest;

import dev.connections.examples.benchmarks.Row;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Every read of a record that is not in memory. */
@Row(number = "10b", work = "open a 2 KB record", timesFloor = 1.5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class OpenRecord {
    private final SealedRecord record = new SealedRecord();
    private final ReusedCipher cipher = new ReusedCipher();
    private final SecretKeySpec key = new SecretKeySpec(cipher.random(32), "AES");
    private final byte[] sealed = record.seal();
    private final byte[] sealedByHand;
    private final byte[] sealedWithTink;
    private final byte[] sealedWithOneKey;

    /** Seals with each. */
    public OpenRecord() {
        try {
            sealedByHand = record.sealByHand();
            sealedWithTink = record.sealWithTink();
            sealedWithOneKey = cipher.seal(key, SealedRecord.DOCUMENT, new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An envelope by hand, on a cipher that is kept. */
    @Benchmark
    public byte[] floor() throws GeneralSecurityException {
        return record.openByHand(sealedByHand);
    }

    /** The SDK's envelope. */
    @Benchmark
    public byte[] connections() {
        return record.open(sealed);
    }

    /** Tink's envelope. */
    @Benchmark
    public byte[] tink() throws GeneralSecurityException {
        return record.openWithTink(sealedWithTink);
    }

    /** No envelope: one key for all records. */
    @Benchmark
    public byte[] oneKey() throws GeneralSecurityException {
        return cipher.open(key, sealedWithOneKey, new byte[0]);
    }
}
