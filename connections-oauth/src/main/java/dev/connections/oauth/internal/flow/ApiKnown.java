package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.computed.Known;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.OutgoingRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the formulas of one request to the API may use. The request is looked at only by a formula that needs it: the others are
 * computed once for all requests. Confined to one request; prints nothing.
 */
final class ApiKnown implements Known {
    private static final String CAPTURED = "captured.";

    private final OAuth2Definition definition;
    private final StoredToken token;
    private final OutgoingRequest request;
    private @Nullable Instant now;

    ApiKnown(OAuth2Definition definition, StoredToken token, OutgoingRequest request) {
        this.definition = definition;
        this.token = token;
        this.request = request;
    }

    @Override
    public Optional<String> value(String variable) {
        return switch (variable) {
            case "client_id" -> Optional.of(definition.clientId());
            case "client_secret" -> definition.client().secret().map(Secret::reveal);
            case "access_token" -> token.access().map(Secret::reveal);
            case "method" -> Optional.of(request.method());
            case "path" -> Optional.of(request.uri().getRawPath());
            case "query" ->
                Optional.of(
                        request.uri().getRawQuery() == null ? "" : request.uri().getRawQuery());
            default ->
                variable.startsWith(CAPTURED)
                        ? request.captured(variable.substring(CAPTURED.length()))
                        : Optional.empty();
        };
    }

    @Override
    public Instant now() {
        if (now == null) {
            now = request.now();
        }
        return now;
    }

    @Override
    public String toString() {
        return "ApiKnown";
    }
}
