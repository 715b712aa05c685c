package dev.connections.examples.benchmarks.flow;

import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.RequestCredentials;
import java.net.URI;
import java.time.Duration;

/** An authorized connection whose token has expired whenever it is asked. Not thread-safe. */
record ExpiringConnection(Connections owner, Connection connection, LeapingClock clock) implements AutoCloseable {
    private static final URI TARGET = URI.create("https://www.api.example/v1/leads");
    private static final Duration LONGER_THAN_A_TOKEN_LIVES = Duration.ofHours(2);

    static ExpiringConnection at(URI tokenEndpoint) {
        var clock = new LeapingClock();
        Connections owner = Connections.builder().clock(clock).build();
        var connection = owner.shared(OAuthService.at(tokenEndpoint).connection("Expiring"));
        var request = connection.authorize().begin(OAuthService.REDIRECT_URI.toString());
        URI callback = URI.create(OAuthService.REDIRECT_URI + "?code=once&state=" + request.state());
        var unused = connection.authorize().complete(callback, request.state());
        return new ExpiringConnection(owner, connection, clock);
    }

    RequestCredentials expireAndAsk() {
        clock.leap(LONGER_THAN_A_TOKEN_LIVES);
        return connection.credentialsFor(TARGET);
    }

    @Override
    public void close() {
        owner.close();
    }
}
