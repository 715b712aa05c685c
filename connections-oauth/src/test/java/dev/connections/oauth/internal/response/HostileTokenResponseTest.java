package dev.connections.oauth.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connections.oauth.internal.response.TokenReading.Unreadable;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RELIABILITY F-T19 and X11: bodies made to hurt. The time limit is generous; what it catches takes 20 seconds or ends in
 * a stack overflow.
 */
@Timeout(60)
class HostileTokenResponseTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void refusesAHundredThousandBrackets() {
        assertThat(Readings.read("{\"x\":" + "[".repeat(100_000))).isEqualTo(Unreadable.BROKEN);
        assertThat(Readings.read("{\"error\":" + "{\"code\":".repeat(100_000))).isEqualTo(Unreadable.BROKEN);
        assertThat(Readings.read("{\"scope\":" + "[".repeat(100_000))).isEqualTo(Unreadable.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expires_in", "scope", "access_token", "unknown"})
    void refusesANumberOfAMegabyte(String member) {
        String body = "{\"" + member + "\":" + "9".repeat(MEGABYTE - 20) + "}";

        assertThat(Readings.read(body)).isEqualTo(Unreadable.BROKEN);
    }

    @Test
    void refusesANameOfAMegabyte() {
        assertThat(Readings.read("{\"" + "k".repeat(MEGABYTE - 20) + "\":1}")).isEqualTo(Unreadable.BROKEN);
    }

    @Test
    void refusesABodyLargerThanAMegabyte() {
        assertThat(Readings.read("{\"x\":\"" + "k".repeat(MEGABYTE) + "\"}")).isEqualTo(Unreadable.BROKEN);
    }

    @Test
    void passesOverHundredThousandMembersToTheToken() {
        var body = new StringBuilder("{");
        for (int i = 0; body.length() < MEGABYTE - 100; i++) {
            body.append('"').append(Integer.toString(i, 36)).append("\":0,");
        }
        body.append("\"access_token\":\"a-1\"}");

        assertThat(Readings.token(body.toString()).access()).isPresent();
    }

    @Test
    void survivesMembersWhoseNamesCollide() {
        var body = new StringBuilder("{");
        for (int i = 0; body.length() < MEGABYTE / 2; i++) { // "Aa" and "BB" have one hash code
            body.append('"')
                    .append(Integer.toBinaryString(i + (1 << 20))
                            .replace("1", "Aa")
                            .replace("0", "BB"));
            body.append("\":0,");
        }
        body.append("\"access_token\":\"a-1\"}");

        assertThatCode(() -> Readings.read(body.toString())).doesNotThrowAnyException();
    }

    @Test
    void passesOverAMillionFormFields() {
        byte[] body = ("x=" + "&a".repeat((MEGABYTE - 40) / 2) + "&access_token=a-1").getBytes(UTF_8);

        assertThat(Readings.read(body, "text/plain")).isInstanceOf(TokenReading.Tokens.class);
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        byte[] good =
                ("{\"access_token\":\"a-1\",\"expires_in\":3600,\"scope\":[\"a\",\"b\"],\"error\":{\"code\":null},"
                                + "\"token_type\":\"Bearer\",\"refresh_token\":\"r-1\"}")
                        .getBytes(UTF_8);
        var random = new Random(20260103);

        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] body = good.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            read += Readings.read(body, "application/json") == null ? 0 : 1;
        }

        assertThat(read).isEqualTo(50_000);
    }

    @Test
    void neverThrowsWhereverTheBodyEnds() {
        String good = "\uFEFF{\"access_token\":\"a-1\",\"scope\":[\"a\",{\"b\":[1]}],\"error\":{\"code\":\"\\u00e4\"}}";
        byte[] bytes = good.getBytes(UTF_8);

        for (int length = 0; length < bytes.length; length++) {
            byte[] body = java.util.Arrays.copyOf(bytes, length);

            assertThat(Readings.read(body, "application/json")).isInstanceOf(Unreadable.class);
        }
    }
}
