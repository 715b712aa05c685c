package dev.connections.oauth.internal.flow;

import dev.connections.AuthorizationRequest;
import java.net.URI;
import java.time.Instant;

/**
 * A request whose URI is parsed when somebody asks for it: parsing costs more than everything else about a request.
 *
 * @param text the URI, written of checked parts
 */
public record PreparedRequest(String text, String state, Instant expiresAt) implements AuthorizationRequest {
    @Override
    public URI uri() {
        return URI.create(text);
    }

    /** Prints origin and expiry. */
    @Override
    public String toString() {
        URI uri = uri();
        return "AuthorizationRequest[" + uri.getScheme() + "://" + uri.getRawAuthority() + ", expires " + expiresAt
                + "]";
    }
}
