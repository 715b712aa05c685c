package dev.connections.oauth.servers;

import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.Connection;
import dev.connections.ConnectionDefinition;
import dev.connections.Connections;
import dev.connections.DeviceFlow;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.http.CredentialInterceptor;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.servers.Registrations.Client;
import dev.connections.oauth.servers.Registrations.User;
import dev.connections.spi.CredentialStrategy;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * An application that uses the SDK as its users do: through its public face, against one server and the resource that
 * trusts it. What the SDK says to the server goes through {@link #wire()}, time goes by on {@link #clock()}, which begins
 * at the servers' time: they have no other.
 */
final class Application implements AutoCloseable {
    private final Wiretap wire = Wiretap.open();
    private final MutableClock clock = MutableClock.at("" + Instant.now());
    private final AuthorizationServer server;
    private final ProtectedResource resource;
    private final Connections connections;

    private Application(AuthorizationServer server) {
        this.server = server;
        this.resource = ProtectedResource.trusting(server);
        this.connections = Connections.builder()
                .clock(clock)
                .ticker(clock)
                .httpClient(new OkHttpClient.Builder().proxy(wire.proxy()).build())
                .build();
    }

    static Application using(AuthorizationServer server) {
        return new Application(server);
    }

    Wiretap wire() {
        return wire;
    }

    MutableClock clock() {
        return clock;
    }

    ProtectedResource resource() {
        return resource;
    }

    /** Declares a connection whose definition states every endpoint. */
    ManagedConnection<RedirectFlow> stated(Client client) {
        return shared(statedStrategy(client));
    }

    /** Declares a connection whose definition states the issuer only. */
    ManagedConnection<RedirectFlow> discovered(Client client) {
        return shared(discoveredStrategy(client));
    }

    OAuth2Strategy<RedirectFlow> discoveredStrategy(Client client) {
        return strategy(
                OAuth2.authorizationCode().withPlainHttpForLoopbackTestsOnly().issuer(server.issuer()), client);
    }

    /** Declares a connection that uses client credentials; its definition states the issuer only. */
    ManagedConnection<UnattendedFlow> unattended(Client client) {
        return shared(strategy(
                OAuth2.clientCredentials().withPlainHttpForLoopbackTestsOnly().issuer(server.issuer()), client));
    }

    /** Declares a connection that shows a code to its user; its definition states the issuer only. */
    ManagedConnection<DeviceFlow> device(Client client) {
        return shared(
                strategy(OAuth2.device().withPlainHttpForLoopbackTestsOnly().issuer(server.issuer()), client));
    }

    OAuth2Strategy<RedirectFlow> statedStrategy(Client client) {
        return strategy(
                        OAuth2.authorizationCode()
                                .withPlainHttpForLoopbackTestsOnly()
                                .authorizationEndpoint(
                                        server.authorizationEndpoint().toString())
                                .tokenEndpoint(server.tokenEndpoint().toString()),
                        client)
                .withRevocationEndpoint(server.revocationEndpoint().toString());
    }

    private static <F extends AuthorizationFlow> OAuth2Strategy<F> strategy(
            OAuth2.NeedsClient<F> stage, Client client) {
        return client.secret()
                .map(secret -> stage.client(client.id(), Secret.of(secret)))
                .orElseGet(() -> stage.publicClient(client.id()));
    }

    <F extends AuthorizationFlow> ManagedConnection<F> shared(CredentialStrategy<?, F> strategy) {
        return shared("Acme", strategy);
    }

    /** Declares a connection beside the first one. */
    <F extends AuthorizationFlow> ManagedConnection<F> shared(String name, CredentialStrategy<?, F> strategy) {
        Service<F> service = Service.custom(name)
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(resource.origin())
                .authentication(strategy);
        return connections.shared(service.connection(name + " main").withScopes(Registrations.SCOPE));
    }

    /** Runs the whole flow with a user who signs in and agrees. */
    static Authorization authorize(ManagedConnection<RedirectFlow> connection) {
        var request = connection.authorize().begin(Registrations.REDIRECT_URI);
        return connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());
    }

    /** Runs the flow of a reconnection with another user. */
    static Authorization reconnect(ManagedConnection<RedirectFlow> connection, User user) {
        var request = connection.reconnect().begin(Registrations.REDIRECT_URI);
        return connection.reconnect().complete(LoginBrowser.approve(request.uri(), user), request.state());
    }

    /** Lets the application's clock go by what time has passed. */
    void catchUpWithTime() {
        clock.advance(Duration.between(clock.instant(), Instant.now()));
    }

    <F extends AuthorizationFlow> ManagedConnection<F> shared(ConnectionDefinition<F> definition) {
        return connections.shared(definition);
    }

    /** Reads the resource with the connection's credentials. */
    Reading read(Connection connection) {
        return read(connection, resource.leads());
    }

    /** Reads another resource with the connection's credentials. */
    Reading read(Connection connection, URI target) {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        var request = new Request.Builder().url(target.toString()).build();
        try (var response = http.newCall(request).execute()) {
            return new Reading(response.code(), response.body().string());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns what was said to the token endpoint, oldest first. */
    List<Wiretap.Exchange> tokenRequests() {
        return wire.to(server.tokenEndpoint());
    }

    @Override
    public void close() {
        connections.close();
        resource.close();
        wire.close();
    }

    /** What the resource answered. */
    record Reading(int status, String text) {}
}
