package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connections.ConnectionSecurityException;
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

    private String issuerParameter() {
        return "iss=" + URLEncoder.encode(server().issuer(), StandardCharsets.UTF_8);
    }
}
