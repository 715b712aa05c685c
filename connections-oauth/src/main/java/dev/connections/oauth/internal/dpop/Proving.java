package dev.connections.oauth.internal.dpop;

import dev.connections.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that a proof is for.
 *
 * @param method its method
 * @param target its target; query and fragment are not proven
 * @param accessToken the token it carries, empty where one is asked for
 * @param now our time
 */
public record Proving(String method, URI target, Optional<Secret> accessToken, Instant now) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Returns scheme, host and port as servers compare them (RFC 3986, section 6.2.3). */
    static String origin(URI target) {
        String scheme = target.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        String port = target.getPort() < 0 || target.getPort() == usual ? "" : ":" + target.getPort();
        return scheme + "://" + target.getHost().toLowerCase(Locale.ROOT) + port;
    }

    /** Returns the claim {@code htu}. */
    String htu() {
        String path = target.getRawPath();
        return origin(target) + (path == null || path.isEmpty() ? "/" : path);
    }

    /** Prints nothing of the query, which may hold anything. */
    @Override
    public String toString() {
        return "Proving[" + method + " " + htu() + "]";
    }
}
