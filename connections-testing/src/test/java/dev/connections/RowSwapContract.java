package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.KeyProvider;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.KeyRing;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G8, F-P22, F-P24, F-P26, F-P27: what was moved or is sealed with another key is noticed, told, and left as it is. */
abstract class RowSwapContract {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Rings rings = new Rings();
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final List<Connections> owners = new ArrayList<>();
    private ConnectionStore records;

    /** Opens an empty store. */
    abstract ConnectionStore open() throws Exception;

    @BeforeEach
    final void fill() throws Exception {
        records = open();
        Connections owner = owner(rings.only(1));
        var unused = declared(owner, "Sales").authorize().grant();
        unused = declared(owner, "Support").authorize().grant();
        unused = declared(owner.forTenant("globex"), "Sales").authorize().grant();
    }

    @AfterEach
    final void closeOwners() {
        owners.forEach(Connections::close);
    }

    /** An owner that has read nothing yet. */
    private Connections owner(KeyProvider keys) {
        Connections made = Connections.builder()
                .clock(clock)
                .store(new SteppedStore(records, keys))
                .strategies(StrategyProvider.of(strategy))
                .build();
        owners.add(made);
        return made;
    }

    private ManagedConnection<UnattendedFlow> declared(ConnectionsView view, String name) {
        return declared(view, "CRM", name);
    }

    private ManagedConnection<UnattendedFlow> declared(ConnectionsView view, String service, String name) {
        return view.shared(Service.custom(service)
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection(name));
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    private ConnectionStoreException refusal(KeyProvider keys) {
        return catchThrowableOfType(
                ConnectionStoreException.class, () -> sent(owner(keys).get("sales")));
    }

    private ConnectionStoreException refusal() {
        return refusal(rings.only(1));
    }

    private Versioned one(String tenant, Kind kind, String connection) {
        Query query = Query.of(tenant, kind);
        if (kind == Kind.AUTHORIZATION) {
            return records.list(query.withEqual(Index.CONNECTION, connection)).get(0);
        }
        String account = one(tenant, Kind.AUTHORIZATION, connection).index().get(Index.ACCOUNT);
        return kind == Kind.CREDENTIAL
                ? records.list(query.withEqual(Index.ACCOUNT, account)).get(0)
                : records.find(new ConnectionStore.Key(tenant, kind, account)).orElseThrow();
    }

    /** Puts what one record says into the place of another. */
    private void put(Versioned content, Versioned place) {
        assertThat(records.take(place.key())).isPresent();
        write(content, place, 1);
    }

    private void write(Versioned content, Versioned place, long version) {
        var moved = new Versioned(
                place.key(), version, content.format(), place.index(), content.sealed(), Optional.empty());
        assertThat(records.write(moved, version - 1)).isTrue();
    }

    private Map<ConnectionStore.Key, Versioned> dump() {
        return records.tenants("", 10).stream()
                .flatMap(tenant -> Arrays.stream(Kind.values()).map(kind -> Query.of(tenant, kind)))
                .flatMap(query -> records.list(query).stream())
                .collect(Collectors.toMap(Versioned::key, Function.identity()));
    }

    /** Does everything that reads, and asserts that nothing was written. */
    private void assertThatNobodyOverwrites(KeyProvider keys) {
        Map<ConnectionStore.Key, Versioned> before = dump();
        Connections owner = owner(keys);

        assertThat(refusal(keys)).isNotNull();
        assertThat(owner.all()).hasSizeLessThanOrEqualTo(2);
        assertThat(owner.rewrap(100)).isZero();

        Map<ConnectionStore.Key, Versioned> after = dump();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((key, was) -> {
            assertThat(after.get(key).version()).isEqualTo(was.version());
            assertThat(after.get(key).sealed()).isEqualTo(was.sealed());
        });
    }

    private void assertCorrupt(ConnectionStoreException failure) {
        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure).hasMessageContaining("from a backup");
        assertThatNobodyOverwrites(rings.only(1));
    }

    @Test
    void noticesACredentialOfAnotherTenant() {
        put(one("globex", Kind.CREDENTIAL, "sales"), one("default", Kind.CREDENTIAL, "sales"));

        assertCorrupt(refusal());
    }

    @Test
    void noticesARecordOfAnotherTenantUnderTheSameIdAndVersion() {
        Versioned foreign = one("globex", Kind.AUTHORIZATION, "sales");
        Versioned own = one("default", Kind.AUTHORIZATION, "sales");
        assertThat(foreign.key().id()).isEqualTo(own.key().id());
        put(foreign, own);

        assertCorrupt(refusal());
    }

    @Test
    void noticesACredentialOfAnotherAccount() {
        put(one("default", Kind.CREDENTIAL, "support"), one("default", Kind.CREDENTIAL, "sales"));

        assertCorrupt(refusal());
    }

    @Test
    void noticesARecordOfAnotherKind() {
        put(one("default", Kind.ACCOUNT, "sales"), one("default", Kind.CREDENTIAL, "sales"));

        assertCorrupt(refusal());
    }

    @Test
    void noticesAnOlderVersionPutBack() {
        Versioned before = one("default", Kind.CREDENTIAL, "sales");
        clock.advance(ScriptedStrategy.LIFETIME.plusSeconds(1));
        assertThat(sent(owner(rings.only(1)).get("sales"))).isEqualTo("Bearer 2");
        write(before, one("default", Kind.CREDENTIAL, "sales"), 3);

        assertCorrupt(refusal());
    }

    @Test
    void servesTheConnectionsThatWereNotTouched() {
        put(one("default", Kind.CREDENTIAL, "support"), one("default", Kind.CREDENTIAL, "sales"));

        assertThat(sent(owner(rings.only(1)).get("support"))).isEqualTo("Bearer 1");
        assertThat(sent(owner(rings.only(1)).forTenant("globex").get("sales"))).isEqualTo("Bearer 1");
    }

    @Test
    void reportsACorruptRecordAsInvalidAndAsksNobodyToAuthorize() {
        put(one("default", Kind.CREDENTIAL, "support"), one("default", Kind.CREDENTIAL, "sales"));
        var sales = (ManagedConnection<?>) owner(rings.only(1)).find("sales").orElseThrow();

        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.INVALID);
        assertThat(strategy.refreshes).hasValue(0);
    }

    @Test
    void tellsAnotherKeyUnderTheSameIdAndOverwritesNothing() {
        var impostor = KeyRing.primary("k1", Rings.random());

        var failure = refusal(impostor);

        assertThat(failure.code()).isEqualTo("key_mismatch");
        assertThat(failure).hasMessageContaining("configure the key that the store was written with");
        assertThatNobodyOverwrites(impostor);
        var declaring = catchThrowableOfType(ConnectionStoreException.class, () -> declared(owner(impostor), "Sales"));
        assertThat(declaring.code()).isEqualTo("key_mismatch");
        assertThat(sent(owner(rings.only(1)).get("sales"))).isEqualTo("Bearer 1");
    }

    @Test
    void keepsApartWhatTwoProcessesWithDifferentKeysWrote() {
        Connections first = owner(rings.only(1));
        Connections second = owner(rings.only(2));
        var unused = declared(second, "Mail", "Marketing").authorize().grant();

        assertThat(sent(second.get("marketing"))).isEqualTo("Bearer 1");
        assertThat(second.all()).hasSize(1);
        assertThat(first.all()).hasSize(2);
        var atSecond = catchThrowableOfType(ConnectionStoreException.class, () -> sent(second.get("sales")));
        var atFirst = catchThrowableOfType(ConnectionStoreException.class, () -> sent(first.get("marketing")));
        assertThat(atSecond.code()).isEqualTo("key_unavailable");
        assertThat(atSecond).hasMessageContaining("k1").hasMessageContaining("add it as a retired key");
        assertThat(atFirst.code()).isEqualTo("key_unavailable");
        assertThat(first.rewrap(100)).isZero();
        assertThat(second.rewrap(100)).isZero();
        assertThat(sent(first.get("sales"))).isEqualTo("Bearer 1");
    }

    @Test
    void readsANewerFormatNotAndWritesNothingOverIt() {
        Versioned credential = one("default", Kind.CREDENTIAL, "sales");
        var newer = new Versioned(
                credential.key(),
                2,
                credential.format() + 1,
                credential.index(),
                credential.sealed(),
                Optional.empty());
        assertThat(records.write(newer, 1)).isTrue();

        var failure = refusal();

        assertThat(failure.code()).isEqualTo("newer_format");
        assertThat(failure).hasMessageContaining("upgrade this node");
        assertThatNobodyOverwrites(rings.only(1));
    }
}
