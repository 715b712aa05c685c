package dev.connections.oauth.internal.response;

import dev.connections.Secret;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads when a token expires out of the token itself, where a definition says why. Nothing else of it is believed. */
final class JwtExpiry {
    private static final Places PLACES = new Places();
    private static final int EXP = PLACES.want("exp");
    private static final int PARTS = 3;

    private JwtExpiry() {}

    /** Returns when it expires; empty if it does not say it, or is no such token. */
    static Optional<Instant> of(Secret token, Instant now) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(Base64.getUrlDecoder().decode(parts[1]), 0, PLACES, values);
        } catch (IOException | IllegalArgumentException opaque) { // its message quotes the token
            return Optional.empty();
        }
        return Expiries.read(values.kind(EXP), values.text(EXP), ExpiryFormat.EPOCH_SECONDS, now);
    }
}
