package dev.connections.oauth.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import dev.connections.oauth.internal.response.TokenReading.Refusal;
import dev.connections.oauth.internal.response.TokenReading.Token;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6749, sections 4.4.3, 5.1 and 5.2. */
class Rfc6749Section5Test {
    @Test
    void readsTheSuccessfulResponse() {
        Token token = Readings.token("""
                {
                  "access_token":"2YotnFZFEjr1zCsicMWpAA",
                  "token_type":"example",
                  "expires_in":3600,
                  "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA",
                  "example_parameter":"example_value"
                }
                """);

        assertThat(token.access()).contains(Secret.of("2YotnFZFEjr1zCsicMWpAA"));
        assertThat(token.refresh()).contains(Secret.of("tGzv3JOkF0XG5Qx2TlKWIA"));
        assertThat(token.type()).isEqualTo("example");
        assertThat(token.expiresAt()).contains(Readings.NOW.plusSeconds(3600));
        assertThat(token.scope()).isEmpty();
    }

    @Test
    void readsTheErrorResponse() {
        Refusal error = (Refusal) Readings.read("{\"error\":\"invalid_request\"}");

        assertThat(error).isEqualTo(new Refusal("invalid_request", "", ""));
    }

    @Test
    void readsAllMembersOfAnError() {
        Refusal error = (Refusal) Readings.read("""
                {"error":"invalid_grant","error_description":"expired","error_uri":"https://as.example/e"}""");

        assertThat(error).isEqualTo(new Refusal("invalid_grant", "expired", "https://as.example/e"));
    }
}
