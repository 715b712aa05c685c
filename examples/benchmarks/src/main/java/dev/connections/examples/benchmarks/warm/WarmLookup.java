package dev.connections.examples.benchmarks.warm;

import dev.connections.RequestCredentials;
import dev.connections.examples.benchmarks.Row;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Every request of a backend that serves many connections: find one by its link name and take what is ready. */
@Row(number = "1", work = "valid credentials of one of many connections, by link name, warm", timesFloor = 1.5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WarmLookup {
    /** A map and an expiry. */
    @Benchmark
    public @Nullable String floor(Keys keys, MapFleet fleet) {
        HeldToken held = fleet.tokens.get(keys.next());
        return held == null ? null : held.valueAt(System.currentTimeMillis());
    }

    /** {@code connections.get(linkName).credentialsFor(target)}. */
    @Benchmark
    public RequestCredentials connections(Keys keys, ConnectionsFleet fleet) {
        return fleet.all.get(keys.next()).credentialsFor(Fleet.TARGET);
    }

    /** Spring Security's authorized client manager. */
    @Benchmark
    public String spring(Keys keys, SpringClients fleet) {
        return fleet.all.token(fleet.all.request(keys.next()));
    }

    /** The keys that requests come with; each thread walks through them by itself. */
    @State(Scope.Thread)
    public static class Keys {
        /** How many connections there are. */
        @Param("1000")
        public int connections = 1000;

        private String[] keys = {};
        private int at;

        @Setup
        public void fill() {
            keys = Fleet.linkNames(connections);
        }

        String next() {
            at = at + 1 < keys.length ? at + 1 : 0;
            return keys[at];
        }
    }

    /** The floor's tokens. */
    @State(Scope.Benchmark)
    public static class MapFleet {
        final ConcurrentHashMap<String, HeldToken> tokens = new ConcurrentHashMap<>();

        @Setup
        public void fill(Keys keys) {
            long end = System.currentTimeMillis() + Fleet.LIFETIME.toMillis();
            for (String key : Fleet.linkNames(keys.connections)) {
                tokens.put(key, new HeldToken("Bearer " + Fleet.token(key), end));
            }
        }
    }

    /** The SDK's connections. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls the set-up first
    public static class ConnectionsFleet {
        Fleet all;

        @Setup
        public void fill(Keys keys) {
            all = Fleet.of(Fleet.linkNames(keys.connections));
        }

        @TearDown
        public void close() {
            all.close();
        }
    }

    /** Spring's authorized clients. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class SpringClients {
        SpringFleet all;

        @Setup
        public void fill(Keys keys) {
            all = SpringFleet.of(Fleet.linkNames(keys.connections));
        }
    }
}
