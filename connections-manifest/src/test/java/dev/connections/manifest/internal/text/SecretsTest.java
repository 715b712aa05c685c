package dev.connections.manifest.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String X20 = "x0x1x2x3x4x5x6x7x8x9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000.0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef",
                "ghp_" + X20,
                "github_pat_" + X20,
                "xoxb-" + X20,
                "sk_live_" + X20,
                "SG." + X20,
                "AKIAABCDEFGHIJKLMNOP",
                "AIza" + X20 + X20,
                "-----BEGIN RSA PRIVATE KEY-----",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x",
                "Bearer " + X20,
                "https://user:password@example.com/"
            })
    void knowsWhatServicesHandOut(String value) {
        assertThat(Secrets.value(value)).isTrue();
        assertThat(Quote.of("a " + value)).doesNotContain(value).contains("not shown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.salesforce.com/services/oauth2/authorize",
                "ZohoCRM.modules.READ",
                "admin:org_hook",
                "zoho_sign_for_zoho_desk",
                "The bearer of this connection",
                "Basic Authentication for everybody"
            })
    void letsWhatManifestsHoldPass(String value) {
        assertThat(Secrets.value(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientSecret", "client_secret", "Client-Secret", "PASSWORD", "apiKey", "refresh_token"})
    void knowsNamesThatHoldSecrets(String name) {
        assertThat(Secrets.name(name)).isTrue();
        assertThat(Secrets.name(name + "Name")).isFalse();
    }

    @Test
    void looksAtTheStartOfALongValueOnly() {
        assertThat(Secrets.value("-".repeat(1 << 20) + "AKIAABCDEFGHIJKLMNOP")).isFalse();
    }

    @Test
    void cutsAndCleansWhatItQuotes() {
        assertThat(Quote.of("x".repeat(300))).hasSize(203).endsWith("…\"");
        assertThat(Quote.of("a\u0007\u202Eb\n")).isEqualTo("\"ab\"");
    }
}
