package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Authorization;
import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.DeviceFlow;
import dev.connections.ManagedConnection;
import dev.connections.Service;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A code typed at a page, over HTTP, with a service that insists on its interval (RFC 8628). */
class DeviceTest {
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final MockService<DeviceFlow> calendar = MockService.device();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();
    private ManagedConnection<DeviceFlow> connection;

    @BeforeEach
    void declare() {
        calendar.timedBy(clock);
        connection =
                connections.shared(calendar.service().connection("Television").withScopes("calendar"));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void authorizesWhenTheUserAgreesWhileItIsPolled() {
        DeviceFlow.Prompt prompt = connection.authorize().begin();
        Optional<Authorization> before = prompt.poll();
        var page = calendar.consent(prompt.verificationUriComplete().orElseThrow(), ALICE);
        clock.advance(prompt.interval());

        Authorization after = prompt.poll().orElseThrow();

        assertThat(before).isEmpty();
        assertThat(page.toString()).contains(prompt.userCode());
        assertThat(after.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(calendar.tokenRequests())
                .extracting(TokenRequest::error)
                .containsExactly("authorization_pending", "");
    }

    @Test
    void neverPollsFasterThanTheServiceWants() {
        DeviceFlow.Prompt prompt = connection.authorize().begin();
        for (int second = 0; second < 60; second++) {
            assertThat(prompt.poll()).isEmpty();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(calendar.tokenRequests())
                .hasSize(12)
                .extracting(TokenRequest::error)
                .containsOnly("authorization_pending");
    }

    @Test
    void asksOnceWhenManyThreadsPoll() {
        DeviceFlow.Prompt prompt = connection.authorize().begin();
        var unused = calendar.consent(prompt.verificationUriComplete().orElseThrow(), ALICE);
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(8);

        List<CompletableFuture<Optional<Authorization>>> polls = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> pollAt(gate, prompt), threads))
                .toList();
        gate.countDown();
        long granted = polls.stream().filter(each -> each.join().isPresent()).count();
        threads.shutdown();

        assertThat(granted).isPositive();
        assertThat(calendar.tokenRequests()).hasSize(1);
    }

    private static Optional<Authorization> pollAt(CountDownLatch gate, DeviceFlow.Prompt prompt) {
        try {
            gate.await();
            return prompt.poll();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsThatTheUserRefused() {
        ConnectionException denied = calendar.deny(connection);

        assertThat(denied).isInstanceOf(AuthorizationDeniedException.class).hasMessageContaining("begin again");
        assertThat(denied.code()).isEqualTo("access_denied");
        assertThat(denied.linkName()).isEqualTo("television");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @Test
    void refreshesAndRevokesWhatADeviceGot(SecretCanary canary) {
        calendar.approve(connection, ALICE);
        clock.advance(Duration.ofHours(2));

        var unused = connection.credentialsFor(calendar.resource("events")).revealHeaders();
        connection.revoke();

        assertThat(calendar.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("urn:ietf:params:oauth:grant-type:device_code", "refresh_token");
        assertThat(calendar.revocationRequests()).hasSize(2);
    }

    @Test
    void findsItsEndpointThroughTheIssuer() {
        ManagedConnection<DeviceFlow> discovered = connections.shared(Service.custom("Discovered")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(calendar.resource("").toString())
                .authentication(OAuth2.device()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer(calendar.issuer().toString())
                        .publicClient(calendar.publicClientId()))
                .connection("Discovered"));

        Authorization authorization = calendar.approve(discovered, ALICE);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }
}
