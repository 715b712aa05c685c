package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-T1 to F-T36 as a refresh meets them: who must act, and whether the old refresh token may be spent. */
class TokenRefreshFaultsTest {
    private static final String HTML = "<!doctype html><p>s3cr3t page</p>";

    private final ScriptedServer server = new ScriptedServer();

    @ParameterizedTest(name = "{0}")
    @MethodSource({"outages", "mistakesOfTheDefinition", "answersThatCannotBeUsed"})
    void tellsWhoMustActAndWhetherTheOutcomeIsKnown(Row row) {
        server.answering(row.status, row.body.startsWith("<") ? "text/html" : "application/json", row.body);

        var failed = (Outcome.Failed<OAuth2Token>) refresh();

        assertThat(failed.failure()).isInstanceOf(row.type);
        assertThat(failed.failure().code()).isEqualTo(row.code);
        assertThat(failed.outcomeUnknown()).isEqualTo(row.unknown);
        assertThat(failed.failure())
                .hasMessageContaining("the token endpoint https://acme.example/oauth/token refused the refresh token")
                .hasMessageContaining("HTTP " + row.status)
                .hasMessageNotContaining("s3cr3t");
        server.onlyCall();
    }

    static Stream<Row> outages() {
        Class<?> type = TransientConnectionException.class;
        return Stream.of(
                new Row("F-T1", type, 500, "", "service_unavailable", true),
                new Row("F-T1", type, 502, HTML, "service_unavailable", true),
                new Row("F-T1", type, 504, "{}", "service_unavailable", true),
                new Row("F-T2", type, 503, "", "service_unavailable", true),
                new Row("F-T5", type, 408, "", "service_unavailable", true),
                new Row("F-T3", type, 429, "{\"error\":\"slow_down\"}", "rate_limited", false),
                new Row("F-T16", type, 200, HTML, "token_response_html", true),
                new Row("F-T17", type, 200, "", "token_response_empty", true),
                new Row("F-T17", type, 204, "", "token_response_empty", true),
                new Row(
                        "F-T33",
                        type,
                        400,
                        "{\"error\":\"temporarily_unavailable\"}",
                        "temporarily_unavailable",
                        false),
                new Row("F-T33", type, 400, "{\"error\":\"slow_down\"}", "temporarily_unavailable", false),
                new Row("F-T33", type, 400, "{\"error\":\"server_error\"}", "server_error", false),
                new Row("F-T34", type, 500, "{\"error\":\"invalid_grant\"}", "service_unavailable", true));
    }

    static Stream<Row> mistakesOfTheDefinition() {
        Class<?> type = ConnectionConfigurationException.class;
        return Stream.of(
                new Row("F-T32", type, 400, "{\"error\":\"invalid_client\"}", "invalid_client", false),
                new Row("F-T32", type, 401, "{\"error\":\"invalid_client\"}", "invalid_client", false),
                new Row("F-T32", type, 401, "", "invalid_client", false),
                new Row("F-T32", type, 401, HTML, "invalid_client", false),
                new Row("F-T33", type, 400, "{\"error\":\"invalid_request\"}", "invalid_request", false),
                new Row("F-T33", type, 400, "{\"error\":\"unauthorized_client\"}", "unauthorized_client", false),
                new Row("F-T33", type, 400, "{\"error\":\"unsupported_grant_type\"}", "unsupported_grant_type", false),
                new Row("F-T33", type, 400, "{\"error\":\"invalid_scope\"}", "invalid_scope", false));
    }

    static Stream<Row> answersThatCannotBeUsed() {
        Class<?> type = ConnectionProtocolException.class;
        return Stream.of(
                new Row("F-T15", type, 301, "", "token_endpoint_redirects", false),
                new Row("F-T15", type, 307, "{\"access_token\":\"a\"}", "token_endpoint_redirects", false),
                new Row("F-T15", type, 308, "", "token_endpoint_redirects", false),
                new Row("F-T18", type, 200, "{\"access_token\":\"s3cr3t", "token_response_unreadable", true),
                new Row("F-T18", type, 200, "[1]", "token_response_unreadable", true),
                new Row("F-T19", type, 200, "{\"x\":" + "[".repeat(100_000), "token_response_unreadable", true),
                new Row("F-T23", type, 200, "{\"error\":\"invalid_grant\"}", "token_error", false),
                new Row("F-T33", type, 400, "{\"error\":\"no_such_error\"}", "token_error", false),
                new Row("F-T33", type, 400, "", "token_error", false),
                new Row("F-T34", type, 403, "{\"error\":\"invalid_grant\"}", "token_endpoint_status", false),
                new Row("F-T34", type, 404, "{\"error\":\"invalid_grant\"}", "token_endpoint_status", false),
                new Row("F-T34", type, 403, HTML, "token_endpoint_status", false));
    }

    @ParameterizedTest(name = "F-T31 {0}")
    @ValueSource(ints = {400, 401})
    void believesInvalidGrantWithTheStatusesOfTheStandard(int status) {
        server.json(status, "{\"error\":\"invalid_grant\",\"error_description\":\"Token expired\"}");

        assertThat(refresh()).isEqualTo(new Outcome.Rejected<OAuth2Token>("invalid_grant", "Token expired"));
    }

    @ParameterizedTest(name = "F-T23 {0}")
    @ValueSource(ints = {200, 201, 400})
    void believesTheDefinitionsOwnCodeWithStatus200Too(int status) {
        server.json(status, "{\"error\":\"invalid_code\"}");
        var strategy = Strategies.acme()
                .withTokenResponse(TokenResponseFormat.standard().withErrorMeaning("invalid_code", "invalid_grant"));

        var outcome = strategy.refresher().orElseThrow().refresh(stored(), FakeContext.of(strategy, server));

        assertThat(outcome).isEqualTo(new Outcome.Rejected<OAuth2Token>("invalid_grant", ""));
    }

    @Test
    void believesTheDefinitionsOwnCodeWithNoOtherStatus() {
        server.json(500, "{\"error\":\"invalid_code\"}");
        var strategy = Strategies.acme()
                .withTokenResponse(TokenResponseFormat.standard().withErrorMeaning("invalid_code", "invalid_grant"));

        var outcome = strategy.refresher().orElseThrow().refresh(stored(), FakeContext.of(strategy, server));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest(name = "F-T2/3 {0}")
    @CsvSource(
            delimiter = '|',
            value = {"7|7", "Thu, 01 Jan 2026 10:00:30 GMT|30", "-1|0", "99999999999|3600"})
    void passesOnHowLongTheServerAsksToWait(String retryAfter, long seconds) {
        server.answering(
                503,
                Map.of("retry-after", List.of(retryAfter), "date", List.of("Thu, 01 Jan 2026 10:00:00 GMT")),
                new byte[0]);

        var failed = (Outcome.Failed<OAuth2Token>) refresh();

        assertThat(((TransientConnectionException) failed.failure()).retryAfter())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void passesOnWhetherAnUnansweredRequestMayHaveArrived(boolean unknown) {
        server.failing(
                new TransientConnectionException("unreachable", "no answer; try again", Duration.ZERO, unknown, null));

        assertThat(((Outcome.Failed<OAuth2Token>) refresh()).outcomeUnknown()).isEqualTo(unknown);
    }

    @Test
    void knowsNotTheOutcomeOfAnAnswerThatIsTooLarge() {
        server.failing(new ConnectionProtocolException("response_too_large", "more than 1 MiB; report it", null));

        assertThat(((Outcome.Failed<OAuth2Token>) refresh()).outcomeUnknown()).isTrue();
    }

    @Test
    void knowsThatNothingWasSentWhereTlsFails() {
        server.failing(new ConnectionSecurityException("tls_failed", "bad certificate; renew it", null));

        assertThat(((Outcome.Failed<OAuth2Token>) refresh()).outcomeUnknown()).isFalse();
    }

    @Test
    void cleansWhatTheServerSaysAndRedactsWhatItEchoes() {
        server.json(
                400,
                "{\"error\":\"no_such_error\",\"error_description\":\"r-1-s3cr3t\\r\\nERROR \\u001b[31m client-s3cr3t "
                        + "x".repeat(1_000) + "\"}");

        ConnectionException failure = ((Outcome.Failed<OAuth2Token>) refresh()).failure();

        assertThat(failure.error()).isEqualTo("no_such_error");
        assertThat(failure.errorDescription())
                .startsWith("[redacted]  ERROR [31m [redacted] xxx")
                .hasSize(200);
        assertThat(failure).hasMessageContaining("withErrorMeaning").hasMessageNotContaining("s3cr3t");
    }

    private Outcome<OAuth2Token> refresh() {
        return Strategies.acme().refresher().orElseThrow().refresh(stored(), FakeContext.of(Strategies.acme(), server));
    }

    private static StoredToken stored() {
        return Tokens.withRefreshToken(Secret.of("r-1-s3cr3t"));
    }

    /** One row of the fault matrix. */
    record Row(String id, Class<?> type, int status, String body, String code, boolean unknown) {
        @Override
        public String toString() {
            return id + " HTTP " + status + " " + body.substring(0, Math.min(60, body.length()));
        }
    }
}
