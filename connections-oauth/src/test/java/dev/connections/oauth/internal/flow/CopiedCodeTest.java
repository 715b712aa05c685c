package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.Capture;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person carries the code: from a page of the service, or from its console. */
class CopiedCodeTest {
    private static final String TOKENS = "{\"access_token\":\"a-1\",\"refresh_token\":\"r-1\",\"expires_in\":3600}";

    private final ScriptedServer server = new ScriptedServer();
    private final FakeContext context = FakeContext.of(Strategies.acme(), server, "read");
    private final RedirectFlow flow = Strategies.acme().flow(context);

    @Test
    void redeemsACodeThatAPersonCopied() {
        server.json(200, TOKENS);
        AuthorizationRequest request = flow.beginCopying(RedirectFlow.OUT_OF_BAND);

        var unused = flow.completeCopied(Secret.of(" c-1\n"), request.state());

        assertThat(request.uri().getRawQuery())
                .contains("redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob")
                .contains("code_challenge_method=S256");
        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("code", "c-1")
                .containsEntry("redirect_uri", RedirectFlow.OUT_OF_BAND)
                .containsKey("code_verifier");
        assertThat(context.onlyGrant().tokens()).containsKey("default");
    }

    @Test
    void redeemsACodeFromAPageOfTheService() {
        server.json(200, TOKENS);
        AuthorizationRequest request = flow.beginCopying("https://acme.example/show-code");

        var unused = flow.completeCopied(Secret.of("c-1"), request.state());

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("redirect_uri", "https://acme.example/show-code");
    }

    @Test
    void takesNoCopiedCodeForAFlowThatWaitsForItsCallback() {
        AuthorizationRequest request = flow.begin(CALLBACK);

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class, () -> flow.completeCopied(Secret.of("c-1"), request.state()));

        assertThat(failure.code()).isEqualTo("flow_not_copied");
        assertThat(failure).hasMessageContaining("beginCopying");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void takesNoCallbackForAFlowWhoseCodeIsCopied() {
        AuthorizationRequest request = flow.beginCopying("https://acme.example/show-code");
        URI callback = URI.create("https://acme.example/show-code?code=c-1&state=" + request.state());

        var failure =
                catchThrowableOfType(ConnectionSecurityException.class, () -> flow.complete(callback, request.state()));

        assertThat(failure.code()).isEqualTo("flow_copied");
        assertThat(failure).hasMessageContaining("begin(");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void takesACopiedCodeOnce() {
        server.json(200, TOKENS);
        AuthorizationRequest request = flow.beginCopying(RedirectFlow.OUT_OF_BAND);
        var unused = flow.completeCopied(Secret.of("c-1"), request.state());

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class, () -> flow.completeCopied(Secret.of("c-1"), request.state()));

        assertThat(failure.code()).isEqualTo("flow_unknown");
        server.onlyCall();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "https://app.example.com/callback?code=c-1", "Your code: c-1", "c\u00e9", "c\n1"})
    void usesNothingUpForWhatIsNoCode(String pasted) {
        server.json(200, TOKENS);
        AuthorizationRequest request = flow.beginCopying(RedirectFlow.OUT_OF_BAND);

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> flow.completeCopied(Secret.of(pasted), request.state()));

        assertThat(failure.code()).isEqualTo("code_malformed");
        assertThat(failure).hasMessageContaining("copy the code alone").hasMessageNotContaining("c-1");
        assertThat(flow.completeCopied(Secret.of("c-1"), request.state())).isNotNull();
    }

    @Test
    void sendsNoBrowserToWhereNobodyComesBackFrom() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> flow.begin(RedirectFlow.OUT_OF_BAND));

        assertThat(failure.code()).isEqualTo("redirect_uri_malformed");
        assertThat(failure).hasMessageContaining("beginCopying");
        assertThat(context.pendingFlows()).isEmpty();
    }

    @Test
    void completesNothingWithoutWhatACallbackMustTell() {
        var strategy =
                Strategies.acme().withCapture(Capture.fromCallback("realmId").withRequired());
        FakeContext own = FakeContext.of(strategy, server);
        RedirectFlow copying = strategy.flow(own);
        String state = copying.beginCopying(RedirectFlow.OUT_OF_BAND).state();

        var failure = catchThrowableOfType(
                dev.connections.ConnectionException.class, () -> copying.completeCopied(Secret.of("c-1"), state));

        assertThat(failure.code()).isEqualTo("capture_missing");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void copiesNothingWhereCallbacksSayWhoSendsThem() {
        OAuth2Strategy<RedirectFlow> strategy =
                OAuth2.authorizationCode().issuer("https://acme.example").publicClient("client-id");
        server.json(200, """
                {"issuer": "https://acme.example", "token_endpoint": "https://acme.example/token",
                 "authorization_endpoint": "https://acme.example/authorize",
                 "authorization_response_iss_parameter_supported": true}""");

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> strategy.flow(FakeContext.of(strategy, server)).beginCopying(RedirectFlow.OUT_OF_BAND));

        assertThat(failure.code()).isEqualTo("copying_unsupported");
        assertThat(failure).hasMessageContaining("begin with a redirect URI");
    }

    @Test
    @SuppressWarnings("NullAway") // what a session without state gives
    void knowsNoFlowOfASessionWithoutState() {
        var failure = catchThrowableOfType(
                ConnectionSecurityException.class, () -> flow.completeCopied(Secret.of("c-1"), null));

        assertThat(failure.code()).isEqualTo("flow_unknown");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void redeemsAGrantTokenOfASelfClient() {
        server.json(200, TOKENS);

        var unused = flow.redeem(Secret.of("1000.grant-token"));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsOnlyKeys("grant_type", "code")
                .containsEntry("code", "1000.grant-token");
        assertThat(context.onlyGrant().tokens()).containsKey("default");
    }

    @Test
    void saysWhyAGrantTokenDidNotWork() {
        server.json(400, "{\"error\":\"invalid_grant\"}");

        var failure =
                catchThrowableOfType(AuthorizationDeniedException.class, () -> flow.redeem(Secret.of("too-late")));

        assertThat(failure.code()).isEqualTo("invalid_grant");
        assertThat(failure).hasMessageContaining("refused the grant token").hasMessageContaining("works once");
        assertThat(context.grants()).isEmpty();
    }
}
