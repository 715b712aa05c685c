package dev.connections.oauth.internal.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parameters of a callback are read, and as what. All others are ignored, as RFC 6749, section 4.1.2 wants it.
 *
 * @param captured parameters that a definition wants kept
 * @param standard the standard names of parameters that the server calls otherwise, by its names
 */
public record CallbackNames(Set<String> captured, Map<String, String> standard) {
    private static final Set<String> KNOWN = Set.of("code", "state", "iss", "error", "error_description", "error_uri");
    static final Set<String> TOKENS = Set.of("access_token", "id_token", "refresh_token");

    public CallbackNames {
        captured = Set.copyOf(captured);
        standard = Map.copyOf(standard);
    }

    /** Returns the standard's names and some that are kept. */
    public static CallbackNames and(Set<String> captured) {
        return new CallbackNames(captured, Map.of());
    }

    /** Returns the name a parameter is read as; empty if it is ignored, as is a name the server does not use. */
    Optional<String> read(String name) {
        String renamed = standard.get(name);
        if (renamed != null) {
            return Optional.of(renamed);
        }
        boolean known = (KNOWN.contains(name) && !standard.containsValue(name)) || TOKENS.contains(name);
        return known || captured.contains(name) ? Optional.of(name) : Optional.empty();
    }
}
