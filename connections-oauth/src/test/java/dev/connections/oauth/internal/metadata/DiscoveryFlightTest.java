package dev.connections.oauth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.spi.AuthClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any number of callers ask an issuer once, and each gets an answer of its own. */
@Timeout(30)
class DiscoveryFlightTest {
    private static final int CALLERS = 16;
    private static final String METADATA =
            "{\"issuer\":\"https://acme.example\",\"token_endpoint\":\"https://acme.example/token\"}";

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final Clock clock = Clock.fixed(FakeContext.NOW, ZoneOffset.UTC);
    private final Discovery discovery = discovery();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void asksOnceForAllWhoWait() throws Exception {
        List<Future<Server>> answers = startAll(() -> discovery.server(answering(), clock));

        gate.countDown();

        for (Future<Server> each : answers) {
            assertThat(each.get().tokenEndpoint()).hasHost("acme.example");
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void givesEveryCallerAFailureOfItsOwn() throws Exception {
        Set<ConnectionException> failures = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Future<ConnectionException>> answers = startAll(() -> failure(failing()));

        gate.countDown();

        for (Future<ConnectionException> each : answers) {
            failures.add(each.get());
        }
        assertThat(failures).hasSize(CALLERS).allMatch(failure -> failure.code().equals("unreachable"));
    }

    @Test
    void asksAgainAfterAFailure() {
        gate.countDown();
        assertThat(failure(failing()).code()).isEqualTo("unreachable");

        assertThat(discovery.server(answering(), clock).tokenEndpoint()).hasHost("acme.example");
    }

    private ConnectionException failure(AuthClient http) {
        try {
            discovery.server(http, clock);
            throw new AssertionError("no failure");
        } catch (ConnectionException failure) {
            return failure;
        }
    }

    private <T> List<Future<T>> startAll(Callable<T> work) throws Exception {
        var started = new CountDownLatch(CALLERS);
        var futures = new ArrayList<Future<T>>();
        for (int i = 0; i < CALLERS; i++) {
            futures.add(threads.submit(() -> {
                started.countDown();
                return work.call();
            }));
        }
        started.await();
        return futures;
    }

    private AuthClient answering() {
        return new Gated(new ScriptedServer().json(200, METADATA));
    }

    private AuthClient failing() {
        return new Gated(new ScriptedServer()
                .failing(new TransientConnectionException(
                        "unreachable", "gone; try again", Duration.ZERO, false, null)));
    }

    private static Discovery discovery() {
        OAuth2Strategy<?> strategy =
                OAuth2.clientCredentials().issuer("https://acme.example").client("id", Strategies.CLIENT_SECRET);
        OAuth2Definition definition = OAuth2Definition.of(strategy.settings());
        return new Discovery(definition.server(), "https://acme.example");
    }

    /** Answers when the gate opens. */
    private final class Gated implements AuthClient {
        private final AuthClient server;

        Gated(AuthClient server) {
            this.server = server;
        }

        @Override
        public Reply send(Call call) {
            calls.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            return server.send(call);
        }

        @Override
        public AuthClient publicAddressesOnly() {
            return this;
        }
    }
}
