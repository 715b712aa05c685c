package dev.connections.internal.refresh;

import dev.connections.AuthorizationStatus;
import dev.connections.internal.record.CredentialRecord;

/** One version of a credential with its times. Immutable; compared by identity. */
public final class Snapshot {
    private final CredentialRecord record;
    private final long version;
    private final Times times;
    private final boolean rejected;

    Snapshot(CredentialRecord record, long version, Times times) {
        this(record, version, times, false);
    }

    private Snapshot(CredentialRecord record, long version, Times times, boolean rejected) {
        this.record = record;
        this.version = version;
        this.times = times;
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
        return rejected ? Long.MIN_VALUE : times.refreshAt();
    }

    /** Until when it may be used, as the service stated. */
    public long expiresAt() {
        return times.expiresAt();
    }

    /** Whether credentials of it may be served at all. */
    public boolean active() {
        return record.state().status() == AuthorizationStatus.ACTIVE;
    }

    /** Whether the service answered 401 to it, so that it is renewed whatever the clock says. */
    public boolean rejected() {
        return rejected;
    }

    Snapshot rejectedCopy() {
        return new Snapshot(record, version, times, true);
    }

    Snapshot acceptedCopy() {
        return new Snapshot(record, version, times, false);
    }

    /** Returns a copy that is used to its end: nothing can renew it before. */
    Snapshot unrenewable() {
        return new Snapshot(record, version, new Times(times.expiresAt(), times.expiresAt()), false);
    }
}
