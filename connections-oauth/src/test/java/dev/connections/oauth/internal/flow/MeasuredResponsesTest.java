package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.acme;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.token.StoredToken;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The responses that a strict parser was measured with, a row each (QUIRKS.md, section 3): the token, or the error's own words. */
class MeasuredResponsesTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int HOUR = 3600;
    private static final int NEVER = -1;

    private final ScriptedServer server = new ScriptedServer();

    /** A response with a token in it: {@code a-1} unless it says so. */
    private record Good(
            String row, int status, String type, String body, OAuth2Strategy<RedirectFlow> with, int lives) {
        static Good json(String row, String members, int lives) {
            return new Good(row, 200, JSON, "{\"access_token\":\"a-1\"" + members + "}", acme(), lives);
        }

        Good status(int code) {
            return new Good(row, code, type, body, with, lives);
        }

        Good as(String contentType) {
            return new Good(row, status, contentType, body, with, lives);
        }

        Good named(String other) {
            return new Good(other, status, type, body, with, lives);
        }

        Good with(TokenResponseFormat format) {
            return new Good(row, status, type, body, acme().withTokenResponse(format), lives);
        }

        @Override
        public String toString() {
            return row;
        }
    }

    /** A response that is an error, and the provider's words that must reach whoever reads the message. */
    private record Bad(
            String row, int status, String type, String body, OAuth2Strategy<RedirectFlow> with, String said) {
        static Bad json(String row, int status, String body, String said) {
            return new Bad(row, status, JSON, body, acme(), said);
        }

        Bad as(String contentType) {
            return new Bad(row, status, contentType, body, with, said);
        }

        Bad with(TokenResponseFormat format) {
            return new Bad(row, status, type, body, acme().withTokenResponse(format), said);
        }

        @Override
        public String toString() {
            return row;
        }
    }

    private static final String BEARER = ",\"token_type\":\"Bearer\"";
    private static final String IN_AN_HOUR = BEARER + ",\"expires_in\":3600";

    static Stream<Good> lifetimes() {
        var seconds = TokenResponseFormat.standard().withExpiry("expires_in_sec", ExpiryFormat.SECONDS);
        return Stream.of(
                Good.json("as RFC 6749 says", IN_AN_HOUR + ",\"refresh_token\":\"r-1\"", HOUR),
                Good.json("expires_in is a text (PayPal)", BEARER + ",\"expires_in\":\"3600\"", HOUR),
                Good.json("expires_in has a fraction", BEARER + ",\"expires_in\":3600.0", HOUR),
                Good.json("expires_in is null (GitLab)", BEARER + ",\"expires_in\":null", NEVER),
                Good.json("expires_in is empty", BEARER + ",\"expires_in\":\"\"", NEVER),
                Good.json(
                                "milliseconds (Zoho of old)",
                                BEARER + ",\"expires_in\":3600000,\"expires_in_sec\":3600",
                                HOUR)
                        .with(seconds));
    }

    static Stream<Good> scopesAndRefreshTokens() {
        return Stream.of(
                Good.json("scope is null", IN_AN_HOUR + ",\"scope\":null", HOUR),
                Good.json("scope has commas (GitHub)", BEARER + ",\"scope\":\"repo,gist\"", NEVER),
                Good.json("scope is an array (Twitch)", IN_AN_HOUR + ",\"scope\":[\"repo\",\"gist\"]", HOUR),
                Good.json("refresh_token is null", IN_AN_HOUR + ",\"refresh_token\":null", HOUR),
                Good.json("refresh_token is empty", IN_AN_HOUR + ",\"refresh_token\":\"\"", HOUR));
    }

    static Stream<Good> types() {
        var slack = TokenResponseFormat.standard().withTokenTypes("bot", "user").withSuccessAt("/ok", "true");
        var bearer = TokenResponseFormat.standard().withTokenTypes("BearerToken");
        return Stream.of(
                Good.json("further members (Zoho)", IN_AN_HOUR + ",\"api_domain\":\"https://www.zohoapis.eu\"", HOUR),
                Good.json("no token_type (LinkedIn, Shopify)", ",\"expires_in\":3600", HOUR),
                Good.json("token_type is bot (Slack)", ",\"ok\":true,\"token_type\":\"bot\"", NEVER)
                        .with(slack),
                Good.json("token_type is BearerToken", ",\"token_type\":\"BearerToken\",\"expires_in\":3600", HOUR)
                        .with(bearer));
    }

    static Stream<Good> bodies() {
        String github = "access_token=a-1&scope=repo%2Cgist&token_type=bearer";
        var form = new Good("form body (GitHub)", 200, FORM, github, acme(), NEVER);
        String marked = "\uFEFF{\"access_token\":\"a-1\",\"expires_in\":3600}";
        return Stream.of(
                form,
                form.as("text/plain").named("form, labelled text/plain"),
                form.as("").named("form without a label (StackExchange)"),
                Good.json("JSON, labelled text/javascript", IN_AN_HOUR, HOUR).as("text/javascript"),
                Good.json("JSON, labelled text/plain", IN_AN_HOUR, HOUR).as("text/plain"),
                Good.json("JSON without a label", IN_AN_HOUR, HOUR).as(""),
                new Good("byte order mark", 200, JSON, marked, acme(), HOUR),
                Good.json("201 Created (Sentry)", IN_AN_HOUR, HOUR).status(201));
    }

    static Stream<Bad> errorsWithStatus200() {
        var zoho = TokenResponseFormat.standard().withErrorMeaning("invalid_code", "invalid_grant");
        var slack = TokenResponseFormat.standard().withSuccessAt("/ok", "true");
        String github = "\"bad_verification_code\",\"error_description\":\"The code passed is incorrect\"}";
        String form = "error=bad_verification_code&error_description=expired";
        return Stream.of(
                Bad.json("GitHub", 200, "{\"error\":" + github, "The code passed is incorrect"),
                Bad.json("GitHub's form", 200, form, "bad_verification_code").as(FORM),
                Bad.json("Zoho", 200, "{\"error\":\"invalid_code\"}", "invalid_code"),
                Bad.json("Zoho, known", 200, "{\"error\":\"invalid_code\"}", "it works once")
                        .with(zoho),
                Bad.json("Slack", 200, "{\"ok\":false,\"error\":\"bad_redirect_uri\"}", "bad_redirect_uri")
                        .with(slack));
    }

    static Stream<Bad> errors() {
        var okta = TokenResponseFormat.standard().withErrorAt("/errorCode");
        String facebook = "{\"error\":{\"message\":\"Code was used\",\"type\":\"OAuthException\",\"code\":100}}";
        String german = "Der Code ist ungültig, “bitte” wiederholen";
        return Stream.of(
                Bad.json("an object (Facebook)", 400, facebook, "Code was used"),
                Bad.json("errorCode (Okta)", 400, "{\"errorCode\":\"E0000021\"}", "E0000021")
                        .with(okta),
                Bad.json("not ASCII", 400, "{\"error\":\"e\",\"error_description\":\"" + german + "\"}", german),
                new Bad("a page, with 400", 400, "text/html", "<html>Bad Request</html>", acme(), "HTTP 400"),
                new Bad("a page, with 200", 200, "text/html", "<html>Sign in</html>", acme(), "HTTP 200"),
                Bad.json("members twice", 200, "{\"access_token\":\"a-1\",\"access_token\":\"a-2\"}", "repeated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lifetimes", "scopesAndRefreshTokens", "types", "bodies"})
    void findsTheToken(Good row) {
        answer(row.status, row.type, row.body);
        FakeContext context = FakeContext.of(row.with, server, "repo", "gist", "user");

        complete(row.with, context);

        var token = (StoredToken) context.onlyGrant().tokens().get("default");
        assertThat(token.access()).contains(Secret.of("a-1"));
        assertThat(token.refresh())
                .isEqualTo(row.body.contains("r-1") ? Optional.of(Secret.of("r-1")) : Optional.empty());
        assertThat(token.expiresAt())
                .isEqualTo(row.lives == NEVER ? Optional.empty() : Optional.of(FakeContext.NOW.plusSeconds(row.lives)));
        assertThat(context.onlyGrant().grantedScopes()) // what is not said is what was asked for
                .contains(row.body.contains("gist") ? Set.of("repo", "gist") : Set.of("repo", "gist", "user"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"errorsWithStatus200", "errors"})
    void repeatsTheWordsOfTheProvider(Bad row) {
        answer(row.status, row.type, row.body);
        FakeContext context = FakeContext.of(row.with, server);

        var refused = catchThrowableOfType(ConnectionException.class, () -> complete(row.with, context));

        assertThat(refused).hasMessageContaining(row.said);
        assertThat(context.grants()).isEmpty();
    }

    private void answer(int status, String type, String body) {
        var headers = type.isEmpty() ? Map.<String, List<String>>of() : Map.of("content-type", List.of(type));
        server.answering(status, headers, body.getBytes(UTF_8));
    }

    private static void complete(OAuth2Strategy<RedirectFlow> strategy, FakeContext context) {
        RedirectFlow flow = strategy.flow(context);
        String state = flow.begin(CALLBACK).state();
        flow.complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state);
    }
}
