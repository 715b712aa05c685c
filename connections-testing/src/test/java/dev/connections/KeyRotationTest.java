package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.JdbcConnectionStore;
import dev.connections.store.KeyRing;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A key is changed under load: two nodes refresh without pause while their records are sealed anew (G9). */
class KeyRotationTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final int CONNECTIONS = 5;
    private static final int THREADS = 4;

    private final JdbcDataSource database = new JdbcDataSource();
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final Rings rings = new Rings();

    KeyRotationTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        strategy.living(Duration.ofMillis(100));
    }

    private JdbcConnectionStore store(KeyRing keys) {
        return JdbcConnectionStore.of(database).encryptedWith(keys);
    }

    private Connections node(KeyRing keys) {
        return Connections.builder()
                .store(store(keys))
                .strategies(StrategyProvider.of(strategy))
                .build();
    }

    private static List<String> linkNames() {
        return IntStream.range(0, CONNECTIONS).mapToObj(i -> "crm_" + i).toList();
    }

    private void authorizeAll() {
        store(rings.before()).createSchema();
        try (Connections node = node(rings.before())) {
            for (String linkName : linkNames()) {
                var unused = node.shared(Service.custom("CRM")
                                .resourceServers("https://api.example.com")
                                .authentication(strategy)
                                .connection("CRM")
                                .withLinkName(linkName))
                        .authorize()
                        .grant();
            }
        }
    }

    @Test
    void changesTheKeyWhileConnectionsAreUsedWithoutAFailure() throws Exception {
        authorizeAll();
        var done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
        try (Connections one = node(rings.during());
                Connections other = node(rings.during())) {
            List<Future<Integer>> users = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                users.add(threads.submit(user(one, done)));
                users.add(threads.submit(user(other, done)));
            }
            int sealed = rewrapped(one);
            done.set(true);

            assertThat(sealed).isPositive();
            for (Future<Integer> user : users) {
                assertThat(user.get(60, TimeUnit.SECONDS)).isPositive(); // throws what a caller was told
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(underTheOldKey()).isZero();
        assertThat(servedWithoutTheOldKey()).hasSize(CONNECTIONS);
    }

    /** Once every record was refreshed or sealed anew, nothing of the old key is left. */
    private int rewrapped(Connections node) {
        int sealed = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (underTheOldKey() > 0) {
            assertThat(System.nanoTime()).as("records stay under the old key").isLessThan(end);
            sealed += node.rewrap(3);
        }
        return sealed;
    }

    private static Callable<Integer> user(Connections node, AtomicBoolean done) {
        return () -> {
            int uses = 0;
            while (!done.get()) {
                for (String linkName : linkNames()) {
                    assertThat(node.get(linkName).credentialsFor(LEADS).revealHeaders())
                            .containsKey("Authorization");
                    uses++;
                }
            }
            return uses;
        };
    }

    private long underTheOldKey() {
        long count = 0;
        for (Kind kind : Kind.values()) {
            count += store(rings.during()).count(Query.of("default", kind).withEqual(Index.KEY, "k1"));
        }
        return count;
    }

    private List<String> servedWithoutTheOldKey() {
        try (Connections node = node(rings.after())) {
            return linkNames().stream()
                    .map(linkName -> node.get(linkName)
                            .credentialsFor(LEADS)
                            .revealHeaders()
                            .get("Authorization"))
                    .toList();
        }
    }
}
