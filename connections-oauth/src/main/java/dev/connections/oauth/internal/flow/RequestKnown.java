package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.computed.Known;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.spi.StrategyContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the formulas of one token request may use. Confined to one request; prints nothing. */
final class RequestKnown implements Known {
    private static final String CAPTURED = "captured.";
    private static final String INPUT = "input.";

    private final OAuth2Definition definition;
    private final StrategyContext<?> context;
    private final Map<String, String> values;
    private final Instant now;

    RequestKnown(OAuth2Definition definition, Exchange exchange, StrategyContext<?> context) {
        this.definition = definition;
        this.context = context;
        values = new HashMap<>(exchange.revealParameters());
        exchange.captured().forEach((name, value) -> values.put(CAPTURED + name, value));
        exchange.known().forEach((name, value) -> values.put(name, value.reveal()));
        now = context.clock().instant();
    }

    /** Returns the same with the body as it is sent. */
    RequestKnown writing(String body) {
        values.put("body", body);
        return this;
    }

    @Override
    public Optional<String> value(String variable) {
        return switch (variable) {
            case "client_id" -> Optional.of(definition.clientId());
            case "client_secret" -> definition.client().secret().map(Secret::reveal);
            default -> Optional.ofNullable(values.get(variable)).or(() -> remembered(variable));
        };
    }

    private Optional<String> remembered(String variable) {
        if (variable.startsWith(CAPTURED)) {
            return Optional.ofNullable(context.captured().get(variable.substring(CAPTURED.length())));
        }
        return variable.startsWith(INPUT)
                ? Optional.ofNullable(context.inputs().get(variable.substring(INPUT.length())))
                : Optional.empty();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String toString() {
        return "RequestKnown";
    }
}
