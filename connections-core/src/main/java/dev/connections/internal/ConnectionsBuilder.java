package dev.connections.internal;

import dev.connections.ConnectionListener;
import dev.connections.Connections;
import dev.connections.Environment;
import dev.connections.internal.event.Events;
import dev.connections.internal.file.SpillFolder;
import dev.connections.internal.http.BoundedHttp;
import dev.connections.internal.record.Spill;
import dev.connections.internal.record.Vault;
import dev.connections.internal.refresh.Refreshes;
import dev.connections.internal.refresh.Workers;
import dev.connections.internal.serve.Fillings;
import dev.connections.internal.serve.Slots;
import dev.connections.internal.strategy.Strategies;
import dev.connections.spi.AccessPolicy;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.InMemoryConnectionStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;

/** Collects the settings of a Connections; everything has a default. */
public final class ConnectionsBuilder implements Connections.Builder {
    private Optional<ConnectionStore> store = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private Optional<LongSupplier> ticker = Optional.empty();
    private Optional<Executor> executor = Optional.empty();
    private String tenant = "default";
    private Environment environment = Environment.PRODUCTION;
    private AccessPolicy policy = AccessPolicy.unrestricted();
    private final List<ConnectionListener> listeners = new ArrayList<>();
    private Strategies strategies = Strategies.loaded();
    private Optional<OkHttpClient> client = Optional.empty();
    private Set<String> privateHosts = Set.of();
    private Spill spill = Spill.NONE;
    private Duration betweenComparisons = Duration.ofSeconds(30);
    private Function<ConnectionStore, Vault> vaults = Vault::new;

    @Override
    public Connections.Builder store(ConnectionStore next) {
        store = Optional.of(next);
        return this;
    }

    @Override
    public Connections.Builder clock(Clock next) {
        clock = Objects.requireNonNull(next, "clock");
        return this;
    }

    @Override
    public Connections.Builder ticker(LongSupplier nanos) {
        ticker = Optional.of(nanos);
        return this;
    }

    @Override
    public Connections.Builder executor(Executor next) {
        executor = Optional.of(next);
        return this;
    }

    @Override
    public Connections.Builder tenant(String next) {
        tenant = View.checkedTenant(next);
        return this;
    }

    @Override
    public Connections.Builder environment(Environment next) {
        environment = Objects.requireNonNull(next, "environment");
        return this;
    }

    @Override
    public Connections.Builder policy(AccessPolicy next) {
        policy = Objects.requireNonNull(next, "policy");
        return this;
    }

    @Override
    public Connections.Builder listener(ConnectionListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public Connections.Builder strategies(StrategyProvider provider) {
        strategies = strategies.with(provider);
        return this;
    }

    @Override
    public Connections.Builder httpClient(OkHttpClient next) {
        client = Optional.of(next);
        return this;
    }

    @Override
    public Connections.Builder withRevalidation(Duration bound) {
        if (bound.toMillis() <= 0) {
            throw new IllegalArgumentException("a bound for comparisons is at least a millisecond, not " + bound);
        }
        betweenComparisons = bound;
        return this;
    }

    @Override
    public Connections.Builder spill(Path directory) {
        spill = new SpillFolder(directory);
        return this;
    }

    @Override
    public Connections.Builder allowPrivateHosts(String... hosts) {
        privateHosts = Set.of(hosts);
        return this;
    }

    @Override
    public Connections.Builder sealNames() {
        vaults = Vault::hashingNames;
        return this;
    }

    @Override
    public Connections build() {
        var time = new Kernel.Time(clock, ticker.orElseGet(this::clockOrSystem));
        var workers = new Workers(executor);
        Vault vault = vaults.apply(store.orElseGet(() -> InMemoryConnectionStore.create(clock)));
        var events = new Events(listeners, workers, clock, vault);
        BoundedHttp http = BoundedHttp.of(client, privateHosts);
        var kernel = new Kernel(
                vault,
                time,
                http,
                events,
                new Refreshes(vault, time, workers, new Refreshes.Outlets(events, spill)),
                workers,
                new Slots(betweenComparisons),
                strategies,
                new Fillings(strategies),
                policy,
                environment);
        return new OpenConnections(kernel, tenant, http::close);
    }

    private LongSupplier clockOrSystem() {
        return clock instanceof LongSupplier both ? both : System::nanoTime;
    }
}
