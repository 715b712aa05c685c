package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.RawAuthorization.challenge;
import static dev.connections.oauth.servers.RawAuthorization.query;
import static dev.connections.oauth.servers.Registrations.ASKING;
import static dev.connections.oauth.servers.Registrations.JOBS;
import static dev.connections.oauth.servers.Registrations.PUBLIC;
import static dev.connections.oauth.servers.Registrations.REDIRECT_URI;
import static dev.connections.oauth.servers.Registrations.SCOPE;
import static dev.connections.oauth.servers.Registrations.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.Connection;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.servers.Application.Reading;
import dev.connections.oauth.servers.Registrations.Client;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The SDK's flows against a real authorization server, through the SDK's public face. */
abstract class AuthorizationServerContract extends StrictServerContract {
    static final Duration PAST_EXPIRY = Duration.ofHours(2);

    @Test
    @Proves("authorization code with PKCE")
    void authorizationCodeWithPkceEndsInAnAuthorizedCall() {
        var connection = app().stated(WEB);
        var request = connection.authorize().begin(REDIRECT_URI);

        var authorization = connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());
        Reading leads = app().read(connection);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(authorization.grantedScopes()).containsExactly(SCOPE);
        assertThat(leads).isEqualTo(new Reading(200, "acme-web reads the leads"));
        assertThat(query(request.uri()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "code_challenge", challenge(app().tokenRequests().get(0).sent("code_verifier")));
    }

    @Test
    @Proves("endpoints by discovery")
    void discoveryFindsTheEndpointsThatTheManualNames() {
        var connection = app().discovered(WEB);
        var request = connection.authorize().begin(REDIRECT_URI);

        connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());
        connection.revoke();

        assertThat(request.uri().toString()).startsWith(server().authorizationEndpoint() + "?");
        assertThat(app().tokenRequests()).hasSize(1);
        assertThat(app().wire().to(server().revocationEndpoint()))
                .extracting(revocation -> revocation.sent("token"))
                .contains(received(0, "refresh_token"));
    }

    @Test
    @Proves("public client")
    void publicClientNeedsNoSecret() {
        var connection = app().discovered(PUBLIC);

        Application.authorize(connection);

        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-public reads the leads"));
    }

    @Test
    @Proves("client secret in the form")
    void clientSecretMayTravelInTheForm() {
        var connection = app().shared(
                        app().statedStrategy(WEB).withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST));

        Application.authorize(connection);

        assertThat(app().read(connection).status()).isEqualTo(200);
        assertThat(app().tokenRequests().get(0).sent("client_secret")).isEqualTo(WEB.requiredSecret());
    }

    @Test
    @Proves("refresh token rotation")
    void refreshRotatesTheRefreshTokenAndTheOldOneIsDead() {
        var connection = app().stated(WEB);
        Application.authorize(connection);

        app().clock().advance(PAST_EXPIRY);
        Reading leads = app().read(connection);

        assertThat(leads.status()).isEqualTo(200);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
        String old = received(0, "refresh_token");
        assertThat(received(1, "refresh_token")).isNotEmpty().isNotEqualTo(old);
        assertThat(as(WEB).refresh(old).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void everyRefreshSendsTheNewestRefreshToken() {
        var connection = app().stated(WEB);
        Application.authorize(connection);

        app().clock().advance(PAST_EXPIRY);
        app().read(connection);
        app().clock().advance(PAST_EXPIRY);
        app().read(connection);

        assertThat(grants()).containsExactly("authorization_code", "refresh_token", "refresh_token");
        assertThat(app().tokenRequests().get(2).sent("refresh_token")).isEqualTo(received(1, "refresh_token"));
    }

    @Test
    void manyThreadsShareOneRefreshOfARotatingToken() throws Exception {
        var connection = app().stated(WEB);
        Application.authorize(connection);
        app().clock().advance(PAST_EXPIRY);

        List<Reading> readings = inParallel(8, connection);

        assertThat(readings).hasSize(8).extracting(Reading::status).containsOnly(200);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void accessTokenThatTheServerEndedEarlyIsReplacedAfterOneRefusal() {
        var connection = app().stated(WEB);
        Application.authorize(connection);
        as(WEB).revoke(received(0, "access_token"));

        Reading leads = app().read(connection);

        assertThat(leads.status()).isEqualTo(200);
        assertThat(app().resource().statuses()).containsExactly(401, 200);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    @Proves("ended refresh token")
    void refreshTokenThatTheServerEndedAsksForReauthorizationOnce() {
        var connection = app().stated(WEB);
        Application.authorize(connection);
        as(WEB).revoke(received(0, "refresh_token"));
        app().clock().advance(PAST_EXPIRY);

        assertThatExceptionOfType(ReauthorizationRequiredException.class)
                .isThrownBy(() -> connection.credentialsFor(app().resource().leads()))
                .withMessageContaining("reconnect()")
                .withMessageContaining("invalid_grant")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.REVOKED));
        assertThatExceptionOfType(ReauthorizationRequiredException.class)
                .isThrownBy(() -> connection.credentialsFor(app().resource().leads()));

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void reconnectingHealsAConnectionThatTheServerEnded() {
        var connection = app().stated(WEB);
        Application.authorize(connection);
        as(WEB).revoke(received(0, "refresh_token"));

        var request = connection.reconnect().begin(REDIRECT_URI);
        connection.reconnect().complete(LoginBrowser.approve(request.uri()), request.state());

        assertThat(app().read(connection).status()).isEqualTo(200);
    }

    @Test
    @Proves("client credentials")
    void clientCredentialsAreMintedAndMintedAgain() {
        var connection = app().unattended(JOBS);

        connection.authorize().grant();
        Reading first = app().read(connection);
        app().clock().advance(PAST_EXPIRY);
        Reading second = app().read(connection);

        assertThat(List.of(first, second)).containsOnly(new Reading(200, "acme-jobs reads the leads"));
        assertThat(grants()).containsExactly("client_credentials", "client_credentials");
        assertThat(received(1, "access_token")).isNotEqualTo(received(0, "access_token"));
    }

    @Test
    @Proves("revocation")
    void revokingEndsTheRefreshTokenAtTheServer() {
        var connection = app().stated(WEB);
        Application.authorize(connection);
        String refreshToken = received(0, "refresh_token");

        connection.revoke();

        assertThat(as(WEB).refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @Test
    @Proves("wrong client secret")
    void wrongSecretIsAMistakeInTheConfiguration() {
        var connection = app().unattended(new Client(JOBS.id(), Optional.of("not-the-secret")));

        assertThatExceptionOfType(ConnectionConfigurationException.class)
                .isThrownBy(() -> connection.authorize().grant())
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("invalid_client"))
                .withMessageContaining("client secret")
                .withMessageNotContaining("not-the-secret");
    }

    @Test
    void consentGivenOnItsPageIsAGrant() {
        var connection = app().stated(ASKING);

        Application.authorize(connection);

        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-asking reads the leads"));
    }

    @Test
    @Proves("consent refused")
    void consentRefusedOnItsPageIsADenial() {
        var connection = app().stated(ASKING);
        var request = connection.authorize().begin(REDIRECT_URI);
        URI callback = LoginBrowser.deny(request.uri());

        assertThatExceptionOfType(AuthorizationDeniedException.class)
                .isThrownBy(() -> connection.authorize().complete(callback, request.state()))
                .satisfies(failure -> assertThat(failure.error()).isEqualTo("access_denied"));
        assertThat(app().tokenRequests()).isEmpty();
    }

    @Test
    void callbackServesOnce() {
        var connection = app().stated(WEB);
        var request = connection.authorize().begin(REDIRECT_URI);
        URI callback = LoginBrowser.approve(request.uri());
        connection.authorize().complete(callback, request.state());

        assertThatExceptionOfType(ConnectionSecurityException.class)
                .isThrownBy(() -> connection.authorize().complete(callback, request.state()));

        assertThat(app().tokenRequests()).hasSize(1);
        assertThat(app().read(connection).status()).isEqualTo(200);
    }

    private List<String> grants() {
        return app().tokenRequests().stream()
                .map(request -> request.sent("grant_type"))
                .toList();
    }

    private String received(int exchange, String member) {
        return app().tokenRequests().get(exchange).received(member);
    }

    private List<Reading> inParallel(int threads, Connection connection) throws Exception {
        var gate = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Reading>> readings = IntStream.range(0, threads)
                    .mapToObj(each -> pool.submit(() -> {
                        gate.await();
                        return app().read(connection);
                    }))
                    .toList();
            gate.countDown();
            var results = new ArrayList<Reading>();
            for (Future<Reading> each : readings) {
                results.add(each.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
