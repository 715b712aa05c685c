package dev.connections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.internal.seal.Envelope;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F-P23: a key change that is killed again and again, at any moment. */
@Timeout(180)
class RewrapKillTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final int USERS = 20;
    private static final int MOST_BEFORE_A_KILL = 12;

    private final Rings rings = new Rings();
    private final SplittableRandom random = new SplittableRandom(4711);

    @TempDir
    private Path folder;

    private FileConnectionStore open(KeyRing keys) {
        return FileConnectionStore.of(folder.resolve("store")).encryptedWith(keys);
    }

    private static List<AuthorizedConnection<DirectFlow<ApiKeyCredential>>> users(Connections connections) {
        var declared = connections.perUser(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Key"))
                .connection("CRM of each user"));
        return IntStream.range(0, USERS)
                .mapToObj(user -> declared.forUser(Subject.of("user" + user)))
                .toList();
    }

    private void fill() {
        try (FileConnectionStore store = open(rings.before());
                Connections connections = Connections.builder().store(store).build()) {
            for (var user : users(connections)) {
                var unused = user.authorize().with(ApiKeyCredential.of(Secret.of("a-key")));
            }
        }
    }

    /** Lets another process work until it has said so many lines; returns whether it was done before. */
    private boolean killedAfter(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RewrapWorker.class.getName(),
                        folder.resolve("store").toString(),
                        rings.key(1).reveal(),
                        rings.key(2).reveal())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = child.inputReader(UTF_8)) {
            String said = "";
            for (int i = 0; i < lines && !"done".equals(said); i++) {
                said = output.readLine();
                assertThat(said).isIn("sealed", "done");
            }
            return !"done".equals(said);
        } finally {
            int unused = child.destroyForcibly().waitFor();
        }
    }

    private static List<Versioned> all(FileConnectionStore store) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> store.list(Query.of("default", kind)).stream())
                .toList();
    }

    @Test
    void leavesRecordsThatOpenAndIsGoneOnWith() throws Exception {
        fill();
        int kills = 0;
        while (killedAfter(1 + random.nextInt(MOST_BEFORE_A_KILL))) {
            kills++;
            try (FileConnectionStore store = open(rings.during())) {
                assertThat(all(store))
                        .hasSizeGreaterThan(3 * USERS)
                        .allSatisfy(
                                record -> assertThat(Envelope.of(rings.during()).open(record))
                                        .isNotEmpty());
            }
        }

        assertThat(kills).isGreaterThan(3);
        try (FileConnectionStore store = open(rings.after());
                Connections connections = Connections.builder().store(store).build()) {
            assertThat(all(store))
                    .allSatisfy(record -> assertThat(record.index()).containsEntry(Index.KEY, "k2"));
            assertThat(users(connections))
                    .allSatisfy(user -> assertThat(user.credentialsFor(LEADS).revealHeaders())
                            .containsEntry("X-Key", "a-key"));
        }
    }
}
