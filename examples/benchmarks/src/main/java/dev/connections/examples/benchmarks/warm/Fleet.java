package dev.connections.examples.benchmarks.warm;

import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;

/** Authorized connections of one service, each used once. */
final class Fleet implements AutoCloseable {
    static final URI TARGET = URI.create("https://www.api.example/crm/v6/Leads");
    /** Longer than any benchmark. */
    static final Duration LIFETIME = Duration.ofDays(1);

    private static final Service<DirectFlow<AccessKey>> SERVICE =
            Service.custom("Fleet").resourceServers("https://www.api.example").authentication(new AccessKeyStrategy());
    private static final int SEED = 7;

    private final Connections connections = Connections.inMemory();

    static Fleet of(String... linkNames) {
        var fleet = new Fleet();
        Instant end = Instant.now().plus(LIFETIME);
        for (String linkName : linkNames) {
            var connection = fleet.connections.shared(SERVICE.connection(linkName));
            connection.authorize().with(new AccessKey(Secret.of(token(linkName)), end));
            connection.credentialsFor(TARGET);
        }
        return fleet;
    }

    Connection get(String linkName) {
        return connections.get(linkName);
    }

    static String token(String linkName) {
        return "token-of-" + linkName;
    }

    /** Returns names in random order, new ones for each call: keys come with a request and are not the ones stored. */
    static String[] linkNames(int size) {
        var names = Arrays.asList(IntStream.range(0, size)
                .mapToObj(number -> "connection_" + number)
                .toArray(String[]::new));
        Collections.shuffle(names, new Random(SEED));
        return names.toArray(String[]::new);
    }

    @Override
    public void close() {
        connections.close();
    }
}
