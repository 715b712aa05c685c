package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.oauth.servers.Application.Reading;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The contract against Keycloak, in the integration profile: it brings the distribution. Keycloak also names itself in
 * the callback (RFC 9207).
 */
@RealServer("Keycloak")
class KeycloakIT extends ExtensionsContract {
    @Override
    protected AuthorizationServer start() {
        return KeycloakServer.running();
    }

    @Test
    @Proves("issuer in the callback")
    void callbackOfAnotherIssuerIsRefused() {
        var connection = app().discovered(Registrations.WEB);
        var request = connection.authorize().begin(Registrations.REDIRECT_URI);
        String callback = LoginBrowser.approve(request.uri()).toString();
        String forged = callback.replace(issuerParameter(), "iss=https%3A%2F%2Fother.example.com");

        assertThat(forged).isNotEqualTo(callback);
        assertThatExceptionOfType(ConnectionSecurityException.class)
                .isThrownBy(() -> connection.authorize().complete(URI.create(forged), request.state()))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("issuer_mismatch"));
        assertThat(app().tokenRequests()).isEmpty();
    }

    @Test
    @Proves("issuer in the callback")
    void callbackWithoutThePromisedIssuerIsRefused() {
        var connection = app().discovered(Registrations.WEB);
        var request = connection.authorize().begin(Registrations.REDIRECT_URI);
        String callback = LoginBrowser.approve(request.uri()).toString();
        String forged = callback.replace(issuerParameter(), "kept=out");

        assertThat(forged).isNotEqualTo(callback);
        assertThatExceptionOfType(ConnectionSecurityException.class)
                .isThrownBy(() -> connection.authorize().complete(URI.create(forged), request.state()))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("issuer_missing"));
        assertThat(app().tokenRequests()).isEmpty();
    }

    @Test
    @Proves("refresh token reuse ends the grant")
    void secondUseOfARefreshTokenByAThiefEndsTheGrantOfBoth() {
        var connection = app().stated(Registrations.WEB);
        Application.authorize(connection);
        String stolen = app().tokenRequests().get(0).received("refresh_token");
        app().clock().advance(PAST_EXPIRY);
        app().read(connection);

        as(Registrations.WEB).refresh(stolen);
        app().clock().advance(PAST_EXPIRY);
        var refusal = catchThrowableOfType(
                ReauthorizationRequiredException.class,
                () -> connection.credentialsFor(app().resource().leads()));

        assertThat(refusal).hasMessageContaining("reconnect()").hasMessageContaining("invalid_grant");
        assertThat(refusal.reason()).isEqualTo(AuthorizationStatus.Reason.REVOKED);
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    @Test
    @Proves("forced pushed authorization request")
    void clientThatMustPushIsAuthorizedWhenItDoes() {
        var connection = app().shared(app().statedStrategy(Registrations.PUSHING)
                .withPushedAuthorizationRequests(
                        server().pushedAuthorizationRequestEndpoint().toString()));

        Application.authorize(connection);

        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-pushing reads the leads"));
    }

    @Test
    @Proves("forced pushed authorization request")
    void clientThatMustPushIsRefusedWhenItDoesNot() {
        var connection = app().stated(Registrations.PUSHING);
        var request = connection.authorize().begin(Registrations.REDIRECT_URI);
        URI callback = LoginBrowser.approve(request.uri());

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> connection.authorize().complete(callback, request.state()));

        assertThat(refusal.error()).isEqualTo("invalid_request");
        assertThat(app().tokenRequests()).isEmpty();
    }

    private String issuerParameter() {
        return "iss=" + URLEncoder.encode(server().issuer(), StandardCharsets.UTF_8);
    }
}
