package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RELIABILITY F-B4 to F-B11: callbacks that no server wrote. None of them makes a token call. */
class CallbackFaultsTest {
    private final ScriptedServer server = new ScriptedServer();
    private final FakeContext context = FakeContext.of(Strategies.acme(), server, "read", "write");
    private final RedirectFlow flow = Strategies.acme().flow(context);
    private final String state = flow.begin(CALLBACK).state();

    @AfterEach
    void makesNoTokenCall() {
        assertThat(server.calls()).isEmpty();
        assertThat(context.grants()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource
    void refusesWhatNoServerWrites(String row, Class<? extends ConnectionException> type, String code, String query) {
        assertThatThrownBy(() -> flow.complete(URI.create(CALLBACK + query.replace("STATE", state)), state))
                .isInstanceOfSatisfying(type, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused).hasMessageContaining("begin");
                    assertThat(refused).hasMessageNotContaining("s3cr3t").hasMessageNotContaining("forged");
                });
    }

    static Stream<Arguments> refusesWhatNoServerWrites() {
        return Stream.of(
                security("F-B4", "flow_unknown", "?code=s3cr3t&state=forged"),
                security("F-B4", "state_missing", "?code=s3cr3t"),
                security("F-B4", "state_missing", "?code=s3cr3t&state="),
                security("F-B4", "state_missing", ""),
                protocol("F-B6", "code_missing", "?state=STATE"),
                protocol("F-B6", "code_missing", "?state=STATE&code="),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=" + "c".repeat(4 * 1024 + 1)),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=" + "c".repeat(1 << 20)),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=a%0D%0Ab"),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=a%00"),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=%C3%BC"),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=%C0%AF"),
                protocol("F-B6", "callback_malformed", "?state=STATE&code=***"),
                security("F-B8", "callback_parameter_repeated", "?state=STATE&code=a&code=b"),
                security("F-B8", "callback_parameter_repeated", "?state=STATE&state=STATE&code=a"),
                security("F-B8", "callback_parameter_repeated", "?state=STATE&code=a&c%6Fde=a"),
                security("F-B8", "callback_parameter_repeated", "?state=STATE&code=a&iss=https://a&iss=https://a"),
                security("F-B8", "callback_parameter_repeated", "?state=STATE&error=a&error=b"),
                security("F-B11", "token_in_callback", "?state=STATE&code=a&access_token=s3cr3t"),
                security("F-B11", "token_in_callback", "?state=STATE&id_token=s3cr3t"),
                security("F-B11", "token_in_callback", "?state=STATE&code=a#access_token=s3cr3t"),
                security("F-B11", "token_in_callback", "#token_type=bearer&access_token=s3cr3t"));
    }

    @Test
    void refusesTheStateOfAnotherBrowser() {
        assertThatThrownBy(() -> flow.complete(URI.create(CALLBACK + "?code=c&state=" + state), "another"))
                .isInstanceOfSatisfying(
                        ConnectionSecurityException.class,
                        refused -> assertThat(refused.code()).isEqualTo("state_mismatch"));
    }

    @Test
    void refusesRepeatedParametersThatAFrameworkDecoded() {
        Map<String, List<String>> parameters = Map.of("code", List.of("a", "b"), "state", List.of(state));

        assertThatThrownBy(() -> flow.complete(parameters, state))
                .isInstanceOfSatisfying(
                        ConnectionSecurityException.class,
                        refused -> assertThat(refused.code()).isEqualTo("callback_parameter_repeated"));
    }

    @Test
    void believesAnErrorBeforeACode() {
        assertThatThrownBy(() ->
                        flow.complete(URI.create(CALLBACK + "?code=c-1&error=access_denied&state=" + state), state))
                .isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void tellsOfADenialOnceAndConsumesTheFlow() {
        URI denied = URI.create(
                CALLBACK + "?error=access_denied&error_description=No%0D%0AERROR+forged%E2%80%AE&state=" + state);

        assertThatThrownBy(() -> flow.complete(denied, state))
                .isInstanceOfSatisfying(AuthorizationDeniedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("access_denied");
                    assertThat(refused.error()).isEqualTo("access_denied");
                    assertThat(refused.errorDescription()).isEqualTo("No  ERROR forged");
                    assertThat(refused)
                            .hasMessageContaining("https://acme.example/oauth/authorize")
                            .hasMessageContaining("scopes are enabled there: read, write");
                });
        assertThatThrownBy(() -> flow.complete(denied, state)).isInstanceOf(ConnectionSecurityException.class);
    }

    @Test
    void believesNoErrorWithoutItsState() {
        assertThatThrownBy(() -> flow.complete(URI.create(CALLBACK + "?error=access_denied&state=other"), state))
                .isInstanceOf(ConnectionSecurityException.class);
        assertThat(context.pendingFlows()).hasSize(1);
    }

    @Test
    void ignoresBrokenEscapesInParametersThatNobodyReads() {
        assertThatThrownBy(() -> flow.complete(
                        Map.of("state", List.of(state), "error", List.of("access_denied"), "junk", List.of("a", "b")),
                        state))
                .isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void throwsNothingButItsOwnExceptions() {
        var random = new Random(20260104);
        String[] words = {
            "code", "state", "iss", "error", "=", "&", "%", "%41", "%C3", "#", "+", state, "a", "access_token"
        };

        for (int round = 0; round < 5_000; round++) {
            var query = new StringBuilder("x?");
            for (int i = random.nextInt(12); i > 0; i--) {
                query.append(words[random.nextInt(words.length)]);
            }
            URI uri = parse(query.toString());
            if (uri != null) {
                assertThatThrownBy(() -> flow.complete(uri, "other")).isInstanceOf(ConnectionException.class);
            }
        }
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException broken) { // no URI, so no framework hands it over
            return null;
        }
    }

    private static Arguments security(String row, String code, String query) {
        return Arguments.of(row, ConnectionSecurityException.class, code, query);
    }

    private static Arguments protocol(String row, String code, String query) {
        return Arguments.of(row, ConnectionProtocolException.class, code, query);
    }
}
