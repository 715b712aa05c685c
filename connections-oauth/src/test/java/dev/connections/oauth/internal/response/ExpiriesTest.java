package dev.connections.oauth.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.json.Values.Kind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-T24: whatever a server writes for an expiry. */
class ExpiriesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3600|3600",
                "\"3600\"|3600",
                "\" 3600 \"|3600",
                "3600.7|3600",
                "1e3|1000",
                "1E+3|1000",
                "5|5",
                "0|30",
                "-5|30",
                "\"-5\"|30",
                "0.4|30",
                "10000000000000000000|315360000",
                "9223372036854775807|315360000",
                "99999999999999999999|315360000",
                "1e999999999|315360000",
                "\"123456789012345678901234567890123456789012345678901234567890\"|315360000"
            })
    void readsAndClampsNumbers(String json, long seconds) {
        assertThat(expiry(json)).contains(Readings.NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "\"\"",
                "\"abc\"",
                "\"1h\"",
                "[3600]",
                "{\"s\":1}",
                "\"NaN\"",
                "\"Infinity\"",
                "\"0x10\"",
                "\"3600d\"",
                "\"１２\""
            })
    void knowsNoExpiryWhereNoneIsSaid(String json) {
        assertThat(expiry(json)).isEmpty();
    }

    @Test
    void knowsNoExpiryWhereTheMemberIsMissing() {
        assertThat(Readings.token("{\"access_token\":\"a\"}").expiresAt()).isEmpty();
    }

    @Test
    void takesTheDefaultLifetimeWhereNoExpiryIsSaid() {
        TokenResponseFormat twoHours = TokenResponseFormat.standard().withDefaultLifetime(Duration.ofHours(2));

        assertThat(Readings.token(twoHours, "{\"access_token\":\"a\"}").expiresAt())
                .contains(Readings.NOW.plusSeconds(7200));
        assertThat(Readings.token(twoHours, "{\"access_token\":\"a\",\"expires_in\":\"?\"}")
                        .expiresAt())
                .contains(Readings.NOW.plusSeconds(7200));
        assertThat(Readings.token(twoHours, "{\"access_token\":\"a\",\"expires_in\":60}")
                        .expiresAt())
                .contains(Readings.NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS,90,90",
        "MILLISECONDS,90000,90",
        "EPOCH_SECONDS,1767225690,90",
        "EPOCH_MILLISECONDS,1767225690000,90",
        "EPOCH_SECONDS,1000,30",
        "ISO_DATE_TIME,2026-01-01T00:01:30Z,90",
        "ISO_DATE_TIME,2026-01-01T01:01:30+01:00,90",
        "ISO_DATE_TIME,9999-12-31T00:00:00Z,315360000"
    })
    void readsEveryFormat(ExpiryFormat format, String text, long seconds) {
        assertThat(Expiries.read(Kind.TEXT, text, format, Readings.NOW)).contains(Readings.NOW.plusSeconds(seconds));
    }

    @Test
    void knowsNoExpiryOfADateThatIsNone() {
        assertThat(Expiries.read(Kind.TEXT, "tomorrow", ExpiryFormat.ISO_DATE_TIME, Readings.NOW))
                .isEmpty();
    }

    @Test
    void looksFirstWhereTheDefinitionLastSaid() {
        TokenResponseFormat zoho = TokenResponseFormat.standard().withExpiry("expires_in_sec", ExpiryFormat.SECONDS);

        assertThat(Readings.token(zoho, "{\"access_token\":\"a\",\"expires_in\":3600000,\"expires_in_sec\":3600}")
                        .expiresAt())
                .contains(Readings.NOW.plusSeconds(3600));
        assertThat(Readings.token(zoho, "{\"access_token\":\"a\",\"expires_in\":3600}")
                        .expiresAt())
                .contains(Readings.NOW.plusSeconds(3600));
    }

    @Test
    void neverThrows() {
        var random = new Random(20260102);
        String alphabet = "0123456789.eE+-: TZ\"x";

        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(random.nextInt(24), 0, alphabet.length())
                    .collect(StringBuilder::new, (sb, i) -> sb.append(alphabet.charAt(i)), StringBuilder::append)
                    .toString();
            for (ExpiryFormat format : ExpiryFormat.values()) {
                Optional<Instant> expiry = Expiries.read(Kind.NUMBER, text, format, Readings.NOW);

                assertThat(expiry.orElse(Readings.NOW))
                        .as(text)
                        .isBetween(Readings.NOW, Readings.NOW.plus(Expiries.LONGEST));
            }
        }
    }

    @Test
    void neverThrowsForNumbersOfAnySize() {
        assertThatCode(() -> {
                    for (int bits = 1; bits < 3_000; bits += 7) {
                        String digits = BigInteger.ONE.shiftLeft(bits).toString();
                        Readings.read("{\"access_token\":\"a\",\"expires_in\":" + digits + "}");
                        Readings.read("{\"access_token\":\"a\",\"expires_in\":\"-" + digits + "\"}");
                    }
                })
                .doesNotThrowAnyException();
    }

    private static Optional<Instant> expiry(String json) {
        return Readings.token("{\"access_token\":\"a\",\"expires_in\":" + json + "}")
                .expiresAt();
    }
}
