package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.spi.AuthClient.Identity;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A client that shows a certificate.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-2">RFC 8705, sections 2 and 5</a>
 */
class MutualTlsTest {
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    private static final Secret KEY = Keys.pem(Keys.EC);
    private static final String TOKEN = "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}";

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<UnattendedFlow> stated() {
        return OAuth2.clientCredentials()
                .tokenEndpoint(Strategies.TOKEN)
                .client("client-id", ClientAuthentication.mutualTls(CHAIN, KEY));
    }

    private void grant(OAuth2Strategy<UnattendedFlow> strategy) {
        var unused = strategy.flow(FakeContext.of(strategy, server)).grant();
    }

    @Test
    void showsTheCertificateAndSendsItsIdAlone() {
        server.json(200, TOKEN);

        grant(stated());

        assertThat(server.onlyCall().identity()).contains(new Identity(CHAIN, KEY));
        assertThat(ScriptedServer.form(server.onlyCall()))
                .isEqualTo(Map.of("grant_type", "client_credentials", "client_id", "client-id"));
        assertThat(ScriptedServer.headers(server.onlyCall())).doesNotContainKey("Authorization");
    }

    @Test
    void usesTheEndpointThatMetadataNamesForCertificates() {
        server.json(200, """
                {"issuer": "https://acme.example", "token_endpoint": "https://acme.example/token",
                 "mtls_endpoint_aliases": {"token_endpoint": "https://mtls.acme.example/token"}}""");
        server.json(200, TOKEN);

        grant(OAuth2.clientCredentials()
                .issuer("https://acme.example")
                .client("client-id", ClientAuthentication.mutualTls(CHAIN, KEY)));

        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create("https://mtls.acme.example/token"));
    }

    @Test
    void leavesTheAliasToClientsThatShowACertificate() {
        server.json(200, """
                {"issuer": "https://acme.example", "token_endpoint": "https://acme.example/token",
                 "mtls_endpoint_aliases": {"token_endpoint": "https://mtls.acme.example/token"}}""");
        server.json(200, TOKEN);

        grant(OAuth2.clientCredentials().issuer("https://acme.example").client("id", Strategies.CLIENT_SECRET));

        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create("https://acme.example/token"));
    }

    @Test
    void saysWhichCertificateItsTokensMayBeBoundTo() {
        OAuth2Token token = Tokens.withoutRefreshToken();

        assertThat(stated().identity(token)).contains(new Identity(CHAIN, KEY));
        assertThat(Strategies.robot().identity(token)).isEmpty();
    }

    @Test
    void readsBackWithItsKeyApart() {
        var strategy = stated();

        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
        assertThat(strategy.settings().secrets()).containsOnlyKeys("client_certificate_key");
        assertThat(strategy.settings().json()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void refusesACertificateThatIsNoText() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> ClientAuthentication.mutualTls("MII…", KEY));

        assertThat(refusal.code()).isEqualTo("certificate_malformed");
        assertThat(refusal).hasMessageContaining("BEGIN CERTIFICATE");
    }
}
