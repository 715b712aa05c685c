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
public final class Row {
    private final Versioned record;
    private final long fence;
    /** Present from the lease until its owner ends it, also when the lease has run out meanwhile. */
    private final byte @Nullable [] intent;

    private Row(Versioned record, long fence, byte @Nullable [] intent) {
        this.record = record;
        this.fence = fence;
        this.intent = intent;
    }

    /**
     * Returns a row as it was kept elsewhere.
     *
     * @param record the record with its attempt
     * @param fence how many leases there were
     * @param intent of a lease that its owner has not ended, or null
     * @return the row
     */
    public static Row of(Versioned record, long fence, byte @Nullable [] intent) {
        return new Row(record, fence, intent);
    }

    /**
     * Returns the row after a write: no attempt; the fence goes on counting.
     *
     * @param record what was written
     * @param before what was there, or null
     * @return the row
     */
    public static Row written(Versioned record, @Nullable Row before) {
        return new Row(with(record, Optional.empty()), before == null ? 0 : before.fence, null);
    }

    /** {@return the record with its attempt} */
    public Versioned record() {
        return record;
    }

    /** {@return the record's version} */
    public long version() {
        return record.version();
    }

    /** {@return how many leases there were} */
    public long fence() {
        return fence;
    }

    /** {@return what an owner that never finished was about to do} */
    public Optional<byte[]> intent() {
        return Optional.ofNullable(intent);
    }

    /**
     * Says why the record cannot be leased.
     *
     * @param expectedVersion the version the caller has read
     * @param now by the store's clock
     * @return why not; empty if it can
     */
    public Optional<LeaseResult> refusal(long expectedVersion, Instant now) {
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

    /**
     * Says whether a lease has neither ended nor been taken over.
     *
     * @param owner its owner
     * @param itsFence its fence
     * @return whether it is held, also if it has run out
     */
    public boolean isLeasedBy(String owner, long itsFence) {
        return intent != null
                && fence == itsFence
                && record.attempt()
                        .filter(attempt -> attempt.owner().equals(owner))
                        .isPresent();
    }

    /**
     * Returns the row under a new lease; what is known of the last failure stays.
     *
     * @param request who wants it
     * @param now by the store's clock
     * @return the row
     */
    public Row leased(LeaseRequest request, Instant now) {
        var attempt = new Attempt(
                request.owner(),
                now.plus(Held.LEASE),
                fence + 1,
                record.attempt().map(Attempt::nextAllowedAt).orElse(Instant.EPOCH),
                record.attempt().flatMap(Attempt::failure));
        return new Row(with(record, Optional.of(attempt)), fence + 1, request.intent());
    }

    /**
     * Returns the row with a lease that lasts from now.
     *
     * @param now by the store's clock
     * @return the row
     */
    public Row renewed(Instant now) {
        return new Row(until(now.plus(Held.LEASE)), fence, intent);
    }

    /**
     * Returns the row with a lease that has run out; its intent stays.
     *
     * @param now by the store's clock
     * @return the row
     */
    public Row expired(Instant now) {
        return new Row(until(now), fence, intent);
    }

    /**
     * Returns the row after a failure.
     *
     * @param now by the store's clock
     * @param wait how long nobody may try again
     * @param failure how it failed
     * @return the row
     */
    public Row backedOff(Instant now, Duration wait, byte[] failure) {
        var ended = record.attempt()
                .map(attempt -> new Attempt(attempt.owner(), now, fence, now.plus(wait), Optional.of(failure)));
        return new Row(with(record, ended), fence, null);
    }

    /**
     * Returns the row after its lease was given back.
     *
     * @param now by the store's clock
     * @return the row
     */
    public Row released(Instant now) {
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
