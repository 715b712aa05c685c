package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.acme;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that carry a signature over the rest of them (QUIRKS, row 6). */
class SignedCallbackTest {
    private static final OAuth2Strategy<RedirectFlow> SHOP = acme().withAuthorizationRequest(
                    AuthorizationRequestFormat.standard().receivingSignedIn("hmac"));

    private final ScriptedServer server = new ScriptedServer();
    private final FakeContext context = FakeContext.of(SHOP, server);
    private final String state = SHOP.flow(context).begin(CALLBACK).state();

    private static String signature(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Strategies.CLIENT_SECRET.reveal().getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    private ConnectionSecurityException refused(String query) {
        return catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> SHOP.flow(context).complete(URI.create(CALLBACK + "?" + query), state));
    }

    @Test
    void takesACallbackThatTheServiceSigned() throws Exception {
        String hmac = signature("code=c-1&shop=a b.example&state=" + state);
        server.json(200, "{\"access_token\": \"a-1\"}");

        var unused = SHOP.flow(context)
                .complete(
                        URI.create(CALLBACK + "?shop=a%20b.example&hmac=" + hmac + "&code=c-1&state=" + state), state);

        assertThat(context.grants()).hasSize(1);
    }

    @Test
    void takesItsParametersFromAFramework() throws Exception {
        String hmac = signature("code=c-1&state=" + state);
        server.json(200, "{\"access_token\": \"a-1\"}");

        var unused = SHOP.flow(context)
                .complete(Map.of("state", List.of(state), "code", List.of("c-1"), "hmac", List.of(hmac)), state);

        assertThat(context.grants()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&hmac=", "&hmac=00"})
    void refusesWhatIsNotSignedAndLeavesTheFlowAlone(String more) throws Exception {
        var refusal = refused("code=c-1&state=" + state + more);

        assertThat(refusal.code()).isEqualTo("callback_forged");
        assertThat(refusal).hasMessageContaining("check that the client secret");
        assertThat(server.calls()).isEmpty();
        takesACallbackThatTheServiceSigned();
    }

    @Test
    void refusesOneThatWasChangedOnItsWay() throws Exception {
        String hmac = signature("code=c-1&shop=mine.example&state=" + state);

        assertThat(refused("code=c-1&shop=yours.example&state=" + state + "&hmac=" + hmac)
                        .code())
                .isEqualTo("callback_forged");
    }

    @Test
    void needsASecretToCheckWith() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> Strategies.acmeForPublicClients()
                        .withAuthorizationRequest(
                                AuthorizationRequestFormat.standard().receivingSignedIn("hmac")));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(catchThrowableOfType(
                                ConnectionConfigurationException.class,
                                () -> AuthorizationRequestFormat.standard().receivingSignedIn("code"))
                        .code())
                .isEqualTo("parameter_unknown");
    }
}
