package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.CLIENT_SECRET;
import static dev.connections.oauth.Strategies.acme;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.Capture;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.spi.AuthClient.Call;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What formulas see, and what of it a server's answer may show. */
class ComputedSecretsTest {
    private final ScriptedServer server = new ScriptedServer();

    private <E extends ConnectionException> E refused(
            Class<E> type, OAuth2Strategy<RedirectFlow> strategy, String more, String answer) {
        server.json(400, answer);
        FakeContext context = FakeContext.of(strategy, server);
        String state = strategy.flow(context).begin(CALLBACK).state();
        return catchThrowableOfType(
                type,
                () -> strategy.flow(context).complete(URI.create(CALLBACK + "?code=c-1&state=" + state + more), state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "1", "grant", "*", "**"})
    void readsTheErrorWhateverTheCallbackSaid(String location) {
        AuthorizationDeniedException refusal = refused(
                AuthorizationDeniedException.class,
                acme().withCapture(Capture.fromCallback("location")),
                "&location=" + location,
                "{\"error\": \"invalid_grant\", \"error_description\": \"no grant 1 in here\"}");

        assertThat(refusal.code()).isEqualTo("invalid_grant");
        assertThat(refusal).hasMessageContaining("no grant 1 in here").hasMessageContaining("begin again");
    }

    @Test
    void readsTheErrorWhateverTheSecretIs() {
        ConnectionConfigurationException refusal = refused(
                ConnectionConfigurationException.class,
                OAuth2.authorizationCode()
                        .authorizationEndpoint(Strategies.AUTHORIZE)
                        .tokenEndpoint(Strategies.TOKEN)
                        .client("client-id", Secret.of("client")),
                "",
                "{\"error\": \"invalid_client\"}");

        assertThat(refusal.code()).isEqualTo("invalid_client");
        assertThat(refusal).hasMessageContaining("invalid_[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64(client_id + ':' + client_secret)",
                "hex(client_secret)",
                "left(client_secret, 10)",
                "hex(sha256(client_secret + code))"
            })
    void hidesWhatAServerEchoesOfAComputedValue(String formula) {
        OAuth2Strategy<RedirectFlow> parameter =
                acme().withTokenRequest(TokenRequestFormat.form().withComputedParameter("auth", formula));
        OAuth2Strategy<RedirectFlow> header =
                acme().withTokenRequest(TokenRequestFormat.form().withComputedHeader("X-Auth", formula));

        assertThat(echoed(parameter, call -> ScriptedServer.form(call).get("auth")))
                .contains("bad auth [redacted]!");
        assertThat(echoed(header, call -> ScriptedServer.headers(call).get("X-Auth")))
                .contains("bad auth [redacted]!");
    }

    @Test
    void showsWhatAServerEchoesOfThatWhichIsNoSecret() {
        OAuth2Strategy<RedirectFlow> dated = acme().withTokenRequest(TokenRequestFormat.form()
                .withComputedParameter("site", "'a'")
                .withComputedHeader("X-Client", "client_id"));

        assertThat(refused(
                        ConnectionConfigurationException.class,
                        dated,
                        "",
                        "{\"error\": \"invalid_request\", \"error_description\": \"a bad client-id\"}"))
                .hasMessageContaining("a bad client-id");
    }

    /** Returns the message where a server echoes a value that it was sent just the same before. */
    private String echoed(OAuth2Strategy<RedirectFlow> strategy, Function<Call, String> value) {
        refused(ConnectionConfigurationException.class, strategy, "", "{\"error\": \"invalid_request\"}");
        String sent = value.apply(server.calls().get(server.calls().size() - 1));
        return refused(
                        ConnectionConfigurationException.class,
                        strategy,
                        "",
                        "{\"error\": \"invalid_request\", \"error_description\": \"bad auth " + sent + "!\"}")
                .getMessage();
    }

    @Test
    void showsAllFormulasOfOneRequestTheSameTime() throws Exception {
        OAuth2Strategy<RedirectFlow> signed = acme().withComputedHeader("timestamp", "now('PT0S', 'millis')")
                .withComputedHeader("sign", "hex(hmac_sha256(client_secret, path + now('PT0S', 'millis')))");
        var request = new ApiRequest("GET", URI.create("https://api.acme.example/v1/x"), Map.of());

        signed.apply(Tokens.withRefreshToken(Secret.of("r")), request);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(CLIENT_SECRET.reveal().getBytes(UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal(("/v1/x" + request.headers().get("timestamp")).getBytes(UTF_8));
        assertThat(request.headers()).containsEntry("sign", HexFormat.of().formatHex(expected));
    }
}
