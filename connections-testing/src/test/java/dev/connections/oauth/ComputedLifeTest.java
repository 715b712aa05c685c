package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.oauth.OddProvider.Received;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a callback told reaches the formulas of all requests of a connection's life. */
class ComputedLifeTest {
    private static final String TOKENS = """
            {"access_token": "a-1", "refresh_token": "r-1", "token_type": "bearer", "expires_in": 600}""";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final OddProvider provider = new OddProvider();
    private final Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();

    @AfterEach
    void close() {
        provider.close();
        connections.close();
    }

    private ManagedConnection<RedirectFlow> walmart() {
        var format = TokenRequestFormat.form().withComputedHeader("WM_PARTNER.ID", "captured.sellerId");
        Service<RedirectFlow> service = Service.custom("Walmart")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(provider.origin())
                .authentication(provider.withCodes()
                        .client("id", canary.secret())
                        .withCapture(Capture.fromCallback("sellerId").withRequired())
                        .withTokenRequest(format)
                        .withRevocationEndpoint(provider.origin() + "/revoke")
                        .withRevocationRequest(format)
                        .withComputedHeader("WM_PARTNER.ID", "captured.sellerId"));
        return connections.shared(service.connection("Walmart"));
    }

    @Test
    void saysWhatTheCallbackToldFromTheCodeToTheEnd() {
        ManagedConnection<RedirectFlow> connection = walmart();
        URI api = provider.at("/v3/items");
        provider.answer(TOKENS).answer(TOKENS).answer("{}").answer("{}");

        var unused = OddProvider.complete(connection, "&sellerId=10001");
        Map<String, String> before = connection.credentialsFor(api).revealHeaders();
        clock.advance(Duration.ofMinutes(20));
        Map<String, String> after = connection.credentialsFor(api).revealHeaders();
        var revoked = connection.revoke();

        List<Received> requests =
                List.of(provider.received(), provider.received(), provider.received(), provider.received());
        assertThat(requests).extracting(Received::path).containsExactly("/token", "/token", "/revoke", "/revoke");
        assertThat(requests)
                .extracting(request -> request.header("WM_PARTNER.ID"))
                .containsOnly("10001");
        assertThat(List.of(before, after))
                .allSatisfy(headers -> assertThat(headers).containsEntry("WM_PARTNER.ID", "10001"));
        assertThat(revoked.providerAnswer())
                .hasValueSatisfying(said -> assertThat(said).contains("refresh token revoked"));
    }
}
