package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.wire.ForeignText;
import java.util.Collection;
import java.util.List;

/**
 * A server's own words about an error, cleaned.
 *
 * @param code the error code
 * @param description the description, or empty
 * @param uri the page, or empty
 */
public record ServerError(String code, String description, String uri) {
    /** Where the server said nothing. */
    public static final ServerError NONE = new ServerError("", "", "");

    static ServerError of(TokenReading.Refusal error, Collection<Secret> unspeakable) {
        return new ServerError(
                ForeignText.clean(error.code(), unspeakable),
                ForeignText.clean(error.description(), unspeakable),
                ForeignText.clean(error.uri(), unspeakable));
    }

    static ServerError of(Callback callback) {
        return new ServerError(
                ForeignText.clean(callback.error().orElse(""), List.of()),
                ForeignText.clean(callback.errorDescription(), List.of()),
                ForeignText.clean(callback.errorUri(), List.of()));
    }

    boolean mentions(String text) {
        return description.contains(text);
    }
}
