package dev.connections.oauth.internal.metadata;

import java.net.URI;
import java.util.List;

/**
 * Where an issuer publishes its metadata: OpenID Connect appends the well-known path, RFC 8414 inserts its own before the
 * issuer's path.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3.1">RFC 8414, section 3.1</a>
 */
final class WellKnown {
    private WellKnown() {}

    /** Returns both places, the more widespread first. */
    static List<URI> places(String issuer) {
        URI uri = URI.create(issuer);
        String origin = uri.getScheme() + "://" + uri.getRawAuthority();
        String path = uri.getRawPath().endsWith("/")
                ? uri.getRawPath().substring(0, uri.getRawPath().length() - 1)
                : uri.getRawPath();
        return List.of(
                URI.create(origin + path + "/.well-known/openid-configuration"),
                URI.create(origin + "/.well-known/oauth-authorization-server" + path));
    }
}
