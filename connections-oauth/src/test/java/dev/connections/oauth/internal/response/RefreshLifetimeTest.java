package dev.connections.oauth.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How servers say that a refresh token ends. No standard names a member for it. */
class RefreshLifetimeTest {
    private static final String TOKENS = "{\"access_token\":\"a\",\"refresh_token\":\"r\",";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"refresh_expires_in\":1800",
                "\"refresh_token_expires_in\":\"1800\"",
                "\"x_refresh_token_expires_in\":1800.0"
            })
    void isReadWhereverItStands(String member) {
        assertThat(Readings.token(TOKENS + member + "}").refreshExpiresAt()).contains(Readings.NOW.plusSeconds(1800));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"refresh_expires_in\":0",
                "\"refresh_expires_in\":\"soon\"",
                "\"refresh_expires_in\":null",
                "\"refresh_expires_in\":{}",
                "\"expires_in\":60"
            })
    void isUnknownWhereTheServerDoesNotSay(String member) {
        assertThat(Readings.token(TOKENS + member + "}").refreshExpiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "99999999999999999999"})
    void hasAnEnd(String huge) {
        assertThat(Readings.token(TOKENS + "\"refresh_expires_in\":" + huge + "}")
                        .refreshExpiresAt())
                .contains(Readings.NOW.plus(Duration.ofDays(3650)));
    }
}
