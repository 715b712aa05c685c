package dev.connections.internal.store;

import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.BackedOff;
import dev.connections.spi.ConnectionStore.LeaseResult.Busy;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.LeaseResult.Moved;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with its attempt columns. Immutable; two rows are equal only if they are the same object, which makes
 * {@code ConcurrentHashMap.replace(id, old, new)} a compare-and-set.
 */
final class Row {
    private final Versioned record;
    private final long fence;
    /** Present from the lease until its owner ends it, also when the lease has run out meanwhile. */
    private final byte @Nullable [] intent;

    private Row(Versioned record, long fence, byte @Nullable [] intent) {
        this.record = record;
        this.fence = fence;
        this.intent = intent;
    }

    /** {@return the row after a write: no attempt; the fence goes on counting} */
    static Row written(Versioned record, @Nullable Row before) {
        return new Row(with(record, Optional.empty()), before == null ? 0 : before.fence, null);
    }

    Versioned record() {
        return record;
    }

    long version() {
        return record.version();
    }

    long fence() {
        return fence;
    }

    Optional<byte[]> intent() {
        return Optional.ofNullable(intent);
    }

    /** {@return why the record cannot be leased now, empty if it can} */
    Optional<LeaseResult> refusal(long expectedVersion, Instant now) {
        if (version() != expectedVersion) {
            return Optional.of(new Moved(Optional.of(record)));
        }
        return record.attempt().flatMap(attempt -> refusal(attempt, now));
    }

    private Optional<LeaseResult> refusal(Attempt attempt, Instant now) {
        if (now.isBefore(attempt.leaseUntil())) {
            return Optional.of(new Busy(attempt));
        }
        return now.isBefore(attempt.nextAllowedAt())
                ? Optional.of(new BackedOff(attempt.nextAllowedAt(), attempt.failure()))
                : Optional.empty();
    }

    /** {@return whether this lease has neither ended nor been taken over} */
    boolean isLeasedBy(String owner, long itsFence) {
        return intent != null
                && fence == itsFence
                && record.attempt()
                        .filter(attempt -> attempt.owner().equals(owner))
                        .isPresent();
    }

    /** {@return the row under a new lease; what is known of the last failure stays} */
    Row leased(LeaseRequest request, Instant now) {
        var attempt = new Attempt(
                request.owner(),
                now.plus(Held.LEASE),
                fence + 1,
                record.attempt().map(Attempt::nextAllowedAt).orElse(Instant.EPOCH),
                record.attempt().flatMap(Attempt::failure));
        return new Row(with(record, Optional.of(attempt)), fence + 1, request.intent());
    }

    Row renewed(Instant now) {
        return new Row(until(now.plus(Held.LEASE)), fence, intent);
    }

    Row backedOff(Instant now, Duration wait, byte[] failure) {
        var ended = record.attempt()
                .map(attempt -> new Attempt(attempt.owner(), now, fence, now.plus(wait), Optional.of(failure)));
        return new Row(with(record, ended), fence, null);
    }

    Row released(Instant now) {
        boolean failedBefore = record.attempt().flatMap(Attempt::failure).isPresent();
        return new Row(failedBefore ? until(now) : with(record, Optional.empty()), fence, null);
    }

    private Versioned until(Instant leaseUntil) {
        return with(
                record,
                record.attempt()
                        .map(attempt -> new Attempt(
                                attempt.owner(), leaseUntil, fence, attempt.nextAllowedAt(), attempt.failure())));
    }

    private static Versioned with(Versioned record, Optional<Attempt> attempt) {
        return new Versioned(record.key(), record.version(), record.format(), record.index(), record.sealed(), attempt);
    }
}
