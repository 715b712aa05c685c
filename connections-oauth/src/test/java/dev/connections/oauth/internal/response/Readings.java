package dev.connections.oauth.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads token responses as they come from a server. */
final class Readings {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final TokenResponseReader STANDARD = new TokenResponseReader(ResponseFormat.STANDARD, List.of());

    private Readings() {}

    static TokenReading read(String json) {
        return read(json.getBytes(UTF_8), "application/json");
    }

    static TokenReading read(byte[] body, String contentType) {
        return STANDARD.read(body, Optional.of(contentType).filter(type -> !type.isEmpty()), NOW);
    }

    static TokenReading read(TokenResponseFormat format, String json) {
        var reader = new TokenResponseReader((ResponseFormat) format, List.of());
        return reader.read(json.getBytes(UTF_8), Optional.of("application/json"), NOW);
    }

    static Token token(String json) {
        return ((Tokens) read(json)).tokens().get(0);
    }

    static Token token(TokenResponseFormat format, String json) {
        return ((Tokens) read(format, json)).tokens().get(0);
    }
}
