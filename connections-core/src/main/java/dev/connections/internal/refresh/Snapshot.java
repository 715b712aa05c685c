package dev.connections.internal.refresh;

import dev.connections.AuthorizationStatus;
import dev.connections.internal.record.CredentialRecord;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One version of a credential with its times. Immutable; compared by identity. */
public final class Snapshot {
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    private final CredentialRecord record;
    private final long version;
    private final Life life;
    private final boolean rejected;

    /** A moment by both clocks: milliseconds of the wall clock, nanoseconds of the ticker. */
    record Moment(long wall, long tick) {}

    /** When it ends, and when it was read. */
    record Life(Times times, Moment read) {}

    Snapshot(CredentialRecord record, long version, Life life) {
        this(record, version, life, false);
    }

    private Snapshot(CredentialRecord record, long version, Life life, boolean rejected) {
        this.record = record;
        this.version = version;
        this.life = life;
        this.rejected = rejected;
    }

    /** The stored credential. */
    public CredentialRecord record() {
        return record;
    }

    /** Counts the writes of its record. */
    public long version() {
        return version;
    }

    /** Until when, in milliseconds of the clock, nothing has to be done. */
    public long refreshAt() {
        return rejected ? Long.MIN_VALUE : life.times().refreshAt();
    }

    /** Until when it may be used, as the service stated. */
    public long expiresAt() {
        return life.times().expiresAt();
    }

    /** Whether credentials of it may be served at all. */
    public boolean active() {
        return record.state().status() == AuthorizationStatus.ACTIVE;
    }

    /** Whether the service answered 401 to it, so that it is renewed whatever the clock says. */
    public boolean rejected() {
        return rejected;
    }

    /**
     * Whether it is older than the wall clock tells: the clock was set back since it was read, or it was obtained by a clock
     * far ahead (F-C1).
     */
    boolean olderThanItSeems(Moment now) {
        long elapsed = TimeUnit.NANOSECONDS.toMillis(now.tick() - life.read().tick());
        boolean staleByTicker = life.times().refreshAt() != Times.NEVER
                && life.read().wall() + elapsed >= life.times().refreshAt();
        boolean fromTheFuture = record.obtainedAt().toEpochMilli() > now.wall() + MOST_SKEW.toMillis();
        return now.wall() < refreshAt() && (staleByTicker || fromTheFuture);
    }

    /** Whether another one is the same credential: a record that is sealed anew has another version and says the same. */
    public boolean sameCredentialAs(Snapshot other) {
        return version == other.version || record.equals(other.record);
    }

    /** Returns a copy under the version that the same credential has now. */
    Snapshot at(long newer) {
        return new Snapshot(record, newer, life, rejected);
    }

    Snapshot rejectedCopy() {
        return new Snapshot(record, version, life, true);
    }

    Snapshot acceptedCopy() {
        return new Snapshot(record, version, life, false);
    }

    /** Returns a copy that is used to its end: nothing can renew it before. */
    Snapshot unrenewable() {
        var end = new Times(expiresAt(), expiresAt());
        return new Snapshot(record, version, new Life(end, life.read()), false);
    }
}
