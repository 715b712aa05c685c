package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.KeyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.store.KeyRing;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One key for each tenant: who has one of them reads one tenant. */
class TenantKeysTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore records = InMemoryConnectionStore.create(clock);
    private final Secret acmeKey = Rings.random();
    private final KeyRing acme = KeyRing.primary("acme-1", acmeKey);
    private final KeyRing globex = KeyRing.primary("globex-1", Rings.random());
    private final List<Connections> owners = new ArrayList<>();

    /** Keys by tenant; the id of a key says whose it is. */
    private record TenantKeys(Map<String, KeyRing> rings) implements KeyProvider {
        private KeyRing ring(String tenant) {
            return Optional.ofNullable(rings.get(tenant))
                    .orElseThrow(() -> new ConnectionStoreException(
                            "key_unavailable", "there is no key for the tenant; add one", null));
        }

        @Override
        public String current(String tenant) {
            return ring(tenant).current(tenant);
        }

        @Override
        public byte[] wrap(String keyId, byte[] dataKey, byte[] aad) {
            return ring(keyId.substring(0, keyId.indexOf('-'))).wrap(keyId, dataKey, aad);
        }

        @Override
        public byte[] unwrap(String keyId, byte[] wrapped, byte[] aad) {
            return ring(keyId.substring(0, keyId.indexOf('-'))).unwrap(keyId, wrapped, aad);
        }
    }

    @BeforeEach
    void fill() {
        Connections both = owner(Map.of("acme", acme, "globex", globex));
        authorize(both.forTenant("acme"));
        authorize(both.forTenant("globex"));
    }

    @AfterEach
    void close() {
        owners.forEach(Connections::close);
    }

    private Connections owner(Map<String, KeyRing> rings) {
        Connections made = Connections.builder()
                .clock(clock)
                .store(new SteppedStore(records, new TenantKeys(rings)))
                .build();
        owners.add(made);
        return made;
    }

    private static void authorize(ConnectionsView view) {
        var unused = view.shared(Service.custom("CRM")
                        .resourceServers("https://api.example.com")
                        .authentication(ApiKey.inHeader("X-Key"))
                        .connection("CRM primary"))
                .authorize()
                .with(ApiKeyCredential.of(Secret.of("a-secret-key")));
    }

    private static String sent(ConnectionsView view) {
        return view.get("crm_primary").credentialsFor(LEADS).revealHeaders().get("X-Key");
    }

    private List<String> keysOf(String tenant) {
        return records.list(Query.of(tenant, Kind.CREDENTIAL)).stream()
                .map(record -> record.index().getOrDefault(Index.KEY, ""))
                .toList();
    }

    @Test
    void sealsEachTenantWithItsOwnKey() {
        assertThat(keysOf("acme")).containsExactly("acme-1");
        assertThat(keysOf("globex")).containsExactly("globex-1");
    }

    @Test
    void readsOneTenantWithItsKeyAlone() {
        Connections onlyAcme = owner(Map.of("acme", acme));

        assertThat(sent(onlyAcme.forTenant("acme"))).isEqualTo("a-secret-key");
        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> sent(onlyAcme.forTenant("globex")));
        assertThat(failure.code()).isEqualTo("key_unavailable");
        assertThat(failure).hasMessageContaining("add one");
    }

    @Test
    void doesNotReadATenantWithTheKeyOfAnother() {
        Connections swapped = owner(Map.of("acme", globex, "globex", acme));

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> sent(swapped.forTenant("acme")));

        assertThat(failure.code()).isEqualTo("key_unavailable");
        assertThat(failure).hasMessageContaining("acme-1");
    }

    @Test
    void doesNotOpenARecordThatWasMovedFromATenantWhoseKeyIsKnownToo() {
        Versioned foreign = records.list(Query.of("globex", Kind.AUTHORIZATION)).get(0);
        Versioned own = records.list(Query.of("acme", Kind.AUTHORIZATION)).get(0);
        assertThat(records.take(own.key())).isPresent();
        var moved = new Versioned(own.key(), 1, own.format(), foreign.index(), foreign.sealed(), Optional.empty());
        assertThat(records.write(moved, 0)).isTrue();
        Connections both = owner(Map.of("acme", acme, "globex", globex));

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> sent(both.forTenant("acme")));

        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure).hasMessageContaining("backup");
    }

    @Test
    void changesTheKeyOfOneTenantAndLeavesTheOthersAlone() {
        KeyRing changed = KeyRing.primary("acme-2", Rings.random()).withRetired("acme-1", acmeKey);
        Connections onlyAcme = owner(Map.of("acme", changed));
        int sealed = 0;
        for (int more = onlyAcme.rewrap(1); more > 0; more = onlyAcme.rewrap(1)) {
            sealed += more;
        }

        assertThat(sealed).isGreaterThanOrEqualTo(4);
        assertThat(keysOf("acme")).containsExactly("acme-2");
        assertThat(keysOf("globex")).containsExactly("globex-1");
        assertThat(sent(onlyAcme.forTenant("acme"))).isEqualTo("a-secret-key");
        assertThat(sent(owner(Map.of("globex", globex)).forTenant("globex"))).isEqualTo("a-secret-key");
    }
}
