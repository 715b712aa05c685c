package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.Registrations.BOUND;
import static dev.connections.oauth.servers.Registrations.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a key, where a real server checks the proofs (RFC 9449). */
abstract class BoundTokenContract extends OnServer {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient thief = HttpClient.newHttpClient();

    @Test
    @Proves("token bound to a key")
    void tokenIsAcceptedWithItsProof() {
        var connection = bound();

        Application.authorize(connection);

        assertThat(app().tokenRequests().get(0).received("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(app().read(connection, server().provenResource()).status()).isEqualTo(OK);
        assertThat(app().read(connection, server().provenResource()).status()).isEqualTo(OK);
    }

    @Test
    @Proves("token bound to a key")
    void refreshedTokenIsBoundToTheSameKey() {
        var connection = bound();
        Application.authorize(connection);

        app().clock().advance(Registrations.BOUND_LIFETIME);
        int status = app().read(connection, server().provenResource()).status();

        assertThat(app().tokenRequests())
                .extracting(request -> request.sent("grant_type"))
                .containsExactly("authorization_code", "refresh_token");
        assertThat(status).isEqualTo(OK);
    }

    @Test
    @Proves("missing proof refused")
    void tokenIsRefusedWithoutProof(SecretCanary canary) throws Exception {
        Map<String, String> headers = stolen(canary);
        headers.remove("DPoP");

        assertThat(send(headers)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    @Proves("missing proof refused")
    void tokenIsRefusedAsABearerToken(SecretCanary canary) throws Exception {
        Map<String, String> headers = stolen(canary);
        headers.remove("DPoP");
        headers.computeIfPresent("Authorization", (name, value) -> value.replace("DPoP ", "Bearer "));

        assertThat(headers.get("Authorization")).startsWith("Bearer ");
        assertThat(send(headers)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    @Proves("replayed proof refused")
    void proofServesOnce(SecretCanary canary) throws Exception {
        Map<String, String> headers = stolen(canary);

        List<Integer> answers = List.of(send(headers), send(headers));

        assertThat(answers).containsExactly(OK, UNAUTHORIZED);
    }

    protected final ManagedConnection<RedirectFlow> bound() {
        return app().shared(Service.custom("Bound")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(server().issuer())
                .authentication(app().discoveredStrategy(BOUND).withDpop())
                .connection("Bound main")
                .withScopes(SCOPE, "openid"));
    }

    /** Returns what a thief sees who reads one request. */
    private Map<String, String> stolen(SecretCanary canary) {
        var connection = bound();
        Application.authorize(connection);
        app().catchUpWithTime();
        var headers = new HashMap<>(
                connection.credentialsFor("GET", server().provenResource()).revealHeaders());
        headers.values().stream().map(Secret::of).forEach(canary::plant);
        assertThat(headers).containsOnlyKeys("Authorization", "DPoP");
        return headers;
    }

    private int send(Map<String, String> headers) throws IOException, InterruptedException {
        URI target = server().provenResource();
        var request = HttpRequest.newBuilder(target);
        headers.forEach(request::header);
        return thief.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
