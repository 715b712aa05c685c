package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.KeyProvider;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store of two tenants, sealed with the first key, and an owner that has the second one. */
abstract class RewrapFixture {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    static final Duration EXPIRED = ScriptedStrategy.LIFETIME.plusSeconds(1);
    static final Duration LONG_AFTER = Duration.ofMinutes(5);

    final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    final ConnectionStore records = InMemoryConnectionStore.create(clock);
    final Rings rings = new Rings();
    final ScriptedStrategy strategy = new ScriptedStrategy();
    private final List<Connections> owners = new ArrayList<>();
    final SteppedStore store = new SteppedStore(records, rings.during());
    Connections owner;

    @BeforeEach
    final void fill() {
        Connections before = owner(rings.before());
        var unused = declared(before).authorize().grant();
        unused = declared(before.forTenant("globex")).authorize().grant();
        var users = before.perUser(service().connection("My calendar"));
        unused = users.forUser(Subject.of("alice")).authorize().grant();
        owner = owner(store);
    }

    @AfterEach
    final void close() {
        owners.forEach(Connections::close);
    }

    final Connections owner(KeyProvider keys) {
        return owner(new SteppedStore(records, keys));
    }

    final Connections owner(ConnectionStore over) {
        Connections made = Connections.builder()
                .clock(clock)
                .store(over)
                .strategies(StrategyProvider.of(strategy))
                .build();
        owners.add(made);
        return made;
    }

    final Service<UnattendedFlow> service() {
        return Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);
    }

    final ManagedConnection<UnattendedFlow> declared(ConnectionsView view) {
        return view.shared(service().connection("CRM primary"));
    }

    static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    final List<Versioned> all() {
        return records.tenants("", 10).stream()
                .flatMap(tenant -> Arrays.stream(Kind.values()).map(kind -> Query.of(tenant, kind)))
                .flatMap(query -> records.list(query).stream())
                .toList();
    }

    final List<String> keys() {
        return all().stream()
                .map(record -> record.index().getOrDefault(Index.KEY, ""))
                .distinct()
                .toList();
    }

    final Versioned credential() {
        return records.list(Query.of("globex", Kind.CREDENTIAL)).get(0);
    }

    static int all(Connections owner) {
        int sealed = 0;
        for (int more = owner.rewrap(3); more > 0; more = owner.rewrap(3)) {
            sealed += more;
        }
        return sealed;
    }
}
