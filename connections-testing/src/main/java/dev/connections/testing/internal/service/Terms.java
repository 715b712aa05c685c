package dev.connections.testing.internal.service;

import dev.connections.testing.MockService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which terms the service gives tokens out. Outlives the running server. Thread-safe: each setting stands alone. */
final class Terms {
    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    /** No test lasts longer. */
    private static final Duration AGES = Duration.ofDays(36_500);

    private volatile Duration lifetime = MockService.DEFAULT_TOKEN_LIFETIME;
    private volatile boolean hidden;
    private volatile boolean withheld;
    private volatile @Nullable Duration grace;
    private volatile Clock clock = STANDING;

    void lifetime(Duration tokens) {
        if (tokens.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a token cannot live " + tokens + "; give it a second at least");
        }
        lifetime = tokens;
        hidden = false;
    }

    /** Tokens that live until they are ended, and say so by saying nothing. */
    void neverEnding() {
        lifetime = AGES;
        hidden = true;
    }

    void hideLifetime() {
        hidden = true;
    }

    void withholdRefreshTokens() {
        withheld = true;
    }

    void rotate(Duration formerTokens) {
        if (formerTokens.isNegative()) {
            throw new IllegalArgumentException("a grace of " + formerTokens + " is none; use Duration.ZERO");
        }
        grace = formerTokens;
    }

    void clock(Clock other) {
        clock = other;
    }

    /** Whether the service has a clock to compare others with. */
    boolean timed() {
        return !clock.equals(STANDING);
    }

    /** Says what time it is at a service that has a clock (RFC 9110, section 6.6.1). */
    Answer dated(Answer answer) {
        return timed()
                ? answer.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atOffset(ZoneOffset.UTC)))
                : answer;
    }

    Instant now() {
        return clock.instant();
    }

    Duration lifetime() {
        return lifetime;
    }

    boolean withheld() {
        return withheld;
    }

    boolean hidden() {
        return hidden;
    }

    /** Empty where refresh tokens do not rotate. */
    Optional<Duration> grace() {
        return Optional.ofNullable(grace);
    }
}
