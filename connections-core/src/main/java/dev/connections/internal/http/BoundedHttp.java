package dev.connections.internal.http;

import dev.connections.spi.AuthClient;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;

/**
 * The bounded client: one call is one request on the wire, also after 408, 503 and a connection that breaks. Thread-safe.
 *
 * <p>Loads OkHttp with the first call. Of the user's client it takes proxy, proxy authentication, TLS and pinned
 * certificates, DNS, socket factory and connection pool; never its interceptors, listeners, authenticator, cache, cookies or
 * host name verifier.
 *
 * <p>What a failure says about the outcome: {@code response_too_large}, {@code no_answer} and {@code interrupted} may follow
 * a request that was carried out; every other failure comes before the service saw a whole request.
 */
public final class BoundedHttp implements AuthClient, AutoCloseable {
    private final AuthLine line;
    private final boolean publicOnly;

    private BoundedHttp(AuthLine line, boolean publicOnly) {
        this.line = line;
        this.publicOnly = publicOnly;
    }

    /**
     * Returns a client; nothing is loaded or opened yet.
     *
     * @param users the user's client, empty for OkHttp's defaults
     * @param allowedPrivateHosts hosts that {@link #publicAddressesOnly()} lets resolve to any address, exactly as they
     *     appear in URIs
     * @return the client
     */
    public static BoundedHttp of(Optional<OkHttpClient> users, Set<String> allowedPrivateHosts) {
        return new BoundedHttp(new AuthLine(users, allowedPrivateHosts), false);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.connections.ConnectionConfigurationException if the call cannot be sent ({@code header_malformed},
     *     {@code method_malformed}, {@code endpoint_malformed}, {@code endpoint_not_https}) or the proxy wants credentials
     *     ({@code proxy_authentication_required})
     * @throws dev.connections.ConnectionCancelledException if the thread is interrupted ({@code interrupted}); the flag stays
     *     set
     */
    @Override
    public Reply send(Call call) {
        return line.send(call, publicOnly);
    }

    @Override
    public AuthClient publicAddressesOnly() {
        return publicOnly ? this : new BoundedHttp(line, true);
    }

    /** Returns what {@link #publicAddressesOnly()} refuses, for calls of other clients. */
    public AddressGuard guard() {
        return line.guard();
    }

    /** Closes idle connections, unless the pool is the user's. A later call opens new ones. Idempotent. */
    @Override
    public void close() {
        line.close();
    }
}
