package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services and definitions as values (DESIGN §3, RULES A2, A4, F3). */
class ServiceTest {
    private static final Service<DirectFlow<ApiKeyCredential>> WEATHER = Service.custom("Weather")
            .resourceServers("https://api.weather.example/v2", "https://files.weather.example")
            .authentication(ApiKey.inHeader("X-Api-Key"));

    @ParameterizedTest
    @CsvSource({
        "CRM primary,crm_primary",
        "Zürich Café,zurich_cafe",
        "  2nd CRM!! (main) ,nd_crm_main",
        "a__b--c,a_b_c",
        "Получить CRM,crm",
        "x,x"
    })
    void derivesTheLinkNameFromTheDisplayName(String name, String linkName) {
        assertThat(WEATHER.connection(name).linkName()).isEqualTo(linkName);
    }

    @Test
    void cutsADerivedLinkNameAtFiftyCharactersWithoutATrailingUnderscore() {
        String name = "a".repeat(49) + " b";

        assertThat(Service.custom("x".repeat(50))
                        .resourceServers("https://x.example")
                        .authentication(Basic.usernameAndPassword())
                        .linkName())
                .hasSize(50);
        assertThat(catchThrowableOfType(ConnectionConfigurationException.class, () -> WEATHER.connection(name))
                        .code())
                .isEqualTo("name_too_long");
        assertThat(WEATHER.connection("a".repeat(48) + " b").linkName()).isEqualTo("a".repeat(48) + "_b");
    }

    @Test
    void asksForALinkNameWhereNoneCanBeDerived() {
        ConnectionDefinition<?> nameless = WEATHER.connection("天気");

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, nameless::linkName);

        assertThat(failure.code()).isEqualTo("link_name_empty");
        assertThat(failure).hasMessageContaining("state one with withLinkName(\"…\")");
        assertThat(nameless.withLinkName("weather").linkName()).isEqualTo("weather");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRM", "crm primary", "1crm", "_crm", "", "crm-primary", "crmé"})
    void refusesALinkNameOfAnotherShape(String linkName) {
        failsWith(
                "link_name_shape",
                "start with a lower-case letter, then use a-z, 0-9 or _, 50 characters at most",
                () -> WEATHER.connection("CRM").withLinkName(linkName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b"})
    void refusesANameThatPeopleCannotRead(String name) {
        failsWith("name_malformed", "give it a name people can read", () -> WEATHER.connection(name));
        failsWith("name_malformed", "give it a name people can read", () -> Service.custom(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "é", "a\tb"})
    void refusesAScopeThatIsNoScopeToken(String scope) {
        failsWith(
                "scope_malformed",
                "give each scope once, as a separate argument",
                () -> WEATHER.connection("W").withScopes(scope));
    }

    @Test
    void refusesARepeatedScope() {
        failsWith(
                "scope_malformed",
                "is there twice",
                () -> WEATHER.connection("W").withScopes("a", "a"));
    }

    @Test
    void replacesTheDefaultScopesOfTheService() {
        Service<?> service = WEATHER.withDefaultScopes("read", "write");

        assertThat(service.connection("W").scopes()).containsExactly("read", "write");
        assertThat(service.connection("W").withScopes("read").scopes()).containsExactly("read");
        assertThat(service.connection("W").withScopes().scopes()).isEmpty();
    }

    @Test
    void resolvesPathsAgainstTheFirstResourceServerUnlessAnotherBaseIsStated() {
        try (Connections connections = Connections.inMemory()) {
            var first = connections.shared(WEATHER.connection("First"));
            var files = connections.shared(
                    WEATHER.withApiBase("https://files.weather.example/api").connection("Files"));
            Authorization unused = first.authorize().with(ApiKeyCredential.of(Secret.of("k")));
            unused = files.authorize().with(ApiKeyCredential.of(Secret.of("k")));

            assertThat(first.resolve("/today?unit=C"))
                    .isEqualTo(URI.create("https://api.weather.example/v2/today?unit=C"));
            assertThat(files.resolve("report")).isEqualTo(URI.create("https://files.weather.example/api/report"));
            failsWith("path_malformed", "give a percent-encoded path", () -> first.resolve("/a/../../etc"));
            failsWith("path_malformed", "give a percent-encoded path", () -> first.resolve("/a b"));
            failsWith("path_malformed", "give a percent-encoded path", () -> first.resolve("/a#b"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Content-Length", "transfer-encoding", "Cookie", "X Y", "X:Y", "X\r\nY", ""})
    void refusesAHeaderThatIsNotTheServicesOwn(String name) {
        var failure =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> WEATHER.withHeader(name, "value"));

        assertThat(failure.code()).isEqualTo("header_malformed");
    }

    @Test
    void readsItsOwnDocument() {
        Service<?> service = WEATHER.withHeader("X-Version", "2")
                .withProbe("GET", "/me")
                .withDefaultScopes("read")
                .withKnownScopes(List.of(Field.text("read", "Reads the weather")));

        Service<?> again = Service.fromJson(service.toJson(), Map.of());

        assertThat(again).isEqualTo(service);
        assertThat(again.toJson()).isEqualTo(service.toJson());
    }

    @Test
    void readsEveryParameterOfItsStrategy() {
        Service<?> keys = Service.custom("Keys")
                .resourceServers("https://keys.example")
                .authentication(ApiKey.inHeader("Authorization")
                        .withFormat("Bearer {key}")
                        .withDisplayName("Key")
                        .and(ApiKey.inQuery("site"))
                        .and(ApiKey.inCookie("session"))
                        .and(ApiKey.inForm("token")));
        Service<?> basic = Service.custom("Basic")
                .resourceServers("https://basic.example")
                .authentication(Basic.fields(Field.text("api_user", "API user"), Field.secret("api_key", "API key"))
                        .inQuery());

        assertThat(Service.fromJson(keys.toJson(), Map.of())).isEqualTo(keys);
        assertThat(Service.fromJson(basic.toJson(), Map.of())).isEqualTo(basic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|service_malformed|line 1",
                "[]|service_malformed|is not an object",
                "{}|service_malformed|/format",
                "{\"format\":2}|service_malformed|this release reads format 1",
                "{\"format\":1}|service_malformed|/authentication/type is missing",
                "{\"format\":1,\"authentication\":{\"type\":\"nobody.knows\"}}|unknown_authentication_type|strategies(…)",
                "{\"format\":1,\"authentication\":{\"type\":\"basic\",\"settings\":{\"x\":{\"secret\":\"client_secret\"}}}}|secret_missing|client_secret",
                "{\"format\":1,\"authentication\":{\"type\":\"basic\",\"settings\":7}}|service_malformed|/authentication/settings is not an object",
                "{\"a\":1,\"a\":2}|service_malformed|line 1"
            })
    void saysWhereADocumentCannotBeUsed(String json, String code, String where) {
        failsWith(code, where, () -> Service.fromJson(json, Map.of()));
    }

    @Test
    void refusesADocumentOfAHundredThousandBrackets() {
        failsWith("service_malformed", "is not JSON at line 1", () -> Service.fromJson("[".repeat(100_000), Map.of()));
    }

    @Test
    void refusesParametersOfOneName() {
        failsWith(
                "parameter_malformed",
                "give each its own",
                () -> ApiKey.inHeader("k").and(ApiKey.inQuery("k")));
        failsWith(
                "parameter_malformed",
                "names of their own",
                () -> Basic.fields(Field.text("k", "User"), Field.secret("k", "Password")));
    }

    @Test
    void refusesAnAddressOutsideTheResourceServersAsBase() {
        failsWith(
                "origin_not_allowed",
                "name its origin in resourceServers(…) too",
                () -> WEATHER.withApiBase("https://evil.example/"));
    }

    private static void failsWith(String code, String fix, ThrowingCallable call) {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, call);

        assertThat(failure).isNotNull().hasMessageContaining(fix);
        assertThat(failure.code()).isEqualTo(code);
    }
}
