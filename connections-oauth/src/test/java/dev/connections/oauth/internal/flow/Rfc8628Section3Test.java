package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.DeviceFlow;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked for, shown and polled, in virtual time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3">RFC 8628, section 3</a>
 */
class Rfc8628Section3Test {
    /** Section 3.2's own example. */
    private static final String CODES = """
            {"device_code": "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS", "user_code": "WDJB-MJHT",
             "verification_uri": "https://example.com/device",
             "verification_uri_complete": "https://example.com/device?user_code=WDJB-MJHT",
             "expires_in": 1800, "interval": 5}""";

    private static final String TOKEN = "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"refresh_token\":\"rt\"}";

    private final AtomicLong nanos = new AtomicLong(-7_000_000_000L); // a ticker may begin anywhere
    private final ScriptedServer server = new ScriptedServer();
    private final List<Long> rests = new ArrayList<>();
    private FakeContext context = context(Strategies.television());

    private FakeContext context(OAuth2Strategy<DeviceFlow> strategy) {
        return FakeContext.of(strategy, server, "calendar").ticking(nanos::get);
    }

    private DeviceFlow.Prompt begin(String answer) {
        server.json(200, answer);
        return flow(Strategies.television()).begin();
    }

    private DeviceFlow flow(OAuth2Strategy<DeviceFlow> strategy) {
        context = context(strategy);
        OAuth2Definition definition = OAuth2Definition.of(strategy.settings());
        return new DeviceCodeFlow(Machinery.of(definition), context, until -> {
            rests.add(Duration.ofNanos(until - nanos.get()).toSeconds());
            nanos.set(until);
        });
    }

    private ScriptedServer refusing(String... errors) {
        for (String each : errors) {
            server.json(400, "{\"error\":\"" + each + "\"}");
        }
        return server;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void asksForACodeAsAClientWithItsScopes() {
        DeviceFlow.Prompt prompt = begin(CODES);

        assertThat(server.onlyCall().uri()).isEqualTo(URI.create(Strategies.DEVICE));
        assertThat(ScriptedServer.form(server.onlyCall()))
                .isEqualTo(Map.of("scope", "calendar", "client_id", "client-id"));
        assertThat(prompt.userCode()).isEqualTo("WDJB-MJHT");
        assertThat(prompt.verificationUri()).isEqualTo(URI.create("https://example.com/device"));
        assertThat(prompt.verificationUriComplete())
                .contains(URI.create("https://example.com/device?user_code=WDJB-MJHT"));
        assertThat(prompt.expiresAt()).isEqualTo(FakeContext.NOW.plusSeconds(1800));
        assertThat(prompt.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(prompt.toString()).doesNotContain("WDJB").doesNotContain("GmRh");
    }

    @Test
    void sendsWhatTheDefinitionAdds() {
        server.json(200, CODES);

        var unused = flow(Strategies.television().withAuthorizationParameter("audience", "https://api.acme.example"))
                .begin();

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("audience", "https://api.acme.example");
    }

    @Test
    void pollsWithTheDeviceCode() {
        DeviceFlow.Prompt prompt = begin(CODES);
        server.json(200, TOKEN);

        assertThat(prompt.poll()).isPresent();

        assertThat(ScriptedServer.form(server.calls().get(1)))
                .isEqualTo(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS",
                        "client_id",
                        "client-id"));
        assertThat(context.onlyGrant().grantedScopes()).contains(Set.of("calendar"));
    }

    @Test
    void waitsLongerForThisAndAllLaterPollsWhenToldToSlowDown() {
        DeviceFlow.Prompt prompt = begin(CODES);
        refusing("authorization_pending", "slow_down", "authorization_pending", "slow_down")
                .json(200, TOKEN);

        var unused = prompt.await();

        assertThat(rests).containsExactly(5L, 10L, 10L, 15L);
        assertThat(prompt.interval()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void asksNobodyBeforeTheIntervalIsOver() {
        DeviceFlow.Prompt prompt = begin(CODES);
        refusing("authorization_pending", "authorization_pending");

        assertThat(prompt.poll()).isEmpty();
        pass(Duration.ofMillis(4_999));
        assertThat(prompt.poll()).isEmpty();

        assertThat(server.calls()).hasSize(2);
        pass(Duration.ofMillis(1));
        assertThat(prompt.poll()).isEmpty();
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void understandsAServerThatAnswers200WithAnError() {
        DeviceFlow.Prompt prompt = begin(CODES);
        server.json(200, "{\"error\":\"authorization_pending\"}").json(200, TOKEN);

        var unused = prompt.await();

        assertThat(rests).containsExactly(5L);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, access_denied, begin again if the user agrees",
        "authorization_declined, access_denied, begin again if the user agrees",
        "expired_token, expired_token, show the new code",
    })
    void stopsWhenTheServerSaysNo(String error, String code, String fix) {
        DeviceFlow.Prompt prompt = begin(CODES);
        refusing("authorization_pending", error);

        ConnectionException denied = catchThrowableOfType(ConnectionException.class, prompt::await);

        assertThat(denied).isInstanceOf(AuthorizationDeniedException.class).hasMessageContaining(fix);
        assertThat(denied.code()).isEqualTo(code);
        assertThat(denied.error()).isEqualTo(error);
        assertThat(catchThrowableOfType(ConnectionException.class, prompt::poll))
                .isSameAs(denied);
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void stopsAtAnyOtherError() {
        DeviceFlow.Prompt prompt = begin(CODES);
        refusing("invalid_client");

        ConnectionException refused = catchThrowableOfType(ConnectionException.class, prompt::await);

        assertThat(refused).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(refused.code()).isEqualTo("invalid_client");
    }

    @Test
    void stopsWhenTheCodeIsOverWithoutAsking() {
        DeviceFlow.Prompt prompt = begin(CODES.replace("1800", "12"));
        refusing("authorization_pending", "authorization_pending", "authorization_pending");

        ConnectionException expired = catchThrowableOfType(ConnectionException.class, prompt::await);

        assertThat(expired).isInstanceOf(AuthorizationDeniedException.class).hasMessageContaining("begin again");
        assertThat(expired.code()).isEqualTo("expired_token");
        assertThat(rests).containsExactly(5L, 5L, 2L);
        assertThat(server.calls()).hasSize(4);
    }

    @Test
    void asksLessOftenWhileTheServerCannotBeReached() {
        DeviceFlow.Prompt prompt = begin(CODES);
        server.failing(unreachable()).failing(unreachable()).json(200, TOKEN);

        var unused = prompt.await();

        assertThat(rests).containsExactly(10L, 20L);
    }

    @Test
    void honoursRetryAfterAndTellsWhoPollsHimself() {
        DeviceFlow.Prompt prompt = begin(CODES);
        server.answering(429, Map.of("retry-after", List.of("90")), new byte[0]).json(200, TOKEN);

        TransientConnectionException later = catchThrowableOfType(TransientConnectionException.class, prompt::poll);
        var unused = prompt.await();

        assertThat(later.code()).isEqualTo("rate_limited");
        assertThat(rests).containsExactly(90L);
    }

    private static TransientConnectionException unreachable() {
        return new TransientConnectionException("unreachable", "nobody there; try again", Duration.ZERO, false, null);
    }

    @Test
    void goesOnAfterAnInterruptedWait() {
        server.json(200, CODES);
        DeviceFlow.Prompt prompt = interruptible().begin();
        refusing("authorization_pending");
        Thread.currentThread().interrupt();

        ConnectionCancelledException cancelled =
                catchThrowableOfType(ConnectionCancelledException.class, prompt::await);
        boolean flag = Thread.interrupted();

        assertThat(cancelled.code()).isEqualTo("interrupted");
        assertThat(flag).isTrue();
        pass(Duration.ofSeconds(5));
        server.json(200, TOKEN);
        assertThat(prompt.poll()).isPresent();
    }

    private DeviceFlow interruptible() {
        context = context(Strategies.television());
        return new DeviceCodeFlow(
                Machinery.of(OAuth2Definition.of(Strategies.television().settings())), context);
    }

    @Test
    void returnsTheSameAuthorizationOnceItIsThere() {
        DeviceFlow.Prompt prompt = begin(CODES);
        server.json(200, TOKEN);

        var first = prompt.poll();

        assertThat(prompt.poll().orElseThrow()).isSameAs(first.orElseThrow());
        assertThat(server.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5",
        "', \"interval\": 0', 1",
        "', \"interval\": -3', 1",
        "', \"interval\": \"7\"', 7",
        "', \"interval\": 1e9', 5",
        "', \"interval\": 999999999999999999999', 60",
        "', \"interval\": null', 5",
    })
    void keepsTheIntervalWithinReason(String member, int seconds) {
        String answer = "{\"device_code\":\"d\",\"user_code\":\"u\",\"expires_in\":60,"
                + "\"verification_uri\":\"https://example.com/device\"" + member + "}";

        assertThat(begin(answer).interval()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void takesTheOldNameOfTheVerificationUri() {
        DeviceFlow.Prompt prompt = begin(CODES.replace("verification_uri\"", "verification_url\""));

        assertThat(prompt.verificationUri()).isEqualTo(URI.create("https://example.com/device"));
    }

    @Test
    void leavesOutACompleteUriThatIsNotHttps() {
        DeviceFlow.Prompt prompt = begin(CODES.replace("https://example.com/device?", "javascript:alert(1)?"));

        assertThat(prompt.verificationUriComplete()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device_code", "user_code", "https://example.com/device\""})
    void refusesAnAnswerThatADeviceCannotUse(String missing) {
        server.json(200, CODES.replace(missing, "x"));

        ConnectionException refused = catchThrowableOfType(
                ConnectionException.class, () -> flow(Strategies.television()).begin());

        assertThat(refused).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("report it");
        assertThat(refused.code()).isEqualTo("device_response_unusable");
    }

    @Test
    void saysWhyNoCodeIsGiven() {
        refusing("unauthorized_client");

        ConnectionException refused = catchThrowableOfType(
                ConnectionException.class, () -> flow(Strategies.television()).begin());

        assertThat(refused.code()).isEqualTo("unauthorized_client");
        assertThat(refused).hasMessageContaining("the device authorization endpoint " + Strategies.DEVICE);
    }
}
