package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition refuses, at the call that says it, and how it says what to write instead. */
class OAuth2DefinitionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"endpointsAndClients", "options", "formats", "captures"})
    void refusesWhatCannotBeUsed(String code, String fix, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused).hasMessageContaining(fix);
        });
    }

    static Stream<Arguments> endpointsAndClients() {
        OAuth2.NeedsAuthorizationEndpoint code = OAuth2.authorizationCode();
        return Stream.of(
                row("endpoint_not_https", "https", () -> code.authorizationEndpoint("http://acme.example/authorize")),
                row("endpoint_not_https", "https", () -> code.authorizationEndpoint("http://127.0.0.1:8080/authorize")),
                row(
                        "endpoint_malformed",
                        "leave",
                        () -> code.authorizationEndpoint("https://u@acme.example/authorize")),
                row("endpoint_malformed", "#", () -> code.authorizationEndpoint("https://acme.example/authorize#x")),
                row(
                        "parameter_reserved",
                        "leave it out",
                        () -> code.authorizationEndpoint("https://a.example/x?state=1")),
                row(
                        "parameter_reserved",
                        "leave it out",
                        () -> code.authorizationEndpoint("https://a.example/x?t=1&scope=a")),
                row("endpoint_malformed", "RFC 8414", () -> code.issuer("https://acme.example/?x=1")),
                row("endpoint_not_https", "https", () -> code.issuer("http://acme.example")),
                row("client_id_malformed", "developer page", () -> client(" ", "s")),
                row("client_id_malformed", "developer page", () -> client("a\nb", "s")),
                row("client_secret_malformed", "publicClient", () -> client("id", " ")),
                row(
                        "option_not_applicable",
                        "client(id, secret)",
                        () -> Strategies.acmeForPublicClients()
                                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)));
    }

    static Stream<Arguments> options() {
        OAuth2Strategy<?> acme = Strategies.acme();
        return Stream.of(
                row("scope_delimiter_malformed", "comma", () -> acme.withScopeDelimiter("")),
                row("scope_delimiter_malformed", "comma", () -> acme.withScopeDelimiter("and")),
                row("scope_malformed", "without spaces", () -> acme.withAddedScopes("offline access")),
                row("parameter_reserved", "leave it out", () -> acme.withAuthorizationParameter("state", "x")),
                row("parameter_reserved", "leave it out", () -> acme.withAuthorizationParameter("code_challenge", "x")),
                row("header_malformed", "Bearer {token}", () -> acme.withAuthorizationHeader("Bearer token")),
                row("header_malformed", "Bearer {token}", () -> acme.withAuthorizationHeader("{token} {token}")),
                row("header_malformed", "visible ASCII", () -> acme.withAuthorizationHeader("Bearer\r\nX: {token}")),
                row("duration_malformed", "PT1M", () -> acme.withRefreshMargin(Duration.ofSeconds(-1))),
                row(
                        "deviation_unexplained",
                        "say what",
                        () -> acme.withDeviationNoPkce(" ", "https://acme.example/doc")),
                row("deviation_unexplained", "say what", () -> acme.withDeviationPlainPkce("refuses S256", "")),
                row(
                        "option_not_applicable",
                        "begin it with",
                        () -> OAuth2.authorizationCode()
                                .issuer("https://acme.example")
                                .publicClient("id")
                                .withIssuer("https://other.example")));
    }

    static Stream<Arguments> formats() {
        TokenRequestFormat request = TokenRequestFormat.form();
        TokenResponseFormat response = TokenResponseFormat.standard();
        return Stream.of(
                row("duration_malformed", "PT2H", () -> response.withDefaultLifetime(Duration.ZERO)),
                row("parameter_reserved", "leave it out", () -> request.withParameter("code", "x")),
                row("parameter_reserved", "leave it in", () -> request.omitting("refresh_token")),
                row("parameter_unknown", "grant_type", () -> request.renaming("grant", "type")),
                row("parameter_unknown", "grant_type", () -> request.omitting("grant")),
                row("header_malformed", "User-Agent", () -> request.withHeader("Authorization", "x")),
                row("header_malformed", "User-Agent", () -> request.withHeader("content-LENGTH", "1")),
                row("header_malformed", "User-Agent", () -> request.withHeader("X:Y", "1")),
                row("header_malformed", "visible ASCII", () -> request.withHeader("X-Y", "a\r\nb")),
                row("pointer_malformed", "/data/access_token", () -> response.withToken("user", "authed_user")),
                row("pointer_malformed", "/data/access_token", () -> response.withErrorAt("/a//b")),
                row("token_name_malformed", "user", () -> response.withToken("", "/a")),
                row("parameter_unknown", "withExpiry", () -> response.renaming("expires_in", "ttl")),
                row("error_unknown", "invalid_grant", () -> response.withErrorMeaning("x", "dead")));
    }

    static Stream<Arguments> captures() {
        return Stream.of(
                row(
                        "host_malformed",
                        "*.example.com",
                        () -> Capture.fromCallback("h").withHost("https://a.example")),
                row(
                        "host_malformed",
                        "*.example.com",
                        () -> Capture.fromCallback("h").withHost("*.com")),
                row(
                        "endpoint_not_https",
                        "https",
                        () -> Capture.fromCallback("h").withHost("a.example", "http://b.example")),
                row(
                        "option_not_applicable",
                        "withHost",
                        () -> Capture.fromCallback("h").withResourceServer()),
                row(
                        "option_not_applicable",
                        "fromCallback",
                        () -> Capture.fromTokenResponse("/h")
                                .withHost("a.example")
                                .withTokenServer()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesOptionsThatClientCredentialsCannotUse(String option, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
            assertThat(refused.code()).isEqualTo("option_not_applicable");
            assertThat(refused).hasMessageContaining(option);
        });
    }

    static Stream<Arguments> refusesOptionsThatClientCredentialsCannotUse() {
        OAuth2Strategy<?> robot = Strategies.robot();
        return Stream.of(
                option("withAuthorizationParameter", () -> robot.withAuthorizationParameter("prompt", "none")),
                option("withRefreshRequest", () -> robot.withRefreshRequest(TokenRequestFormat.json())),
                option("withIssuer", () -> robot.withIssuer("https://acme.example")),
                option("PKCE", () -> robot.withDeviationNoPkce("refuses it", "https://acme.example/doc")),
                option("fromCallback", () -> robot.withCapture(Capture.fromCallback("realmId"))),
                option(
                        "a public client",
                        () -> OAuth2.clientCredentials()
                                .tokenEndpoint(Strategies.TOKEN)
                                .publicClient("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080"})
    void permitsPlainHttpOnLoopbackWhereTheDefinitionIsAshamed(String origin) {
        OAuth2Strategy<?> strategy = OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(origin + "/authorize")
                .tokenEndpoint(origin + "/token")
                .publicClient("id");

        assertThat(strategy.facts()).containsEntry("token_endpoint", origin + "/token");
    }

    @Test
    void permitsPlainHttpNowhereElse() {
        assertThatThrownBy(() -> OAuth2.clientCredentials()
                        .withPlainHttpForLoopbackTestsOnly()
                        .tokenEndpoint("http://10.0.0.1/token"))
                .isInstanceOfSatisfying(
                        ConnectionException.class,
                        refused -> assertThat(refused.code()).isEqualTo("endpoint_not_https"));
    }

    @Test
    void refusesAPinnedResourceServerInPlainHttpToo() {
        Capture home = Capture.fromCallback("home").withHost("127.0.0.1:8080", "http://127.0.0.1:8080");

        assertThatThrownBy(() -> Strategies.acme().withCapture(home))
                .isInstanceOfSatisfying(
                        ConnectionException.class,
                        refused -> assertThat(refused.code()).isEqualTo("endpoint_not_https"));
    }

    @Test
    void refusesFormatsThatSomebodyElseMade() {
        TokenRequestFormat foreign = (TokenRequestFormat) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TokenRequestFormat.class}, (proxy, method, args) -> "");

        assertThatThrownBy(() -> Strategies.acme().withTokenRequest(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("factory methods");
    }

    @Test
    void copiesAndNeverChanges() {
        OAuth2Strategy<?> before = Strategies.acme();
        String document = before.settings().json();

        OAuth2Strategy<?> after = before.withScopeDelimiter(",");

        assertThat(after).isNotEqualTo(before);
        assertThat(before.settings().json()).isEqualTo(document);
        assertThat(Strategies.acme()).isEqualTo(before).hasSameHashCodeAs(before);
    }

    @Test
    void printsNoSecretAnywhere() {
        OAuth2Strategy<?> strategy = Strategies.acme()
                .withTokenResponse(TokenResponseFormat.standard().withExpiry("ttl", ExpiryFormat.SECONDS));

        assertThat(strategy.toString()
                        + strategy.settings()
                        + strategy.settings().json()
                        + strategy.facts())
                .doesNotContain(Strategies.CLIENT_SECRET.reveal());
        assertThat(strategy.settings().secrets()).isEqualTo(Map.of("client_secret", Strategies.CLIENT_SECRET));
    }

    @Test
    void showsEndpointsWithoutTheirQuery() {
        OAuth2Strategy<?> strategy = OAuth2.authorizationCode()
                .authorizationEndpoint("https://acme.example/authorize?tenant=a")
                .tokenEndpoint("https://acme.example/token")
                .publicClient("id")
                .withDeviationNoPkce("answers 400 to code_challenge", "https://acme.example/doc");

        assertThat(strategy.facts())
                .containsEntry("authorization_endpoint", "https://acme.example/authorize")
                .containsEntry("pkce_deviation", "OFF: answers 400 to code_challenge (https://acme.example/doc)");
    }

    @Test
    void knowsNoAuthorizationEndpointBeforeItsDiscovery() {
        OAuth2Strategy<?> strategy =
                OAuth2.authorizationCode().issuer("https://acme.example").publicClient("id");

        assertThat(strategy.facts())
                .containsEntry("issuer", "https://acme.example")
                .doesNotContainKeys("authorization_endpoint", "token_endpoint");
    }

    private static void client(String id, String secret) {
        OAuth2.authorizationCode()
                .authorizationEndpoint(Strategies.AUTHORIZE)
                .tokenEndpoint(Strategies.TOKEN)
                .client(id, Secret.of(secret));
    }

    private static Arguments row(String code, String fix, ThrowingCallable call) {
        return Arguments.of(code, fix, call);
    }

    private static Arguments option(String option, ThrowingCallable call) {
        return Arguments.of(option, call);
    }
}
