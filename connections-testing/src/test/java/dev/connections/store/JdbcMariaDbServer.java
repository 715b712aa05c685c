package dev.connections.store;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The machine's own MariaDB as a process of the test, on a free loopback port. */
final class JdbcMariaDbServer implements AutoCloseable {
    private static final String PROGRAM = "mariadbd";
    private static final long START_SECONDS = 60;

    private final Path directory;
    private final int port;
    private final Process process;

    private JdbcMariaDbServer(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Starts one, or skips the test where Debian's package mariadb-server is not installed. */
    static JdbcMariaDbServer start() throws IOException, InterruptedException {
        assumeThat(programs(PROGRAM))
                .as("the program %s; install mariadb-server", PROGRAM)
                .isNotEmpty();
        Path directory = Files.createTempDirectory("mariadb");
        run(directory, "mariadb-install-db", "--auth-root-authentication-method=normal", "--skip-test-db");
        int port = freePort();
        Process process = process(
                directory,
                programs(PROGRAM).get(0),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--socket=" + directory.resolve("socket"),
                "--pid-file=" + directory.resolve("pid"),
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=2",
                "--init-file=" + users(directory));
        var server = new JdbcMariaDbServer(directory, port, process);
        server.awaitStart();
        return server;
    }

    /** One user who obeys --read-only, and one who may set it. */
    private static Path users(Path directory) throws IOException {
        return Files.writeString(directory.resolve("users.sql"), """
                CREATE DATABASE connections;
                CREATE USER user@'127.0.0.1';
                GRANT ALL ON connections.* TO user@'127.0.0.1';
                CREATE USER admin@'127.0.0.1';
                GRANT ALL ON *.* TO admin@'127.0.0.1';
                """);
    }

    private static List<String> programs(String name) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = process(directory, command);
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command[0] + " failed:\n" + Files.readString(log(directory)));
        }
    }

    private static Process process(Path directory, String... command) throws IOException {
        var whole = new ArrayList<String>(List.of(command));
        whole.addAll(
                1,
                List.of(
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + directory.resolve("data")));
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()))
                .start();
    }

    private static Path log(Path directory) {
        return directory.resolve("log");
    }

    private void awaitStart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!listens()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("MariaDB did not start:\n" + Files.readString(log(directory)));
            }
        }
    }

    /** The port opens when the users are there. */
    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Connections of a user, in a session time zone far from UTC. */
    DataSource source(String user) throws SQLException {
        return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/connections?user=" + user
                + "&sessionVariables=time_zone='+05:30'");
    }

    /** Ends it and removes its files. */
    @Override
    public void close() throws IOException {
        process.destroy();
        if (!ended()) {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
