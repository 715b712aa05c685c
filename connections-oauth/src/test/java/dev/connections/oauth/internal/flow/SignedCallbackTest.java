package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.acme;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
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
    void signsAsTheServicesExampleDoes() {
        var example = new SignedCallback("hmac", Secret.of("hush"));

        assertThat(example.over(Map.of(
                        "shop", List.of("some-shop.myshopify.com"),
                        "code", List.of("a94a110d86d2452eb3e2af4cfb8a3828"),
                        "timestamp", List.of("1337178173"))))
                .isEqualTo("2cb1a277650a659f1b11e92a4a64275b128e037f2c3390e3c8fd2d8721dac9e2");
    }

    @Test
    void keepsNamesAndValuesApartInWhatIsSigned() throws Exception {
        var callback = new SignedCallback("hmac", Strategies.CLIENT_SECRET);

        assertThat(callback.over(Map.of("a", List.of("1&b=2"), "c=3&d", List.of("4%"))))
                .isEqualTo(signature("a=1%26b=2&c%3D3%26d=4%25"));
        assertThat(callback.over(Map.of("ids[]", List.of("1", "2")))).isEqualTo(signature("ids=[\"1\", \"2\"]"));
    }

    @Test
    void saysThatEveryParameterMustArrive() {
        assertThat(refused("code=c-1&state=" + state))
                .hasMessageContaining("all of the callback's parameters unchanged");
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
