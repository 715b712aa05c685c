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

/** Every write of a record. */
@Row(number = "10", work = "seal a 2 KB record", timesFloor = 1.5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class SealRecord {
    private final SealedRecord record = new SealedRecord();
    private final ReusedCipher cipher = new ReusedCipher();
    private final SecretKeySpec key = new SecretKeySpec(cipher.random(32), "AES");

    /** An envelope by hand, on a cipher that is kept. */
    @Benchmark
    public byte[] floor() throws GeneralSecurityException {
        return record.sealByHand();
    }

    /** The SDK's envelope. */
    @Benchmark
    public byte[] connections() {
        return record.seal();
    }

    /** Tink's envelope. */
    @Benchmark
    public byte[] tink() throws GeneralSecurityException {
        return record.sealWithTink();
    }

    /** No envelope: one key for all records. */
    @Benchmark
    public byte[] oneKey() throws GeneralSecurityException {
        return cipher.seal(key, SealedRecord.DOCUMENT, new byte[0]);
    }
}
