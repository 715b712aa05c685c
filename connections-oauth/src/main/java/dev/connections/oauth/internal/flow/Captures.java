package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionProtocolException;
import dev.connections.oauth.internal.definition.CaptureRule;
import dev.connections.oauth.internal.definition.CaptureRule.Captured;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the values that a definition wants kept. */
final class Captures {
    private Captures() {}

    /** Returns the callback parameters that a definition wants. */
    static Set<String> parameters(OAuth2Definition definition) {
        return definition.captures().stream()
                .flatMap(rule -> rule.parameter().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes the values of a callback. */
    static List<Captured> of(Callback callback, OAuth2Definition definition) {
        var captured = new ArrayList<Captured>();
        for (CaptureRule rule : definition.captures()) {
            if (rule.parameter().isPresent()) {
                check(rule, callback.value(rule.parameter().get()), definition).ifPresent(captured::add);
            }
        }
        return captured;
    }

    /** Checks one value. */
    static Optional<Captured> check(CaptureRule rule, Optional<String> value, OAuth2Definition definition) {
        if (value.isEmpty() && rule.isRequired()) {
            throw new ConnectionProtocolException(
                    "capture_missing",
                    "the service did not say \"" + rule.name() + "\", which its requests need; begin the authorization"
                            + " again, or correct the capture in the definition",
                    null);
        }
        return value.map(text -> rule.check(text, definition.server().plainHttp()));
    }
}
