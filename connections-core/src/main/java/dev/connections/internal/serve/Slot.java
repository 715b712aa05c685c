package dev.connections.internal.serve;

import dev.connections.internal.record.AuthorizationKey;
import org.jspecify.annotations.Nullable;

/** One authorization that is used in this process, and what is ready for it. Reading takes no lock. */
public final class Slot {
    private final Defined<?> defined;
    private final AuthorizationKey key;
    private final String token;
    private final Comparing comparing;
    private volatile @Nullable Ready ready;
    private long generation; // guarded by this

    Slot(Defined<?> defined, AuthorizationKey key, String token, Comparing comparing) {
        this.defined = defined;
        this.key = key;
        this.token = token;
        this.comparing = comparing;
    }

    /** The connection. */
    public Defined<?> defined() {
        return defined;
    }

    /** Which authorization of it. */
    public AuthorizationKey key() {
        return key;
    }

    /** Which token of its account. */
    public String token() {
        return token;
    }

    /** What can be served at this time without asking anybody; null if there is nothing. */
    public @Nullable Ready ready(long now) {
        Ready current = ready;
        return current != null && current.usableAt(now) && comparing.recent(now) ? current : null;
    }

    /** When it was compared with the store. */
    Comparing comparing() {
        return comparing;
    }

    /** What was ready last, whether or not it still is. */
    @Nullable
    Ready last() {
        return ready;
    }

    /** Counts the changes that make what is being prepared wrong. */
    synchronized long generation() {
        return generation;
    }

    /** Publishes what was prepared, unless the authorization changed meanwhile; returns what everybody shares then. */
    synchronized Ready publish(Ready next, long preparedIn) {
        Ready current = ready;
        if (generation != preparedIn) {
            return next;
        }
        if (current == null || current.source().snapshot() != next.source().snapshot()) {
            ready = next;
            return next;
        }
        return current; // somebody prepared the same version first
    }

    /** Forgets what is ready: the authorization or its definition changed. */
    synchronized void clear() {
        generation++;
        ready = null;
    }
}
