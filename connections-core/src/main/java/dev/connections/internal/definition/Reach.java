package dev.connections.internal.definition;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.util.List;

/**
 * Where credentials may go and what paths are resolved against.
 *
 * @param origins the resource servers
 * @param apiBase a URI at the first of them, or at another
 * @param loopback whether http on loopback addresses is allowed, for tests
 * @param publicOnly whether a user named hosts of the service, so that none of them may lead into a network of one's own
 */
public record Reach(List<Origin> origins, URI apiBase, boolean loopback, boolean publicOnly) {
    public Reach {
        origins = List.copyOf(origins);
    }

    static Reach of(List<String> servers, boolean loopback) {
        List<URI> parsed = servers.stream()
                .map(server -> Addresses.endpoint(server, "resource server", loopback))
                .toList();
        return new Reach(parsed.stream().map(Origin::of).distinct().toList(), parsed.get(0), loopback, false);
    }

    /** Returns the same reach, at public addresses only. */
    Reach publicly() {
        return new Reach(origins, apiBase, loopback, true);
    }

    /** Returns the client for requests of our own to the service: its authorization server, and its API. */
    public AuthClient guarded(AuthClient http) {
        if (!publicOnly) {
            return http;
        }
        return loopback ? new BesideTests(http) : http.publicAddressesOnly();
    }

    /** Plain http goes to loopback addresses alone, and to those only in tests that say so. */
    private record BesideTests(AuthClient http) implements AuthClient {
        @Override
        public Reply send(Call call) {
            boolean plain = "http".equals(call.uri().getScheme());
            return (plain ? http : publicAddressesOnly()).send(call);
        }

        @Override
        public AuthClient publicAddressesOnly() {
            return http.publicAddressesOnly();
        }
    }

    Reach withApiBase(String base) {
        URI parsed = Addresses.endpoint(base, "API base", loopback);
        if (origins.stream().noneMatch(origin -> origin.admits(parsed))) {
            throw new ConnectionConfigurationException(
                    "origin_not_allowed",
                    "the API base " + Addresses.shown(base) + " lies outside the resource servers " + origins
                            + "; name its origin in resourceServers(…) too",
                    null);
        }
        return new Reach(origins, parsed, loopback, publicOnly);
    }

    /** Returns the reach of an account that has resource servers of its own. */
    public Reach pinnedTo(List<String> servers) {
        if (servers.isEmpty()) {
            return this;
        }
        Reach own = Reach.of(servers, loopback);
        return publicOnly ? own.publicly() : own;
    }

    /** Says whether credentials may go to a target. Does not allocate. */
    public boolean admits(URI target) {
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).admits(target)) {
                return true;
            }
        }
        return false;
    }

    /** Says the same of a target already taken apart. */
    public boolean admits(String scheme, String host, int port) {
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).admits(scheme, host, port)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a foreign target. */
    public ConnectionSecurityException refusal(String target) {
        return new ConnectionSecurityException(
                "origin_not_allowed",
                "credentials may not go to " + Addresses.shown(target) + ", only to " + origins
                        + "; if that address belongs to the service, name it in resourceServers(…)",
                null);
    }

    /** Resolves a path against the API base. */
    public URI resolve(String path) {
        String base = apiBase.toString();
        String joined = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + (path.startsWith("/") || path.startsWith("?") ? path : "/" + path);
        try {
            URI resolved = URI.create(joined);
            if (admits(resolved) && stays(resolved) && resolved.getRawFragment() == null) {
                return resolved;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one message: java.net.URI's own would quote the whole text
        }
        throw new ConnectionConfigurationException(
                "path_malformed",
                "the path " + Addresses.shown(path) + " cannot be resolved against " + base
                        + "; give a percent-encoded path with optional query, for example /v1/items?page=2",
                null);
    }

    private static boolean stays(URI resolved) {
        return !List.of(resolved.getRawPath().split("/", -1)).contains("..");
    }
}
