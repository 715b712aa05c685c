package dev.connections.oauth.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a token that only the token says (QUIRKS §2, source: jwt). */
class JwtExpiryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TokenResponseFormat FORMAT = TokenResponseFormat.standard()
            .withDeviationExpiryFromJwt("says no expires_in", "https://docs.acme.example")
            .withDefaultLifetime(Duration.ofMinutes(5));

    private static String jwt(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + ".sig";
    }

    private static Optional<Instant> end(TokenResponseFormat format, String body) {
        var reader = new TokenResponseReader((ResponseFormat) format, List.of());
        var tokens = (Tokens) reader.read(body.getBytes(UTF_8), Optional.empty(), NOW);
        return tokens.tokens().get(0).expiresAt();
    }

    @Test
    void readsItWhereTheDefinitionSaysSoAndNowhereElse() {
        String body = "{\"access_token\": \"" + jwt("{\"exp\": 1767229200}") + "\"}";

        assertThat(end(FORMAT, body)).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(end(TokenResponseFormat.standard(), body)).isEmpty();
    }

    @Test
    void believesTheResponseFirst() {
        String body = "{\"expires_in\": 60, \"access_token\": \"" + jwt("{\"exp\": 1767229200}") + "\"}";

        assertThat(end(FORMAT, body)).contains(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"exp\": \"soon\"}", "{\"exp\": {}}", "{"})
    void fallsBackToWhatIsStatedForATokenThatSaysNothing(String claims) {
        assertThat(end(FORMAT, "{\"access_token\": \"" + jwt(claims) + "\"}"))
                .contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(end(FORMAT, "{\"access_token\": \"a.%%%.b\"}")).contains(NOW.plus(Duration.ofMinutes(5)));
    }
}
