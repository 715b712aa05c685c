package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.RawAuthorization.VERIFIER;
import static dev.connections.oauth.servers.RawAuthorization.query;
import static dev.connections.oauth.servers.Registrations.API;
import static dev.connections.oauth.servers.Registrations.JOBS;
import static dev.connections.oauth.servers.Registrations.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.oauth.servers.Registrations.Client;
import dev.connections.oauth.servers.TokenClient.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the server itself insists on, asked past the SDK: without it a pass of {@link AuthorizationServerContract}
 * would prove little.
 */
abstract class StrictServerContract extends OnServer {
    @Test
    void serverInsistsOnPkce() {
        URI request = RawAuthorization.requestWithoutPkce(server(), WEB);

        URI callback = LoginBrowser.approve(request);

        assertThat(query(callback)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void serverRefusesAnotherVerifier() {
        URI callback = LoginBrowser.approve(RawAuthorization.request(server(), WEB));

        Answer answer = as(WEB).exchange(RawAuthorization.exchange(callback, VERIFIER + "x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void serverRefusesACodeThatWasUsed() {
        URI callback = LoginBrowser.approve(RawAuthorization.request(server(), WEB));
        var exchange = RawAuthorization.exchange(callback, VERIFIER);

        Answer first = as(WEB).exchange(exchange);
        Answer second = as(WEB).exchange(exchange);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void serverRotatesRefreshTokensAndRefusesTheOldOne() {
        String first = tokens().text("refresh_token");

        Answer renewed = as(WEB).refresh(first);
        Answer reused = as(WEB).refresh(first);

        assertThat(renewed.text("refresh_token")).isNotEmpty().isNotEqualTo(first);
        assertThat(reused.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void serverRefusesARevokedRefreshToken() {
        String refreshToken = tokens().text("refresh_token");

        Answer revocation = as(WEB).revoke(refreshToken);

        assertThat(revocation.status()).isEqualTo(200);
        assertThat(as(WEB).refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void serverRefusesAWrongSecret() {
        var impostor = new Client(JOBS.id(), Optional.of("not-the-secret"));

        Answer answer = as(impostor).exchange(Map.of("grant_type", "client_credentials"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isIn("invalid_client", "unauthorized_client");
    }

    @Test
    void introspectionKnowsARevokedAccessToken() {
        String accessToken = as(JOBS).exchange(Map.of("grant_type", "client_credentials", "scope", Registrations.SCOPE))
                .text("access_token");

        Answer before = as(API).introspect(accessToken);
        as(JOBS).revoke(accessToken);
        Answer after = as(API).introspect(accessToken);

        assertThat(before.text("active")).isEqualTo("true");
        assertThat(before.text("client_id")).isEqualTo(JOBS.id());
        assertThat(after.text("active")).isEqualTo("false");
    }

    private Answer tokens() {
        URI callback = LoginBrowser.approve(RawAuthorization.request(server(), WEB));
        return as(WEB).exchange(RawAuthorization.exchange(callback, VERIFIER));
    }

    protected final TokenClient as(Client client) {
        return new TokenClient(server(), client);
    }
}
