package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.BasicCredential;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.TokenRequestFormat;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants that take what is handed in: password (RFC 6749, section 4.3) and token exchange (RFC 8693). */
class DirectGrantsTest {
    private static final String TOKEN = "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}";
    private static final Secret PASSWORD = Secret.of("pässw0rd & more");

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<DirectFlow<BasicCredential>> password() {
        return OAuth2.passwordGrantThatExposesThePassword()
                .tokenEndpoint(Strategies.TOKEN)
                .publicClient("client-id");
    }

    private static OAuth2Strategy<DirectFlow<SubjectToken>> exchange() {
        return OAuth2.tokenExchange()
                .tokenEndpoint(Strategies.TOKEN)
                .publicClient("client-id")
                .withTokenRequest(TokenRequestFormat.form().withParameter("audience", "urn:example:backend"));
    }

    private <F extends dev.connections.AuthorizationFlow> F flow(OAuth2Strategy<F> strategy) {
        return strategy.flow(FakeContext.of(strategy, server, "a", "b"));
    }

    private static ConnectionException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectionException.class, call);
    }

    @Test
    void sendsThePasswordAsSection432Says() {
        server.json(200, TOKEN);

        var unused = flow(password()).with(new BasicCredential("alice", PASSWORD));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .isEqualTo(Map.of(
                        "grant_type", "password",
                        "username", "alice",
                        "password", PASSWORD.reveal(),
                        "scope", "a b",
                        "client_id", "client-id"));
    }

    @Test
    void takesThePasswordByFieldNamesToo() {
        server.json(200, TOKEN);
        DirectFlow<BasicCredential> flow = flow(password());

        var unused = flow.withValues(Map.of("username", "alice", "password", "secret"));

        assertThat(flow.fields()).extracting(Field::name).containsExactly("username", "password");
        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("password", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password"})
    void asksForEveryField(String missing) {
        Map<String, String> values = missing.equals("username") ? Map.of("password", "p") : Map.of("username", "u");

        ConnectionException refusal = failure(() -> flow(password()).withValues(values));

        assertThat(refusal).isInstanceOf(ConnectionConfigurationException.class).hasMessageContaining("fill in");
        assertThat(refusal.code()).isEqualTo("parameter_mismatch");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void refusesAFieldThatNobodyAskedFor() {
        ConnectionException refusal =
                failure(() -> flow(password()).withValues(Map.of("username", "u", "password", "p", "pin", "1")));

        assertThat(refusal.code()).isEqualTo("parameter_mismatch");
        assertThat(refusal).hasMessageContaining("pin");
    }

    @Test
    void saysThatThePasswordIsWrongWithoutRepeatingIt() {
        server.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"bad: " + PASSWORD.reveal() + "\"}");

        ConnectionException denied = failure(() -> flow(password()).with(new BasicCredential("alice", PASSWORD)));

        assertThat(denied)
                .isInstanceOf(AuthorizationDeniedException.class)
                .hasMessageContaining("enter the user name and password")
                .hasMessageNotContaining(PASSWORD.reveal());
        assertThat(denied.code()).isEqualTo("invalid_grant");
    }

    @Test
    void sendsTheSubjectTokenAsSection21Says() {
        server.json(200, TOKEN);

        var unused = flow(exchange()).with(SubjectToken.accessToken(Secret.of("theirs")));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .isEqualTo(Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token", "theirs",
                        "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                        "audience", "urn:example:backend",
                        "scope", "a b",
                        "client_id", "client-id"));
    }

    @Test
    void sendsAnActorWithItsType() {
        server.json(200, TOKEN);
        SubjectToken subject = SubjectToken.idToken(Secret.of("theirs")).withActor(SubjectToken.jwt(Secret.of("ours")));

        var unused = flow(exchange()).with(subject);

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("subject_token_type", "urn:ietf:params:oauth:token-type:id_token")
                .containsEntry("actor_token", "ours")
                .containsEntry("actor_token_type", "urn:ietf:params:oauth:token-type:jwt");
        assertThat(subject.toString()).doesNotContain("theirs").doesNotContain("ours");
    }

    @Test
    void offersTheTokenTypesAsOptions() {
        DirectFlow<SubjectToken> flow = flow(exchange());
        server.json(200, TOKEN);

        var unused = flow.withValues(Map.of(
                "subject_token",
                "theirs",
                "subject_token_type",
                flow.fields().get(1).options().get(2)));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("subject_token_type", "urn:ietf:params:oauth:token-type:jwt");
    }

    /** Section 2.2.1: N_A says that the token is none for requests. */
    @Test
    void refusesATokenThatIsNotForRequests() {
        server.json(200, TOKEN.replace("Bearer", "N_A"));

        ConnectionException refusal = failure(() -> flow(exchange()).with(SubjectToken.jwt(Secret.of("theirs"))));

        assertThat(refusal).isInstanceOf(ConnectionProtocolException.class);
        assertThat(refusal.code()).isEqualTo("token_type_unsupported");
    }

    @Test
    void saysThatTheTargetIsNotPermitted() {
        server.json(400, "{\"error\":\"invalid_target\"}");

        ConnectionException refusal = failure(() -> flow(exchange()).with(SubjectToken.jwt(Secret.of("theirs"))));

        assertThat(refusal).isInstanceOf(ConnectionConfigurationException.class).hasMessageContaining("audience");
        assertThat(refusal.code()).isEqualTo("invalid_target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jwt", "urn:a b"})
    void refusesATokenTypeThatIsNoUri(String type) {
        ConnectionException refusal = failure(() -> SubjectToken.of(type, Secret.of("theirs")));

        assertThat(refusal.code()).isEqualTo("credential_malformed");
        assertThat(refusal).hasMessageContaining("urn:ietf:params:oauth:token-type:");
    }

    @Test
    void refusesOptionsThatNeedABrowser() {
        ConnectionException refusal = failure(() -> password().withAuthorizationParameter("a", "b"));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("the password grant sends no browser anywhere; remove it");
    }
}
