package dev.connections.oauth.internal.metadata;

import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.definition.ServerFormat.Revocation;
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.util.Optional;

/**
 * An authorization server whose endpoints are known.
 *
 * @param authorizationEndpoint where browsers go; empty if it has none
 * @param tokenEndpoint where codes and refresh tokens go
 * @param deviceAuthorizationEndpoint where device codes come from; empty if it has none
 * @param pushedRequests where authorization requests must be pushed; empty if browsers carry them
 * @param keys where the keys are that sign ID tokens
 * @param userInfo where a user's name can be asked for
 * @param introspection where the server says whether a token is good
 * @param registration where clients are registered; empty if it has no place for that, or a definition stated the endpoints
 * @param revocation where tokens are ended
 * @param issuer its identifier, if it is known
 * @param announcesIssuer whether it says that every callback names its issuer
 * @param wantsSecretInBody whether it takes a client secret in the body and not in a header
 * @param ownHost the host that may name endpoints as it likes; empty if a definition stated them
 */
public record Server(
        Optional<URI> authorizationEndpoint,
        URI tokenEndpoint,
        Optional<URI> deviceAuthorizationEndpoint,
        Optional<URI> pushedRequests,
        Optional<URI> keys,
        Optional<URI> userInfo,
        Optional<URI> introspection,
        Optional<URI> registration,
        Optional<Revocation> revocation,
        Optional<String> issuer,
        boolean announcesIssuer,
        boolean wantsSecretInBody,
        Optional<String> ownHost) {

    static Server stated(ServerFormat format, URI tokenEndpoint) {
        return new Server(
                format.authorizationEndpoint(),
                tokenEndpoint,
                format.deviceAuthorizationEndpoint(),
                format.pushedRequests(),
                format.keys(),
                format.userInfo(),
                format.introspection(),
                Optional.empty(),
                format.revocation(),
                format.issuer(),
                false,
                false,
                Optional.empty());
    }

    /** Returns the client for an endpoint: one that keeps to public addresses where another server named the host. */
    public AuthClient clientFor(URI endpoint, AuthClient http) {
        boolean foreign = ownHost.isPresent() && !ownHost.get().equals(endpoint.getHost());
        return foreign ? http.publicAddressesOnly() : http;
    }
}
