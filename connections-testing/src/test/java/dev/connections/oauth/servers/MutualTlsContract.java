package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A client that shows a certificate over TLS to a real server. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class MutualTlsContract {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private Connections connections;

    /** Returns the issuer identifier of the port that speaks TLS and asks for a client's certificate. */
    protected abstract String issuer();

    /** Returns the authority whose certificates that port shows and trusts. */
    protected abstract Authority authority();

    @BeforeEach
    void open() {
        connections =
                Connections.builder().httpClient(authority().trusting().build()).build();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<UnattendedFlow> certified(ClientAuthentication authentication) {
        return connections.shared(Service.custom("Acme")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers("https://api.example.com")
                .authentication(OAuth2.clientCredentials()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer(issuer())
                        .client(Registrations.CERTIFIED.id(), authentication))
                .connection("Acme main")
                .withScopes(Registrations.SCOPE));
    }

    @Test
    @Proves("client certificate over TLS")
    void certificateAuthenticatesItsClient() {
        var connection = certified(authority().certificateOf(Authority.CLIENT));

        var authorization = connection.authorize().grant();

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(authorization.grantedScopes()).contains(Registrations.SCOPE);
    }

    @Test
    @Proves("client certificate over TLS")
    void certificateOfSomebodyElseIsRefused() {
        var connection = certified(authority().certificateOf(Authority.STRANGER));

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> connection.authorize().grant());

        assertThat(refusal).hasMessageContaining("check the client id");
        assertThat(refusal.code()).isEqualTo("invalid_client");
    }

    @Test
    @Proves("client certificate over TLS")
    void clientWithoutItsCertificateIsRefused() {
        var connection = certified(
                ClientAuthentication.secret(ClientAuthentication.CLIENT_SECRET_POST, Secret.of("no-certificate-41c7")));

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> connection.authorize().grant());

        assertThat(refusal.code()).isEqualTo("invalid_client");
    }

    @Test
    @Proves("token bound to a client certificate")
    void tokenNamesTheCertificateThatAskedForIt(SecretCanary canary) throws Exception {
        var connection = certified(authority().certificateOf(Authority.CLIENT));
        var unused = connection.authorize().grant();

        String header = connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
        canary.plant(Secret.of(header.substring("Bearer ".length())));

        byte[] certificate = authority().certificate(Authority.CLIENT).getEncoded();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate);
        assertThat(confirmation(header))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /** Returns what a token, which is a signed JWT at both servers, says in {@code cnf} (RFC 8705, section 3.1). */
    private static String confirmation(String token) throws Exception {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new ObjectMapper().readTree(claims).at("/cnf/x5t#S256").asText();
    }
}
