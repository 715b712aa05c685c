package dev.connections.examples.benchmarks.warm;

import dev.connections.Connection;
import dev.connections.RequestCredentials;
import dev.connections.examples.benchmarks.Row;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;

/** Every request of a program that keeps its connection in a field. */
@Row(number = "2", work = "valid credentials through a held connection", timesFloor = 1.1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class HeldConnection {
    private static final String LINK_NAME = "held";

    private final Fleet fleet = Fleet.of(LINK_NAME);
    private final Connection connection = fleet.get(LINK_NAME);
    private final SpringFleet springFleet = SpringFleet.of(LINK_NAME);
    private final OAuth2AuthorizeRequest springRequest = springFleet.request(LINK_NAME);
    private volatile HeldToken held =
            new HeldToken("Bearer " + Fleet.token(LINK_NAME), System.currentTimeMillis() + Fleet.LIFETIME.toMillis());

    /** A volatile snapshot and the system's clock. */
    @Benchmark
    public @Nullable String floor() {
        return held.valueAt(System.currentTimeMillis());
    }

    /** {@code connection.credentialsFor(target)}. */
    @Benchmark
    public RequestCredentials connections() {
        return connection.credentialsFor(Fleet.TARGET);
    }

    /** The same for another target each time: the whole check of the origin. */
    @Benchmark
    public RequestCredentials connectionsOtherTargets(OtherTargets others) {
        return connection.credentialsFor(others.next());
    }

    /** Spring Security's authorized client manager, asked with a request that is ready. */
    @Benchmark
    public String spring() {
        return springFleet.token(springRequest);
    }

    @TearDown
    public void close() {
        fleet.close();
    }

    /** Targets in turn; each thread for itself. */
    @State(Scope.Thread)
    public static class OtherTargets {
        private static final int SOME = 64;

        private final URI[] all = IntStream.range(0, SOME)
                .mapToObj(number -> Fleet.TARGET.resolve("/crm/v6/Leads/" + number))
                .toArray(URI[]::new);
        private int at;

        URI next() {
            at = at + 1 & SOME - 1;
            return all[at];
        }
    }
}
