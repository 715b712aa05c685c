package dev.connections.internal.refresh;

import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Stored;

/** A renewed credential on its way into the store. */
record Successor(AuthorizationKey where, Stored<CredentialRecord> before, CredentialRecord next) {
    /** How its way ended. */
    enum Fate {
        /** Durable. */
        SAVED,
        /** Somebody else stored a successor first. */
        LOST,
        /** The store failed; it lives in memory only. */
        UNSAVED
    }

    long version() {
        return before.version() + 1;
    }

    @Override
    public String toString() {
        return "Successor[" + before + "]";
    }
}
