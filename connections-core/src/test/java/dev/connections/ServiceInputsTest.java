package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that leave inputs open until they are connected (RULES F5, RELIABILITY F-M21, F-M24). */
class ServiceInputsTest {
    private static final Input SHOP = Input.text("shop", "Shop").withExample("acme");

    private static Service.NeedsAuthentication at(String server) {
        return Service.custom("Shops").resourceServers(server);
    }

    private static Service<?> shops() {
        return at("https://" + SHOP.place() + ".shops.example/v1")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withHeader("X-Shop", SHOP.place())
                .withProbe("GET", "/" + SHOP.place() + "/me")
                .withInputs(SHOP);
    }

    @Test
    void showsWhereAValueWillStand() {
        assertThat(shops().resourceServers()).containsExactly("https://{shop}.shops.example");
        assertThat(shops().apiBase()).isEqualTo("https://{shop}.shops.example/v1");
        assertThat(shops().headers()).containsEntry("X-Shop", "{shop}");
        assertThat(shops().inputs()).extracting(Input::name).containsExactly("shop");
        assertThat(shops()).hasToString("Service[shops, api_key, [https://{shop}.shops.example]]");
    }

    @Test
    void fillsEveryPlaceWithAValue() {
        Service<?> acme = shops().withInputValues(Map.of("shop", "acme-2"));

        assertThat(acme.apiBase()).isEqualTo("https://acme-2.shops.example/v1");
        assertThat(acme.headers()).containsEntry("X-Shop", "acme-2");
        assertThat(acme.toJson())
                .contains("/acme-2/me")
                .doesNotContain("inputs")
                .doesNotContain("{shop}");
        assertThat(acme.inputs()).isEmpty();
    }

    @Test
    void isWrittenAndReadAgain() {
        Input region = Input.oneOf("region", "Region", "eu", "us").withDefault("eu");
        Input id = Input.matching("customer", "Customer", "[0-9]{4,6}").withExample("12345");
        Input home = Input.hostAmong("home", "Home", "*.acme.example", "acme.example");
        Service<?> service = Service.custom("All")
                .resourceServers(
                        "https://" + region.place() + ".shops.example/" + id.place(), "https://" + home.place())
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(region, id, home);

        Service<?> read = Service.fromJson(service.toJson(), Map.of());

        assertThat(read.toJson()).isEqualTo(service.toJson());
        assertThat(service.toJson())
                .contains("https://{region}.shops.example/{customer}", "https://{home}", "\"default\":\"eu\"")
                .contains("\"pattern\":\"[0-9]{4,6}\"", "\"options\":[\"eu\",\"us\"]", "\"hosts\":[\"*.acme.example\"");
        assertThat(read.withInputValues(Map.of("customer", "1234", "home", "x.acme.example"))
                        .resourceServers())
                .containsExactly("https://eu.shops.example", "https://x.acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example/#",
                "evil.example?",
                "a@evil.example",
                "a.evil.example\\",
                "..",
                "%2e",
                "a\r\nHost:x",
                "{other}",
                "{shop}",
                "a\u3002b",
                "-a",
                "a_b",
                "a.b",
                "A",
                "a-",
                "é",
                "a b",
                "a:1",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesAValueThatIsNoHostLabel(String value) {
        fails("input_malformed", "for example acme", () -> shops().withInputValues(Map.of("shop", value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "a", "a.localhost", "a.b.1", "[::1]", "x..example", "evil.example:1"})
    void refusesAHostThatIsNoPublicName(String value) {
        Input host = Input.anyHost("host", "Host");
        Service<?> own = at("https://" + host.place())
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(host);

        fails("input_malformed", "give a public host name", () -> own.withInputValues(Map.of("host", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shops.example", "evil-shops.example", "a.shops.example.evil.example", "x.evil.example"})
    void refusesAHostThatIsNotAmongTheListed(String value) {
        Input host = Input.hostAmong("host", "Host", "*.shops.example");
        Service<?> own = at("https://" + host.place())
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(host);

        fails("input_malformed", "*.shops.example", () -> own.withInputValues(Map.of("host", value)));
    }

    @Test
    void keepsAHostOfTheUsersChoiceFromOnesOwnNetwork() {
        Input host = Input.anyHost("host", "Host");
        Service<?> own = at("https://" + host.place() + "/api")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(host);

        assertThat(own.withInputValues(Map.of("host", "git.acme.example")).toJson())
                .contains("https://git.acme.example/api", "\"public_addresses_only\":true");
        assertThat(shops().withInputValues(Map.of("shop", "acme")).toJson()).doesNotContain("public_addresses_only");
    }

    @ParameterizedTest
    @CsvSource({"https://,.example", "https://shops.example.,''", "https://x.,:8443"})
    void refusesAnInputThatCouldChooseTheDomain(String before, String after) {
        Input free = Input.text("free", "Free");
        Service<?> service = at(before + free.place() + after).authentication(ApiKey.inHeader("X-Api-Key"));

        fails("input_unusable", "end the host in a literal domain", () -> service.withInputs(free));
    }

    @Test
    void refusesAHostThatHasAWholeHostInIt() {
        Input host = Input.anyHost("host", "Host");
        String document = shops().toJson()
                .replace("{\"name\":\"shop\"", "{\"host\":\"own\",\"name\":\"shop\"")
                .replace(",\"example\":\"acme\"", "");

        fails("input_unusable", "choose the domain", () -> Service.fromJson(document, Map.of()));
        assertThat(host.place()).endsWith(".invalid");
    }

    @Test
    void refusesAnInputThatStandsNowhereOrTwice() {
        fails("input_unusable", "used nowhere", () -> shops().withInputs(Input.text("tenant", "Tenant")));
        fails("input_unusable", "give each its own", () -> shops().withInputs(SHOP));
    }

    @Test
    void refusesAPlaceInAScope() {
        String scope = "https://" + SHOP.place() + ".shops.example/.default";
        String document = shops().withDefaultScopes("read").toJson().replace("[\"read\"]", "[\"{shop}.read\"]");

        fails("input_unusable", "write the scope out", () -> shops().withDefaultScopes(scope));
        fails(
                "input_unusable",
                "write the scope out",
                () -> shops().connection("Shops").withScopes(scope));
        fails("input_unusable", "withInputValues(…)", () -> Service.fromJson(document, Map.of()));
    }

    @Test
    void refusesAPlaceInAName() {
        Service<?> named = at("https://" + SHOP.place() + ".shops.example")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withHeader("X-" + SHOP.place(), "1");

        fails("input_unusable", "in values alone", () -> named.withInputs(SHOP));
    }

    /** A strategy writes <code>{key}</code> for something of its own. */
    @Test
    void refusesANameThatTheStrategyUses() {
        Input key = Input.text("key", "Key");
        Service<?> service =
                at("https://" + key.place() + ".shops.example").authentication(ApiKey.inHeader("X-Api-Key"));

        fails("input_unusable", "give the input another name", () -> service.withInputs(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "1shop", "shop-name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesANameOfAnotherShape(String name) {
        fails("input_unusable", "30 characters at most", () -> Input.text(name, "Shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "a|b", "^a$", "a{2,1000}", "[a]{5,2}", "[", "", ".*"})
    void refusesAPatternThatIsNotLinear(String pattern) {
        fails("input_unusable", "[a-z0-9-]{1,63}", () -> Input.matching("shop", "Shop", pattern));
    }

    @Test
    void refusesADefaultThatBreaksTheRule() {
        fails(
                "input_unusable",
                "give one of [eu, us]",
                () -> Input.oneOf("region", "Region", "eu", "us").withDefault("jp"));
    }

    @Test
    void saysWhichInputIsMissingOrUnknown() {
        fails("input_missing", "withInputs(…)", () -> shops().withInputValues(Map.of()));
        fails("input_missing", "Shop (shop)", () -> shops().withInputValues(Map.of("shop", " ")));
        fails("input_unknown", "give only [shop]", () -> shops().withInputValues(Map.of("store", "a")));
    }

    @Test
    void tellsPlacesOfNamesApartThatHoldEachOther() {
        Input one = Input.text("a", "A");
        Input other = Input.text("x_input_a", "B");
        Service<?> both = at("https://api.example.com/" + one.place() + "/" + other.place())
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(one, other);

        assertThat(both.apiBase()).isEqualTo("https://api.example.com/{a}/{x_input_a}");
        assertThat(both.withInputValues(Map.of("a", "1", "x_input_a", "2")).apiBase())
                .isEqualTo("https://api.example.com/1/2");
    }

    @Test
    void listsInputsInTheOrderTheyWereGiven() {
        Input team = Input.text("team", "Team");
        Service<?> service = at("https://api.example.com/" + SHOP.place() + "/" + team.place())
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(team, SHOP);

        assertThat(service.inputs()).extracting(Input::displayName).containsExactly("Team", "Shop");
        assertThat(service.inputs().get(1).example()).contains("acme");
    }

    @Test
    void refusesAnOptionThatMakesNoHost() {
        Input region = Input.oneOf("region", "Region", "eu", "US");
        Service<?> service =
                at("https://" + region.place() + ".shops.example").authentication(ApiKey.inHeader("X-Api-Key"));

        fails("input_unusable", "write host labels", () -> service.withInputs(region));
    }

    private static void fails(String code, String fix, ThrowingCallable call) {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, call);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageContaining(fix);
    }
}
