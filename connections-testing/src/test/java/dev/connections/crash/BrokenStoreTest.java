package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.AuthorizationStatus;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.crash.Evidence.End;
import dev.connections.crash.StagedStore.Point;
import dev.connections.crash.StrictServer.Terms;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge finds every store that breaks a promise of the refresh, and nothing in one that keeps them all. */
class BrokenStoreTest {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration EXPIRED =
            LIFETIME.multipliedBy(FastClock.SPEED).plusSeconds(1);
    private static final String LINK = "crm";

    private final MutableClock time = MutableClock.at("2026-01-01T00:00:00Z");
    private final MutableClock storeTime = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore store = InMemoryConnectionStore.create(storeTime);
    private final Evidence evidence = new Evidence(new Tokens(LIFETIME));
    private final StrictServer server = new StrictServer(evidence, Terms.STRICT);
    private final Turnstile turnstile = new Turnstile();
    private final List<Node> nodes = new ArrayList<>();
    private final Node owner = node("owner", store);
    private final ManagedConnection<RedirectFlow> connection =
            owner.connections().shared(server.connection("Crm"));

    @BeforeEach
    void authorize() {
        server.authorize(connection.authorize(), connection);
        time.advance(EXPIRED);
    }

    @AfterEach
    void close() {
        turnstile.open();
        nodes.forEach(Node::close);
        server.close();
    }

    private Node node(String name, ConnectionStore itsStore) {
        var node = new Node(name, itsStore, time, new Node.Scene(evidence, server));
        nodes.add(node);
        return node;
    }

    private List<String> findings() {
        return Judge.findings(evidence, server.grants(), Duration.ZERO);
    }

    @Test
    void findsNothingInAStoreThatKeepsItsPromises() {
        Node a = node("a", store);
        Node b = node("b", store);

        for (int round = 0; round < 3; round++) {
            var first = a.asks(LINK);
            var second = b.asks(LINK);
            assertThat(first.join()).isPresent().isEqualTo(second.join());
            time.advance(EXPIRED);
        }

        assertThat(evidence.calls()).hasSize(3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAStoreWithoutLock() {
        ConnectionStore broken = BrokenStore.withoutLock(store);
        server.watchedBy(turnstile);

        var first = node("a", broken).asks(LINK);
        turnstile.awaitCall();
        var second = node("b", broken).asks(LINK);
        turnstile.awaitCall();
        turnstile.open();
        CompletableFuture.allOf(first, second).join();

        assertThat(findings())
                .anyMatch(finding -> finding.startsWith("G1: two calls overlap"))
                .anyMatch(finding -> finding.startsWith("S2: "));
    }

    @Test
    void findsAStoreThatWritesAfterItHasReturned() {
        var served = node("a", BrokenStore.writingAfterReturn(store)).asks(LINK).join();
        evidence.died("a", Wall.micros());
        storeTime.advance(Held.LEASE);

        var lost = node("b", store).asks(LINK).join();

        assertThat(served).isPresent();
        assertThat(lost).isEmpty();
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("G2: a's call")
                .contains("gave a a token");
    }

    @Test
    void findsAStoreThatWritesWithoutComparing() {
        server.watchedBy(turnstile);

        var refreshed = node("a", BrokenStore.withoutComparison(store)).asks(LINK);
        turnstile.awaitCall();
        server.authorize(connection.reconnect(), connection);
        turnstile.open();
        assertThat(refreshed.join()).isPresent();
        look();

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("G3: crm ended active with")
                .contains("crm#2");
    }

    @Test
    void findsNothingWhereTheSameHappensToAStoreThatCompares() {
        server.watchedBy(turnstile);

        var refreshed = node("a", store).asks(LINK);
        turnstile.awaitCall();
        server.authorize(connection.reconnect(), connection);
        turnstile.open();
        assertThat(refreshed.join()).isPresent();
        look();

        assertThat(evidence.ends()).hasSize(1);
        assertThat(findings()).isEmpty();
    }

    private void look() {
        Optional<String> token = node("look", store).asks(LINK).join();
        evidence.ended(
                LINK,
                new End(
                        token.isPresent() ? AuthorizationStatus.ACTIVE : AuthorizationStatus.INVALID,
                        "",
                        token.map(Tokens::fingerprint).orElse("")));
    }

    @Test
    void findsAStoreThatReleasesWhatAnotherHolds() {
        var leases = BrokenStore.leases();
        var late = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        ConnectionStore broken = BrokenStore.releasingWithoutOwner(store, leases);
        server.watchedBy(turnstile);

        var first = node("a", new StagedStore(broken, point -> waitAfterLease(point, held, late)))
                .asks(LINK);
        Turnstile.await(held);
        storeTime.advance(Held.LEASE);
        var second = node("b", broken).asks(LINK);
        turnstile.awaitCall();
        late.countDown();
        first.join();
        var third = node("c", broken).asks(LINK);
        turnstile.awaitCall();
        turnstile.open();
        CompletableFuture.allOf(second, third).join();

        assertThat(findings())
                .anyMatch(finding -> finding.startsWith("G1: two calls overlap: b's call"))
                .anyMatch(finding -> finding.startsWith("S2: b's call"));
    }

    private static void waitAfterLease(Point point, CountDownLatch held, CountDownLatch late) {
        if (point == Point.AFTER_LEASE) {
            held.countDown();
            Turnstile.await(late);
        }
    }
}
