package dev.connections.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL as a process of the test. */
final class JdbcPostgreSqlServer implements AutoCloseable {
    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    private JdbcPostgreSqlServer(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
        this.port = server.getPort();
    }

    /** One for all tests of a JVM that do not stop it; ends with the JVM. */
    private static final class Shared {
        static final JdbcPostgreSqlServer SERVER = endsWithTheJvm();
        static final HikariDataSource POOL = farFromUtc(SERVER.source(""));

        private Shared() {}
    }

    static JdbcPostgreSqlServer shared() {
        return Shared.SERVER;
    }

    /** The library ends it with the JVM, and removes its files. */
    private static JdbcPostgreSqlServer endsWithTheJvm() {
        try {
            Path directory = Files.createTempDirectory("postgresql");
            return new JdbcPostgreSqlServer(
                    directory,
                    EmbeddedPostgres.builder().setDataDirectory(directory).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The driver asks for the time zone of the JVM when it connects, so that another must be set afterwards. */
    private static HikariDataSource farFromUtc(DataSource source) {
        HikariConfig settings = settings(source, 12);
        settings.setConnectionInitSql("SET TIME ZONE 'Asia/Kolkata'");
        return new HikariDataSource(settings);
    }

    /** Starts a server of its own. */
    static JdbcPostgreSqlServer start() {
        try {
            Path directory = Files.createTempDirectory("postgresql");
            return new JdbcPostgreSqlServer(directory, builder(directory).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path directory) {
        return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
    }

    /** Connections of the shared server, in a session time zone far from UTC. */
    DataSource pool() {
        return Shared.POOL;
    }

    /** Connections without a pool; the options are those of PostgreSQL's command line. */
    PGSimpleDataSource source(String options) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setOptions(options);
        source.setConnectTimeout(2);
        return source;
    }

    static HikariDataSource pooled(DataSource source, int size) {
        return new HikariDataSource(settings(source, size));
    }

    private static HikariConfig settings(DataSource source, int size) {
        var settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(1_000);
        settings.setInitializationFailTimeout(-1);
        return settings;
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = builder(directory).setPort(port).start();
    }

    /** Stops all its processes from running, or lets them go on. */
    void signal(String signal) throws IOException, InterruptedException {
        long main = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        List<Long> all = Stream.concat(
                        ProcessHandle.of(main).stream(),
                        ProcessHandle.of(main).stream().flatMap(ProcessHandle::descendants))
                .map(ProcessHandle::pid)
                .toList();
        for (long each : all) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(each))
                    .start()
                    .waitFor();
        }
    }

    /** Ends it and removes its files. */
    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
