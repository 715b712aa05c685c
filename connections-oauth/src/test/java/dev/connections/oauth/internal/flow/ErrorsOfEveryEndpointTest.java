package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each error of each endpoint, as the exception that says who must act. A refresh alone knows another answer: its token is dead,
 * and whoever waits for it is told to reconnect.
 */
class ErrorsOfEveryEndpointTest {
    private static final Class<?> USER = AuthorizationDeniedException.class;
    private static final Class<?> ADMIN = ConnectionConfigurationException.class;
    private static final Class<?> NOBODY_NOW = TransientConnectionException.class;
    private static final Class<?> SERVICE = ConnectionProtocolException.class;

    private static final String CONSOLE = "https://acme.example/console";
    private static final String CHECK = "check the client id and client secret in the service's developer settings at "
            + CONSOLE + ", and that these scopes are enabled there: read, write";
    private static final String AGAIN = "begin again";
    private static final String LATER = "nothing stored was lost";
    private static final String COMPARE = "compare the definition's endpoints and parameters";
    private static final String DOCUMENTATION = "look the error up in the service's documentation";

    private final ScriptedServer server = new ScriptedServer();

    /** What asks. */
    enum Endpoint {
        AUTHORIZATION("4.1.2.1 of RFC 6749"),
        CODE("5.2 of RFC 6749"),
        REFRESH("5.2 of RFC 6749"),
        CLIENT_CREDENTIALS("5.2 of RFC 6749"),
        TOKEN_EXCHANGE("2.2.2 of RFC 8693"),
        JWT_BEARER("3.1 of RFC 7523"),
        DEVICE_AUTHORIZATION("3.1 of RFC 8628"),
        PUSHED("2.3 of RFC 9126"),
        REVOCATION("2.2.1 of RFC 7009");

        private final String section;

        Endpoint(String section) {
            this.section = section;
        }

        @Override
        public String toString() {
            return name() + ", section " + section;
        }
    }

    static Stream<Arguments> standard() {
        return Stream.of(Endpoint.values())
                .filter(each -> each != Endpoint.REVOCATION)
                .flatMap(each -> Stream.of(
                        Arguments.of(each, "invalid_request", ADMIN, COMPARE),
                        Arguments.of(each, "invalid_client", ADMIN, CHECK),
                        Arguments.of(each, "unauthorized_client", ADMIN, CHECK),
                        Arguments.of(each, "invalid_scope", ADMIN, CHECK),
                        Arguments.of(each, "invalid_target", ADMIN, "ask for a resource or audience"),
                        Arguments.of(each, "server_error", NOBODY_NOW, LATER),
                        Arguments.of(each, "temporarily_unavailable", NOBODY_NOW, LATER)));
    }

    static Stream<Arguments> ownToOne() {
        return Stream.of(
                Arguments.of(Endpoint.AUTHORIZATION, "access_denied", USER, CHECK),
                Arguments.of(Endpoint.AUTHORIZATION, "unsupported_response_type", ADMIN, COMPARE),
                Arguments.of(Endpoint.AUTHORIZATION, "login_required", USER, "without prompt=none"),
                Arguments.of(Endpoint.AUTHORIZATION, "consent_required", USER, AGAIN),
                Arguments.of(Endpoint.AUTHORIZATION, "interaction_required", USER, AGAIN),
                Arguments.of(Endpoint.AUTHORIZATION, "account_selection_required", USER, AGAIN),
                Arguments.of(Endpoint.AUTHORIZATION, "invalid_request_uri", USER, "pushed is spent or too old"),
                Arguments.of(Endpoint.AUTHORIZATION, "invalid_request_object", ADMIN, COMPARE),
                Arguments.of(Endpoint.AUTHORIZATION, "request_not_supported", ADMIN, COMPARE),
                Arguments.of(Endpoint.CODE, "invalid_grant", USER, "it works once and for minutes only; begin again"),
                Arguments.of(Endpoint.CODE, "unsupported_grant_type", ADMIN, COMPARE),
                Arguments.of(Endpoint.CLIENT_CREDENTIALS, "unsupported_grant_type", ADMIN, COMPARE),
                Arguments.of(Endpoint.JWT_BEARER, "invalid_grant", USER, "this machine's clock"),
                Arguments.of(Endpoint.PUSHED, "invalid_request_object", ADMIN, COMPARE),
                Arguments.of(Endpoint.REVOCATION, "unsupported_token_type", ADMIN, "on the service's own pages"),
                Arguments.of(Endpoint.REVOCATION, "invalid_request", ADMIN, COMPARE),
                Arguments.of(Endpoint.REVOCATION, "invalid_client", ADMIN, "check the client id and client secret"));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource({"standard", "ownToOne"})
    void saysWhoMustActAndHow(Endpoint endpoint, String error, Class<?> type, String fix) {
        ConnectionException failure = failure(endpoint, error, "");

        assertThat(failure).isInstanceOf(type).hasMessageContaining(fix);
        assertThat(failure.code()).isEqualTo(error);
        assertThat(failure.error()).isEqualTo(error);
    }

    @ParameterizedTest(name = "no_such_error at {0}")
    @CsvSource({
        "CODE",
        "REFRESH",
        "CLIENT_CREDENTIALS",
        "TOKEN_EXCHANGE",
        "JWT_BEARER",
        "DEVICE_AUTHORIZATION",
        "PUSHED"
    })
    void keepsACodeThatNobodyKnows(Endpoint endpoint) {
        ConnectionException failure = failure(endpoint, "no_such_error", "Nope");

        assertThat(failure).isInstanceOf(SERVICE).hasMessageContaining(DOCUMENTATION);
        assertThat(failure.code()).isEqualTo("token_error");
        assertThat(failure.error()).isEqualTo("no_such_error");
        assertThat(failure.errorDescription()).isEqualTo("Nope");
    }

    @Test
    void takesTheWordOfARefreshForItsTokenAlone() {
        server.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"revoked\"}");

        assertThat(refresh()).isEqualTo(new Outcome.Rejected<OAuth2Token>("invalid_grant", "revoked"));
    }

    /** RFC 6749 has no code for it; the descriptions are those services send (read in their documentation, 2026-11-20). */
    @ParameterizedTest(name = "F6 {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "redirect_uri_mismatch|The redirect_uri MUST match the registered callback URL for this application.",
                "redirect_uri_mismatch|''",
                "invalid_redirect_uri|''",
                "invalid_request_redirect_uri|''",
                "invalid_request|redirect_uri did not match any of the client's registered redirect_uris",
                "invalid_request|AADSTS50011: The redirect URI specified in the request does not match",
                "invalid_request|AADSTS500113: No reply address is registered for the application.",
                "invalid_client|AADSTS500112: The reply address does not match the reply address provided",
                "unauthorized_client|Invalid redirect URL",
                "invalid_grant|Incorrect redirect_uri",
                "access_denied|Callback URL mismatch. It is not in the list of allowed callback URLs",
                "OAuthException|Redirect URI does not match registered redirect URI",
                "invalid_redirect|RedirectUri is invalid"
            })
    void quotesTheRedirectUriAndTheConsoleWhateverTheDialect(String error, String description) {
        for (Endpoint endpoint : new Endpoint[] {Endpoint.AUTHORIZATION, Endpoint.CODE, Endpoint.PUSHED}) {
            ConnectionException failure = failure(endpoint, error, description);

            assertThat(failure).isInstanceOf(ADMIN);
            assertThat(failure.code()).isEqualTo("redirect_uri_not_registered");
            assertThat(failure.error()).isEqualTo(error);
            assertThat(failure)
                    .hasMessageContaining("register exactly this redirect URI in the service's developer settings at "
                            + CONSOLE + ": " + CALLBACK);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_grant|The provided authorization grant is invalid, expired, revoked, does not match the"
                        + " redirection URI used in the authorization request, or was issued to another client.",
                "invalid_grant|Code expired",
                "invalid_scope|redirect_uri"
            })
    void blamesNoRedirectUriForWhatSomethingElseMayBe(String error, String description) {
        assertThat(failure(Endpoint.CODE, error, description).code()).isEqualTo(error);
    }

    @Test
    void blamesNoRedirectUriWhereNoneWasSent() {
        ConnectionException failure = failure(Endpoint.REFRESH, "invalid_request", "redirect_uri is missing");

        assertThat(failure.code()).isEqualTo("invalid_request");
    }

    private ConnectionException failure(Endpoint endpoint, String error, String description) {
        server.json(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
        return switch (endpoint) {
            case AUTHORIZATION -> returned("error=" + error + "&error_description=" + FormEncoding.encode(description));
            case CODE -> returned("code=c-1");
            case REFRESH -> ((Outcome.Failed<OAuth2Token>) refresh()).failure();
            case CLIENT_CREDENTIALS ->
                thrown(() -> flow(Strategies.robot().withConsole(CONSOLE)).grant());
            case TOKEN_EXCHANGE ->
                thrown(() -> flow(exchange()).with(SubjectToken.accessToken(Secret.of("subject-s3cr3t"))));
            case JWT_BEARER -> thrown(() -> flow(bearer()).grant());
            case DEVICE_AUTHORIZATION ->
                thrown(() -> flow(Strategies.television().withConsole(CONSOLE)).begin());
            case PUSHED ->
                thrown(() -> flow(acme().withPushedAuthorizationRequests("https://acme.example/par"))
                        .begin(CALLBACK));
            case REVOCATION -> thrown(this::revoke);
        };
    }

    private static OAuth2Strategy<RedirectFlow> acme() {
        return Strategies.acme().withRevocationEndpoint(Strategies.REVOKE).withConsole(CONSOLE);
    }

    private static OAuth2Strategy<DirectFlow<SubjectToken>> exchange() {
        return OAuth2.tokenExchange()
                .tokenEndpoint(Strategies.TOKEN)
                .publicClient("client-id")
                .withConsole(CONSOLE);
    }

    private static OAuth2Strategy<UnattendedFlow> bearer() {
        return OAuth2.jwtBearer(Keys.assertion())
                .tokenEndpoint(Strategies.TOKEN)
                .publicClient("client-id")
                .withConsole(CONSOLE);
    }

    private <F extends AuthorizationFlow> F flow(OAuth2Strategy<F> strategy) {
        return strategy.flow(FakeContext.of(strategy, server, "read", "write"));
    }

    private ConnectionException returned(String query) {
        RedirectFlow flow = flow(acme());
        String state = flow.begin(CALLBACK).state();
        return thrown(() -> flow.complete(URI.create(CALLBACK + "?" + query + "&state=" + state), state));
    }

    private Outcome<OAuth2Token> refresh() {
        FakeContext context = FakeContext.of(acme(), server, "read", "write");
        return acme().refresher().orElseThrow().refresh(Tokens.withRefreshToken(Secret.of("r-1")), context);
    }

    private String revoke() {
        FakeContext context = FakeContext.of(acme(), server);
        return acme().revoker().orElseThrow().revoke(Tokens.withoutRefreshToken(), context);
    }

    private static ConnectionException thrown(ThrowingCallable call) {
        return catchThrowableOfType(ConnectionException.class, call);
    }
}
