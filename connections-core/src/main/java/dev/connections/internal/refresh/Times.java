package dev.connections.internal.refresh;

import dev.connections.internal.record.CredentialRecord;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.Refresher.Validity;
import java.time.Duration;
import java.time.Instant;

/** When a credential becomes stale and when it expires, as milliseconds of the clock; {@link #NEVER} for no end. */
record Times(long refreshAt, long expiresAt) {
    static final long NEVER = Long.MAX_VALUE;
    static final Times UNLIMITED = new Times(NEVER, NEVER);

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(4);
    private static final int SHARE_OF_LIFETIME = 10;
    /** A token that says it lives no time at all is used this long, lest it be refreshed for each request (F-T24). */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    /** Returns the times of a stored credential. */
    static <C extends Credential> Times of(CredentialStrategy<C, ?> strategy, CredentialRecord record) {
        return strategy.refresher()
                .map(refresher -> {
                    var parts = record.parts();
                    C credential = strategy.codec().read(parts.version(), parts.values());
                    return of(refresher.validity(credential), record.obtainedAt());
                })
                .orElse(UNLIMITED);
    }

    static Times of(Validity validity, Instant obtainedAt) {
        if (validity.expiresAt().isEmpty()) {
            return UNLIMITED;
        }
        Instant stated = validity.expiresAt().get();
        if (!stated.isAfter(obtainedAt)) {
            long end = obtainedAt.plus(SHORTEST_LIFE).toEpochMilli();
            return new Times(end, end);
        }
        Duration share = Duration.between(obtainedAt, stated).dividedBy(SHARE_OF_LIFETIME);
        Duration usual = share.compareTo(LONGEST_MARGIN) < 0 ? share : LONGEST_MARGIN;
        Duration half = Duration.between(obtainedAt, stated).dividedBy(2); // a longer margin would renew all the time
        Duration margin = validity.margin().orElse(usual);
        Instant stale = stated.minus(margin.compareTo(half) > 0 ? half : margin);
        Instant earliest = obtainedAt.plus(validity.earliestAge());
        Instant late = stale.isBefore(earliest) ? earliest : stale;
        Instant refreshAt = late.isAfter(stated) ? stated : late;
        return new Times(refreshAt.toEpochMilli(), stated.toEpochMilli());
    }
}
