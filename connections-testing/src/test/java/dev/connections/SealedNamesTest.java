package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.KeyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code sealNames()}: a dump names nobody, and what is spelled exactly is still found. */
class SealedNamesTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Subject ALICE =
            Subject.of("u-4711-alice").withName("Alice Archer").withEmail("Alice@Example.com");
    private static final Subject BOB =
            Subject.of("u-4712-bob").withName("Bob Baker").withEmail("bob@example.com");

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore records = InMemoryConnectionStore.create(clock);
    private final Rings rings = new Rings();
    private final List<Connections> owners = new ArrayList<>();
    private final Connections sealing = opened(builder(rings.only(1)).sealNames());
    private final Vault sealed = Vault.hashingNames(new SteppedStore(records, rings.only(1)));
    private final Vault clear = new Vault(new SteppedStore(records, rings.only(1)));

    @AfterEach
    void close() {
        owners.forEach(Connections::close);
    }

    private Connections.Builder builder(KeyProvider keys) {
        return Connections.builder().clock(clock).store(new SteppedStore(records, keys));
    }

    private Connections opened(Connections.Builder builder) {
        Connections made = builder.build();
        owners.add(made);
        return made;
    }

    private static void authorize(ConnectionsView view, Subject... subjects) {
        var calendar = calendar(view);
        for (Subject each : subjects) {
            var unused = calendar.forUser(each).authorize().with(ApiKeyCredential.of(Secret.of("key-of-" + each.id())));
        }
    }

    private static PerUserConnection<DirectFlow<ApiKeyCredential>> calendar(ConnectionsView view) {
        return view.by(Actor.developer("dora@example.com"))
                .perUser(Service.custom("Calendar")
                        .resourceServers("https://api.example.com")
                        .authentication(ApiKey.inHeader("X-Key"))
                        .connection("My secret calendar"));
    }

    private static String sent(ConnectionsView view, Subject subject) {
        return calendar(view)
                .forUser(Subject.of(subject.id()))
                .credentialsFor(LEADS)
                .revealHeaders()
                .get("X-Key");
    }

    private String dump() {
        var dump = new StringBuilder();
        for (String tenant : records.tenants("", 10)) {
            Arrays.stream(Kind.values())
                    .flatMap(kind -> records.list(Query.of(tenant, kind)).stream())
                    .forEach(record -> dump.append(record.key()).append(record.index()));
        }
        return dump.toString().toLowerCase(Locale.ROOT);
    }

    private static Query authorizations() {
        return Query.of("default", Kind.AUTHORIZATION);
    }

    private static List<String> found(Vault vault, Query query) {
        return vault.list(AuthorizationRecord.TYPE, query).stream()
                .map(record -> record.value().key().subject().orElseThrow().id())
                .toList();
    }

    private void rewrap(Connections owner) {
        while (owner.rewrap(2) > 0) {
            assertThat(records.tenants("", 1)).isNotEmpty();
        }
    }

    @Test
    void namesNobodyInTheStore() {
        authorize(sealing, ALICE, BOB);

        assertThat(dump())
                .contains("hmac-sha256:", "my_secret_calendar")
                .doesNotContain("alice", "archer", "bob", "baker", "dora", "my secret calendar", "u-471");
    }

    @Test
    void namesEverybodyUnlessAsked() {
        authorize(opened(builder(rings.only(1))), ALICE);

        assertThat(dump())
                .doesNotContain("hmac-sha256:")
                .contains(
                        "u-4711-alice", "alice archer", "alice@example.com", "dora@example.com", "my secret calendar");
    }

    @Test
    void servesWhatItHasSealed() {
        authorize(sealing, ALICE, BOB);

        assertThat(sent(sealing, ALICE)).isEqualTo("key-of-u-4711-alice");
        assertThat(sent(opened(builder(rings.only(1)).sealNames()), BOB)).isEqualTo("key-of-u-4712-bob");
        assertThat(sealing.find("my_secret_calendar").orElseThrow().summary().name())
                .isEqualTo("My secret calendar");
    }

    @Test
    void findsWhatIsEqual() {
        authorize(sealing, ALICE, BOB);

        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, ALICE.id())))
                .containsExactly(ALICE.id());
        assertThat(found(sealed, authorizations().withEqual(Index.EMAIL, "bob@example.com")))
                .containsExactly(BOB.id());
        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, "u-4711-ALICE")))
                .isEmpty();
        assertThat(sealed.count(authorizations().withEqual(Index.NAME, "Bob Baker")))
                .isEqualTo(1);
        assertThat(sealed.count(Query.of("default", Kind.DEFINITION).withEqual(Index.NAME, "My secret calendar")))
                .isEqualTo(1);
    }

    @Test
    void findsOtherValuesAsEver() {
        authorize(sealing, ALICE, BOB);

        assertThat(found(sealed, authorizations().withEqual(Index.CONNECTION, "my_secret_calendar")))
                .hasSize(2);
        assertThat(sealed.page(authorizations().withLimit(1))).hasSize(1);
    }

    @Test
    void findsAWholeNameOrAddressButNoPartOfIt() {
        authorize(sealing, ALICE, BOB);

        assertThat(found(sealed, authorizations().withContains("Alice Archer"))).containsExactly(ALICE.id());
        assertThat(found(sealed, authorizations().withContains("Alice@Example.com")))
                .containsExactly(ALICE.id());
        assertThat(found(sealed, authorizations().withContains("u-4712-bob"))).containsExactly(BOB.id());
        assertThat(found(sealed, authorizations().withContains("Alice"))).isEmpty();
        assertThat(found(sealed, authorizations().withContains(""))).isEmpty();
    }

    @Test
    void findsNothingForATenantThatHasNothing() {
        Query nobody = Query.of("globex", Kind.AUTHORIZATION).withEqual(Index.SUBJECT, ALICE.id());

        assertThat(found(sealed, nobody)).isEmpty();
        assertThat(records.tenants("", 10)).isEmpty();
    }

    @Test
    void hashesTheSameNameDifferentlyForEachTenant() {
        authorize(sealing, ALICE);
        authorize(sealing.forTenant("globex"), ALICE);

        assertThat(subjectOf("default")).isNotEqualTo(subjectOf("globex")).startsWith("hmac-sha256:");
    }

    private String subjectOf(String tenant) {
        return records.list(Query.of(tenant, Kind.AUTHORIZATION)).get(0).index().get(Index.SUBJECT);
    }

    @Test
    void hashesAlikeOnEveryNodeAndAfterTheKeysWereChanged() {
        authorize(sealing, ALICE);
        String before = subjectOf("default");

        rewrap(opened(builder(rings.during()).sealNames()));
        authorize(opened(builder(rings.after()).sealNames()), ALICE);

        assertThat(subjectOf("default")).isEqualTo(before);
    }

    @Test
    void agreesOnOneKeyWhenTwoNodesMakeItAtOnce() {
        var late = new SteppedStore(records, rings.only(1));
        late.before(SteppedStore.Step.WRITE, () -> authorize(sealing, BOB));
        Connections second =
                opened(Connections.builder().clock(clock).store(late).sealNames());

        authorize(second, ALICE);

        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, ALICE.id())))
                .containsExactly(ALICE.id());
        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, BOB.id())))
                .containsExactly(BOB.id());
    }

    @Test
    void sealsTheNamesOfAStoreThatHadThemClear() {
        authorize(opened(builder(rings.only(1))), ALICE, BOB);

        rewrap(sealing);

        assertThat(dump()).contains("hmac-sha256:").doesNotContain("alice", "bob", "dora", "secret calendar");
        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, ALICE.id())))
                .containsExactly(ALICE.id());
        assertThat(sent(sealing, ALICE)).isEqualTo("key-of-u-4711-alice");
    }

    @Test
    void clearsTheNamesAgainWhenNoLongerAsked() {
        authorize(opened(builder(rings.only(1))), ALICE, BOB);
        String before = withoutMeta(dump());
        rewrap(sealing);

        rewrap(opened(builder(rings.only(1))));

        assertThat(withoutMeta(dump())).isEqualTo(before);
        assertThat(found(clear, authorizations().withContains("archer"))).containsExactly(ALICE.id());
    }

    private static String withoutMeta(String dump) {
        return dump.replaceAll("key\\[tenant=default, kind=meta, id=name-key\\]\\{[^}]*\\}", "");
    }

    @Test
    void worksInAStoreWithNamesOfBothForms() {
        Connections clearing = opened(builder(rings.only(1)));
        authorize(sealing, ALICE);
        authorize(clearing, BOB);

        assertThat(sent(clearing, ALICE)).isEqualTo("key-of-u-4711-alice");
        assertThat(sent(sealing, BOB)).isEqualTo("key-of-u-4712-bob");
        assertThat(found(sealed, authorizations())).hasSize(2);
        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, BOB.id())))
                .as("found by its name only after rewrap")
                .isEmpty();
    }

    @Test
    void endsAlthoughSomebodysNameLooksLikeAHash() {
        Subject odd = Subject.of("hmac-sha256:00").withName("hmac-sha256:odd");
        Connections clearing = opened(builder(rings.only(1)));
        authorize(clearing, odd);

        assertThat(clearing.rewrap(100)).isZero();
        authorize(sealing, odd);
        assertThat(sealing.rewrap(100)).isPositive();
        assertThat(sealing.rewrap(100)).isZero();
        assertThat(found(sealed, authorizations().withEqual(Index.SUBJECT, odd.id())))
                .containsExactly(odd.id());
    }

    @Test
    void keepsTheNamesThatTheDocumentHolds() {
        authorize(sealing, ALICE);

        Stored<AccountRecord> account = clear.list(AccountRecord.TYPE, Query.of("default", Kind.ACCOUNT))
                .get(0);

        assertThat(account.value().owner()).contains(ALICE);
    }

    @Test
    void writesNothingWhenTheKeyForNamesCannotBeRead() {
        authorize(sealing, ALICE);
        Connections stranger = opened(builder(rings.only(3)).sealNames());
        List<Versioned> before = records.list(Query.of("default", Kind.META));

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> authorize(stranger, BOB));

        assertThat(failure.code()).isEqualTo("key_unavailable");
        assertThat(failure).hasMessageContaining("add it as a retired key");
        assertThat(records.list(Query.of("default", Kind.META))).hasSameSizeAs(before);
        assertThat(records.list(authorizations())).hasSize(1);
    }
}
