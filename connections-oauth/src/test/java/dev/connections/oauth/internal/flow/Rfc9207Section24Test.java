package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.wire.FormEncoding;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9207, section 2.4: a callback of another server is refused before its code or its error is believed. */
class Rfc9207Section24Test {
    private static final String ISSUER = "https://acme.example";
    private static final String METADATA = "{\"issuer\":\"" + ISSUER + "\",\"authorization_endpoint\":\"" + ISSUER
            + "/authorize\",\"token_endpoint\":\"" + ISSUER
            + "/token\",\"authorization_response_iss_parameter_supported\":true}";

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void acceptsTheIssuerTheFlowBeganWith() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withIssuer(ISSUER);
        FakeContext context = FakeContext.of(strategy, server.json(200, "{\"access_token\":\"a\"}"));

        callback(strategy, context, "code=c&iss=" + FormEncoding.encode(ISSUER));

        assertThat(context.grants()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://acme.example/",
                "https://ACME.example",
                "https://acme.example:443",
                "http://acme.example",
                "acme.example"
            })
    void refusesEveryOtherIssuerByPlainComparison(String issuer) {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withIssuer(ISSUER);

        assertRefused(strategy, "code=c&iss=" + FormEncoding.encode(issuer), "issuer_mismatch");
    }

    @Test
    void believesNoErrorOfAnotherIssuer() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withIssuer(ISSUER);

        assertRefused(strategy, "error=access_denied&iss=https%3A%2F%2Fevil.example", "issuer_mismatch");
    }

    @Test
    void believesAnErrorOfItsIssuer() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withIssuer(ISSUER);
        FakeContext context = FakeContext.of(strategy, server);

        assertThatThrownBy(() -> callback(strategy, context, "error=access_denied&iss=" + FormEncoding.encode(ISSUER)))
                .isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void refusesACallbackWithoutIssuerWhereTheServerAnnouncesOne() {
        server.json(200, METADATA);
        OAuth2Strategy<RedirectFlow> strategy =
                OAuth2.authorizationCode().issuer(ISSUER).publicClient("id");
        FakeContext context = FakeContext.of(strategy, server);

        assertThatThrownBy(() -> callback(strategy, context, "code=c"))
                .isInstanceOfSatisfying(ConnectionSecurityException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("issuer_missing");
                    assertThat(refused).hasMessageContaining("begin again");
                });
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void acceptsACallbackWithoutIssuerWhereTheServerAnnouncesNone() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withIssuer(ISSUER);
        FakeContext context = FakeContext.of(strategy, server.json(200, "{\"access_token\":\"a\"}"));

        callback(strategy, context, "code=c");

        assertThat(context.grants()).hasSize(1);
    }

    @Test
    void acceptsAnIssuerAtTheAuthorizationEndpointsOriginWhereNoneIsStated() {
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, "{\"access_token\":\"a\"}"));

        callback(Strategies.acme(), context, "code=c&iss=https%3A%2F%2Facme.example%2Ftenant");

        assertThat(context.grants()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "https://acme.example.evil.example", "https://u@acme.example", "nonsense"
            })
    void refusesAnIssuerOfAnotherOriginWhereNoneIsStated(String issuer) {
        assertRefused(Strategies.acme(), "code=c&iss=" + FormEncoding.encode(issuer), "issuer_mismatch");
    }

    private void assertRefused(OAuth2Strategy<RedirectFlow> strategy, String query, String code) {
        FakeContext context = FakeContext.of(strategy, server);

        assertThatThrownBy(() -> callback(strategy, context, query))
                .isInstanceOfSatisfying(ConnectionSecurityException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused).hasMessageContaining("withIssuer").hasMessageNotContaining("evil");
                });
        assertThat(server.calls()).isEmpty();
    }

    private static void callback(OAuth2Strategy<RedirectFlow> strategy, FakeContext context, String query) {
        RedirectFlow flow = strategy.flow(context);
        String state = flow.begin(CALLBACK).state();
        flow.complete(URI.create(CALLBACK + "?" + query + "&state=" + state), state);
    }
}
