package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By when a refresh token that nobody uses is renewed. */
class IdleRefreshTokenTest {
    private static final Instant NOW = FakeContext.NOW;
    private final Refresher<OAuth2Token> refresher =
            Strategies.acme().refresher().orElseThrow();

    private static StoredToken obtained(Optional<Instant> refreshExpiresAt) {
        return StoredToken.of(read(Optional.of(Secret.of("r-1")), refreshExpiresAt), NOW, Optional.empty());
    }

    private static Token read(Optional<Secret> refresh, Optional<Instant> refreshExpiresAt) {
        return new Token(
                "default",
                Optional.of(Secret.of("a-1")),
                false,
                refresh,
                "Bearer",
                Optional.empty(),
                refreshExpiresAt,
                Optional.empty());
    }

    @Test
    void isAWeekWhereTheServerSaysNothing() {
        assertThat(refresher.keepAliveBy(obtained(Optional.empty()))).contains(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void leavesATenthOfAShorterLife() {
        assertThat(refresher.keepAliveBy(obtained(Optional.of(NOW.plusSeconds(1800)))))
                .contains(NOW.plusSeconds(1620));
    }

    @Test
    void staysAWeekForALongerLife() {
        assertThat(refresher.keepAliveBy(obtained(Optional.of(NOW.plus(Duration.ofDays(100))))))
                .contains(NOW.plus(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 0, -86400})
    void isAWeekWhereTheStatedEndHasAsGoodAsCome(long seconds) {
        assertThat(refresher.keepAliveBy(obtained(Optional.of(NOW.plusSeconds(seconds)))))
                .contains(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void isNeverWithoutARefreshToken() {
        assertThat(refresher.keepAliveBy(Tokens.withoutRefreshToken())).isEmpty();
        assertThat(Strategies.robot().refresher().orElseThrow().keepAliveBy(obtained(Optional.empty())))
                .isEmpty();
    }

    @Test
    void isForgottenWithTheRefreshTokenItBelongedTo() {
        StoredToken before = obtained(Optional.of(NOW.plusSeconds(1800)));

        StoredToken same = before.renewedBy(read(Optional.empty(), Optional.empty()), NOW);
        StoredToken rotated = before.renewedBy(read(Optional.of(Secret.of("r-2")), Optional.empty()), NOW);

        assertThat(same.refreshExpiresAt()).contains(NOW.plusSeconds(1800));
        assertThat(rotated.refreshExpiresAt()).isEmpty();
    }
}
