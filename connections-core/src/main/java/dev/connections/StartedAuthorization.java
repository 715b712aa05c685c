package dev.connections;

import java.net.URI;
import java.time.Instant;

/** The only authorization request there is; a class of its own so that the state never prints. */
record StartedAuthorization(URI uri, String state, Instant expiresAt) implements AuthorizationRequest {
    @Override
    public String toString() {
        return "AuthorizationRequest[" + uri.getScheme() + "://" + uri.getHost() + ", expires " + expiresAt + "]";
    }
}
