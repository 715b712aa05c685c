package dev.connections.oauth.internal.definition;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether and how codes are bound to the client that asked for them. Anything but {@code S256} says why.
 *
 * @param method how the challenge is made
 * @param deviation the reason and its source, empty for {@code S256}
 */
public record PkceMode(Method method, Optional<String> deviation) {
    private static final PkceMode S256 = new PkceMode(Method.S256, Optional.empty());

    /** How the challenge is made. */
    public enum Method {
        S256,
        PLAIN,
        OFF
    }

    static PkceMode of(Document document) {
        Method method = method(document.text("method").orElse("S256"));
        if (method == Method.S256) {
            return S256;
        }
        return new PkceMode(method, Optional.of(Deviation.explained(document)));
    }

    static Document deviation(Method method, String reason, String source) {
        return Deviation.document(reason, source).with("method", method.name().toLowerCase(Locale.ROOT));
    }

    private static Method method(String name) {
        for (Method each : Method.values()) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw Wrong.definition(
                "service_malformed", "the PKCE method \"" + name + "\" is not known; use S256, plain or off");
    }
}
