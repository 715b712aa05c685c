package dev.connections.examples.benchmarks.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connections.Secret;
import dev.connections.examples.benchmarks.Row;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.store.JdbcConnectionStore;
import dev.connections.store.KeyRing;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The next version of one of a thousand sealed records of 2 KB, over the version that was read, in H2 in memory. */
@Row(number = "11b", work = "compare-and-set write, H2 in memory", timesFloor = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class DatabaseWrite {
    private static final int RECORDS = 1_000;
    private static final int SEALED_BYTES = 2_048;
    private static final byte[] ACCOUNT = "3f0a1f6e-9a55-4f4e-8f14-4f2f3a3d1c11".getBytes(US_ASCII);
    private static final byte[] STATUS = "ACTIVE".getBytes(US_ASCII);
    private static final byte[] DUE = "2026-01-01T00:55:00Z".getBytes(US_ASCII);
    private static final byte[] KEY_ID = "2026-02".getBytes(US_ASCII);
    private static final byte[] TENANT = "default".getBytes(US_ASCII);
    private static final byte[] KIND =
            ConnectionStore.Key.Kind.CREDENTIAL.name().getBytes(US_ASCII);
    private static final Map<String, String> INDEX = Map.of(
            Index.ACCOUNT, text(ACCOUNT), Index.STATUS, text(STATUS), Index.DUE, text(DUE), Index.KEY, text(KEY_ID));
    private static final String BY_HAND = "UPDATE connections_record SET sealed = ?, ix_due = ?, ix_status = ?,"
            + " ix_account = ?, ix_key = ?, version = version + 1, lease_owner = NULL, lease_until = NULL,"
            + " intent = NULL, next_allowed = NULL, failure = NULL"
            + " WHERE tenant = ? AND kind = ? AND id = ? AND version = ?";

    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    private final JdbcConnectionStore store = JdbcConnectionStore.of(pool).encryptedWith(keys());
    private final byte[] sealed = randomBytes(SEALED_BYTES);
    private final long[] plainVersions = new long[RECORDS];
    private final long[] versions = new long[RECORDS];
    private int next;

    /** Creates the records. */
    @Setup
    public void create() throws SQLException {
        store.createSchema();
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE plain (id VARCHAR(64) PRIMARY KEY, version BIGINT, sealed VARBINARY(65536))");
        }
        for (int i = 0; i < RECORDS; i++) {
            create(i);
        }
    }

    private void create(int record) throws SQLException {
        versions[record] = 1;
        if (!store.write(version(record, 1), 0)) {
            throw new IllegalStateException("a new table has a record");
        }
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, 1, ?)")) {
            plainVersions[record] = 1;
            insert.setString(1, id(record));
            insert.setBytes(2, sealed);
            insert.executeUpdate();
        }
    }

    private static KeyRing keys() {
        return KeyRing.primary("2026-02", Secret.of(Base64.getEncoder().encodeToString(randomBytes(32))));
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] ascii) {
        return new String(ascii, US_ASCII);
    }

    private static String id(int record) {
        return "record-" + record;
    }

    private Versioned version(int record, long version) {
        var key = new ConnectionStore.Key("default", ConnectionStore.Key.Kind.CREDENTIAL, id(record));
        return new Versioned(key, version, 1, INDEX, sealed, Optional.empty());
    }

    /** By hand: the same row of the same table, with the values that change; it ends a lease as well. */
    @Benchmark
    public int floor() throws SQLException {
        int record = next++ % RECORDS;
        try (Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(BY_HAND)) {
            update.setBytes(1, sealed);
            update.setBytes(2, DUE);
            update.setBytes(3, STATUS);
            update.setBytes(4, ACCOUNT);
            update.setBytes(5, KEY_ID);
            update.setBytes(6, TENANT);
            update.setBytes(7, KIND);
            update.setBytes(8, id(record).getBytes(US_ASCII));
            update.setLong(9, versions[record]++);
            return update.executeUpdate();
        }
    }

    /** Three columns of another table, without anything that is searched. */
    @Benchmark
    public int threeColumns() throws SQLException {
        int record = next++ % RECORDS;
        try (Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE plain SET sealed = ?, version = version + 1 WHERE id = ? AND version = ?")) {
            update.setBytes(1, sealed);
            update.setString(2, id(record));
            update.setLong(3, plainVersions[record]++);
            return update.executeUpdate();
        }
    }

    /** The SDK's store, with the values it is searched by. */
    @Benchmark
    public boolean connections() {
        int record = next++ % RECORDS;
        long version = versions[record]++;
        return store.write(version(record, version + 1), version);
    }

    /** Closes the database. */
    @TearDown
    public void close() {
        pool.dispose();
    }
}
