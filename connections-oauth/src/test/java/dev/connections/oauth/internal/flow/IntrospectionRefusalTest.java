package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.spi.CredentialStrategy.Introspection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Endpoints that refuse to be asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2.3">RFC 7662, section 2.3</a>
 */
class IntrospectionRefusalTest {
    private static final String METADATA = "{\"issuer\":\"https://acme.example\","
            + "\"token_endpoint\":\"https://acme.example/token\","
            + "\"introspection_endpoint\":\"https://acme.example/introspect\"}";

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<?> discovered() {
        return OAuth2.authorizationCode().issuer("https://acme.example").publicClient("client-id");
    }

    private static OAuth2Strategy<?> stated() {
        return Strategies.acme().withIntrospectionEndpoint("https://acme.example/introspect");
    }

    private Optional<Introspection> introspected(OAuth2Strategy<?> strategy) {
        return strategy.introspector()
                .orElseThrow()
                .introspect(Tokens.withoutRefreshToken(), FakeContext.of(strategy, server));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405})
    void asksNobodyWhereAnEndpointOfTheMetadataRefuses(int status) {
        server.json(200, METADATA).json(status, "{\"error\":\"invalid_client\"}");

        assertThat(introspected(discovered())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503})
    void asksAgainLaterWhereAnEndpointOfTheMetadataIsBusy(int status) {
        server.json(200, METADATA).json(status, "{}");

        assertThatThrownBy(() -> introspected(discovered())).isInstanceOf(TransientConnectionException.class);
    }

    @Test
    void saysWhatToCorrectWhereAStatedEndpointRefuses() {
        server.json(403, "{}");

        assertThatThrownBy(() -> introspected(stated()))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("introspection_refused");
                    assertThat(failure)
                            .hasMessageContaining("https://acme.example/introspect refuses to be asked (HTTP 403)");
                    assertThat(failure).hasMessageContaining("withIntrospectionEndpoint(uri)");
                });
    }
}
