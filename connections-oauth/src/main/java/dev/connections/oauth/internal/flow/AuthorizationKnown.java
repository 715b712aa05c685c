package dev.connections.oauth.internal.flow;

import dev.connections.oauth.internal.computed.Known;
import java.time.Instant;
import java.util.Optional;

/**
 * What the formulas of one authorization request may use.
 *
 * @param clientId the client
 * @param redirectUri where the browser comes back to
 * @param state what identifies the flow
 * @param now the time of the request
 */
record AuthorizationKnown(String clientId, String redirectUri, String state, Instant now) implements Known {
    @Override
    public Optional<String> value(String variable) {
        return switch (variable) {
            case "client_id" -> Optional.of(clientId);
            case "redirect_uri" -> Optional.of(redirectUri);
            case "state" -> Optional.of(state);
            default -> Optional.empty();
        };
    }
}
