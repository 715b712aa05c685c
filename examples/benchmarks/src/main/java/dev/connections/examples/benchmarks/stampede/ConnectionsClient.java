package dev.connections.examples.benchmarks.stampede;

import dev.connections.AuthorizationRequest;
import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.examples.benchmarks.flow.LeapingClock;
import dev.connections.oauth.OAuth2;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The SDK, with its store in memory. */
final class ConnectionsClient implements Client {
    private static final URI LEADS = URI.create("https://www.api.example/leads");
    private static final String REDIRECT_URI = "https://app.example/callback";

    private final LeapingClock clock = new LeapingClock();
    private final Connections owner = Connections.builder().clock(clock).build();
    private final List<Connection> connections = new ArrayList<>();

    ConnectionsClient(URI tokenEndpoint, int grants) {
        Service<RedirectFlow> service = Service.custom("Benchmark")
                .resourceServers("https://www.api.example")
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .authorizationEndpoint("https://accounts.example/authorize")
                        .tokenEndpoint(tokenEndpoint.toString())
                        .client("client", Secret.of("secret")));
        for (int grant = 0; grant < grants; grant++) {
            connections.add(authorized(service, grant));
        }
        expire();
    }

    private Connection authorized(Service<RedirectFlow> service, int grant) {
        var connection = owner.shared(service.connection("Grant").withLinkName("grant_" + grant));
        AuthorizationRequest request = connection.authorize().begin(REDIRECT_URI);
        URI callback = URI.create(REDIRECT_URI + "?code=" + grant + ".code&state=" + request.state());
        var unused = connection.authorize().complete(callback, request.state());
        return connection;
    }

    @Override
    public String token(int grant) {
        return connections.get(grant).credentialsFor(LEADS).revealHeaders().getOrDefault("Authorization", "");
    }

    @Override
    public void expire() {
        clock.leap(Duration.ofHours(2));
    }

    @Override
    public void close() {
        owner.close();
    }
}
