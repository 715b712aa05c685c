package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.StrategyProvider;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Inputs that a definition leaves open are asked for when connecting, and belong to the authorization (RULES F5). */
class InputsWhenConnectingTest extends OnEveryStore {
    private static final Input SHOP = Input.text("shop", "Shop").withExample("acme");
    private static final Input REGION =
            Input.oneOf("region", "Region", "eu", "us").withDefault("eu");
    private static final ApiKeyCredential KEY = ApiKeyCredential.of(Secret.of("CANARY-key"));

    private static Service<DirectFlow<ApiKeyCredential>> shops() {
        return Service.custom("Shops")
                .resourceServers("https://" + SHOP.place() + "." + REGION.place() + ".shops.example")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withInputs(SHOP, REGION);
    }

    private ManagedConnection<DirectFlow<ApiKeyCredential>> shared() {
        return connections.shared(shops().connection("Shops"));
    }

    @Test
    void areAskedForBesideTheCredentials() {
        var flow = shared().authorize();

        assertThat(flow.fields())
                .containsExactly(
                        Field.text("shop", "Shop"),
                        new Field("region", "Region", false, false, java.util.List.of("eu", "us")),
                        Field.secret("X-Api-Key", "X-Api-Key"));
        assertThat(flow.defaults()).isEqualTo(Map.of("region", "eu"));
    }

    @Test
    void belongToTheAuthorizationOfEachUser() {
        var perUser = connections.perUser(shops().connection("Shops"));
        perUser.forUser(ALICE).authorize().withValues(Map.of("shop", "alice", "region", "us", "X-Api-Key", "CANARY-a"));
        perUser.forUser(BOB).authorize().withInputs(Map.of("shop", "bob")).with(KEY);

        var alice = perUser.forUser(ALICE);
        var bob = perUser.forUser(BOB);

        assertThat(alice.resolve("/items")).isEqualTo(URI.create("https://alice.us.shops.example/items"));
        assertThat(bob.resolve("/items")).isEqualTo(URI.create("https://bob.eu.shops.example/items"));
        assertThat(alice.credentialsFor(alice.resolve("/items")).revealHeaders())
                .containsEntry("X-Api-Key", "CANARY-a");
        var foreign = catchThrowableOfType(
                ConnectionSecurityException.class, () -> bob.credentialsFor(alice.resolve("/items")));
        assertThat(foreign.code()).isEqualTo("origin_not_allowed");
        assertThat(perUser.summary().authorizations())
                .extracting(
                        authorization -> authorization.account().orElseThrow().inputs())
                .containsExactlyInAnyOrder(
                        Map.of("shop", "alice", "region", "us"), Map.of("shop", "bob", "region", "eu"));
    }

    @Test
    void areKnownToAnotherProcess() {
        shared().authorize().withInputs(Map.of("shop", "acme")).with(KEY);

        try (Connections other = another()) {
            var shops = (ManagedConnection<?>) other.get("shops");
            assertThat(shops.resolve("/items")).isEqualTo(URI.create("https://acme.eu.shops.example/items"));
            assertThat(shops.reconnect().defaults()).isEqualTo(Map.of("shop", "acme", "region", "eu"));
        }
    }

    @Test
    void areTheFormerOnesInAReconnect() {
        var shops = shared();
        shops.authorize().withInputs(Map.of("shop", "acme", "region", "us")).with(KEY);

        assertThat(shops.reconnect().fields()).filteredOn(Field::required).hasSize(1);
        shops.reconnect().with(KEY);

        assertThat(shops.resolve("/")).hasHost("acme.us.shops.example");
    }

    @Test
    void areNotChangedByAReconnect() {
        var shops = shared();
        shops.authorize().withInputs(Map.of("shop", "acme")).with(KEY);

        var refusal = catchThrowableOfType(
                ConnectionConflictException.class,
                () -> shops.reconnect().withValues(Map.of("shop", "other", "X-Api-Key", "CANARY-2")));

        assertThat(refusal.code()).isEqualTo("account_differs");
        assertThat(refusal)
                .hasMessageContaining("shop \"acme\", not \"other\"")
                .hasMessageContaining("linkNewAccount()");
        assertThat(shops.resolve("/")).hasHost("acme.eu.shops.example");
    }

    /** Two users of one account: what one of them enters for another place must not be sent to where the other goes. */
    @Test
    void makeAnotherAccountWhereTheyDiffer() {
        var shops = shared();
        shops.authorize().withInputs(Map.of("shop", "acme")).with(KEY);
        var first = shops.authorization().account().orElseThrow();

        shops.authorize().withInputs(Map.of("shop", "other")).with(KEY);

        assertThat(shops.resolve("/")).hasHost("other.eu.shops.example");
        assertThat(shops.authorization().account().orElseThrow().id()).isNotEqualTo(first.id());
        shops.switchTo(first);
        assertThat(shops.resolve("/")).hasHost("acme.eu.shops.example");
    }

    /** Ids are unique at one host alone: the first user of each self-hosted server is number 1. */
    @Test
    void makeAnotherAccountAlsoWhereTheServiceGivesTheSameId() {
        var strategy = new ScriptedStrategy();
        strategy.identifiedAs("1");
        try (Connections own =
                Connections.builder().strategies(StrategyProvider.of(strategy)).build()) {
            var shops = own.shared(Service.custom("Shops")
                    .resourceServers("https://" + SHOP.place() + ".shops.example")
                    .authentication(strategy)
                    .withInputs(SHOP)
                    .connection("Shops"));
            shops.authorize().withInputs(Map.of("shop", "acme")).grant();

            shops.authorize().withInputs(Map.of("shop", "other")).grant();
            shops.authorize().withInputs(Map.of("shop", "other")).grant();

            assertThat(own.accounts(shops.definition().service()))
                    .extracting(Account::inputs)
                    .containsExactlyInAnyOrder(Map.of("shop", "acme"), Map.of("shop", "other"));
        }
    }

    @Test
    void comeWithTheAccountOfASwitch() {
        var shops = shared();
        shops.authorize().withInputs(Map.of("shop", "first")).with(KEY);
        var first = shops.authorization().account().orElseThrow();
        shops.linkNewAccount().withInputs(Map.of("shop", "second")).with(KEY);
        assertThat(shops.resolve("/")).hasHost("second.eu.shops.example");

        shops.switchTo(first);

        assertThat(shops.resolve("/")).hasHost("first.eu.shops.example");
    }

    @Test
    void mustBeGivenAndFit() {
        var shops = shared();

        fails("input_missing", "Shop (shop)", () -> shops.authorize().with(KEY));
        fails("input_missing", "withInputs(…)", () -> shops.authorize().withValues(Map.of("X-Api-Key", "CANARY-k")));
        fails(
                "input_malformed",
                "for example acme",
                () -> shops.authorize()
                        .withInputs(Map.of("shop", "evil.example/#"))
                        .with(KEY));
        fails(
                "input_unknown",
                "give only [shop, region]",
                () -> shops.authorize().withInputs(Map.of("tenant", "x")));
        assertThat(shops.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @Test
    void stayWithTheirAccountsWhenTheDefinitionIsEdited() {
        var shops = shared();
        shops.authorize().withInputs(Map.of("shop", "acme")).with(KEY);

        shops.edit().withService(shops().withHeader("X-Shop", SHOP.place())).update();

        assertThat(shops.resolve("/")).hasHost("acme.eu.shops.example");
        assertThat(shops.credentialsFor(shops.resolve("/")).revealHeaders()).containsEntry("X-Shop", "acme");
    }

    @Test
    void areMissingInAnAccountThatIsOlderThanThey() {
        var fixed = Service.custom("Shops")
                .resourceServers("https://acme.eu.shops.example")
                .authentication(ApiKey.inHeader("X-Api-Key"));
        var shops = connections.shared(fixed.connection("Shops"));
        shops.authorize().with(KEY);
        var old = shops.authorization().account().orElseThrow();

        shops.edit().withService(shops()).update();

        fails("input_missing", "Shop (shop)", () -> shops.resolve("/"));
        fails("input_missing", "Shop (shop)", () -> shops.switchTo(old));
        shops.reconnect().withInputs(Map.of("shop", "acme")).with(KEY);
        assertThat(shops.resolve("/")).hasHost("acme.eu.shops.example");
    }

    @Test
    void areRefusedByAServiceThatAsksForNone() {
        var crm = connections.shared(crm().connection("CRM"));

        fails("input_unknown", "leave them out", () -> crm.authorize().withInputs(Map.of("shop", "x")));
        assertThat(crm.authorize().defaults()).isEmpty();
    }

    @Test
    void mustBeDeclared() {
        var undeclared = Service.custom("Shops")
                .resourceServers("https://" + SHOP.place() + ".shops.example")
                .authentication(ApiKey.inHeader("X-Api-Key"));

        fails("input_undeclared", "withInputs(…)", () -> connections.shared(undeclared.connection("Shops")));
    }

    @Test
    void mustBeDeclaredInAnEditToo() {
        var shops = connections.shared(Service.custom("Shops")
                .resourceServers("https://acme.shops.example")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .connection("Shops"));
        var undeclared = Service.custom("Shops")
                .resourceServers("https://" + SHOP.place() + ".shops.example")
                .authentication(ApiKey.inHeader("X-Api-Key"));

        fails("input_undeclared", "withInputs(…)", () -> shops.edit().withService(undeclared));
    }

    /** Whoever is called like a place must not get what was meant for nobody. */
    @Test
    void leadNowhereWhileTheyAreOpen() {
        var shops = shared();
        shops.authorize().withInputs(Map.of("shop", "input-shop-open")).with(KEY);

        fails("input_missing", "withInputs(…)", () -> shops.resolve("/"));
    }

    private static void fails(String code, String fix, ThrowingCallable call) {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, call);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageContaining(fix);
    }
}
