package dev.connections.internal.refresh;

import dev.connections.ConnectionException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.record.CredentialRecord;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The current version of one credential in this process, shared by every connection that uses its account. Reading takes no
 * lock.
 */
public final class Cell {
    /** After a refresh that a 401 caused, another 401 causes none for this long (F-H8). */
    private static final Duration BETWEEN_REJECTIONS = Duration.ofSeconds(30);

    private final String tenant;
    private final String accountId;
    private final String token;
    private final LongSupplier ticker;
    private volatile @Nullable Snapshot snapshot;

    // Guarded by this; held for assignments only.
    private @Nullable Pause pause;
    private long forcedAt;
    private boolean forced;

    private record Pause(long until, ConnectionException failure) {}

    Cell(String tenant, String accountId, String token, LongSupplier ticker) {
        this.tenant = tenant;
        this.accountId = accountId;
        this.token = token;
        this.ticker = ticker;
    }

    /** Whose it is. */
    public String tenant() {
        return tenant;
    }

    /** Which account's. */
    public String accountId() {
        return accountId;
    }

    /** Which of its tokens. */
    public String token() {
        return token;
    }

    String id() {
        return CredentialRecord.id(accountId, token);
    }

    /** The current version; null before it was read and after it is gone. */
    public @Nullable Snapshot current() {
        return snapshot;
    }

    /** Publishes what was read, unless a later version is there already; returns what is there then. */
    synchronized Snapshot publish(Snapshot read) {
        Snapshot now = snapshot;
        if (now != null && read.version() < now.version()) {
            return now;
        }
        if (now != null && read.version() == now.version() && now.active() && read.active()) {
            return now; // the same version: whoever holds it keeps its identity
        }
        if (now != null && read.record().equals(now.record())) {
            snapshot = now.at(read.version()); // only sealed anew: what the service said of it still holds
            return snapshot;
        }
        return set(read);
    }

    /** Publishes what a refresh of this process has stored: nothing is later than that. */
    synchronized Snapshot renewed(Snapshot next) {
        Snapshot now = snapshot;
        if (now != null && now.rejected()) {
            forced = true;
            forcedAt = ticker.getAsLong();
        }
        return set(next);
    }

    /** Takes over a store's word although it is older: the store was restored from a backup (F-P16). */
    synchronized Snapshot restored(Snapshot older) {
        return set(older);
    }

    private Snapshot set(Snapshot next) {
        snapshot = next;
        pause = null;
        return next;
    }

    /** Serves a version again that was refused once: nothing better can be had now. Null if it is no longer current. */
    public synchronized @Nullable Snapshot accept(Snapshot refused) {
        if (snapshot != refused) {
            return null;
        }
        Snapshot accepted = refused.acceptedCopy();
        snapshot = accepted;
        return accepted;
    }

    /** Puts a version in place of one that says less. */
    synchronized void replace(Snapshot before, Snapshot after) {
        if (snapshot == before) {
            snapshot = after;
        }
    }

    /** Forgets the credential: revoked, or replaced by another store's word. */
    synchronized void clear() {
        snapshot = null;
        pause = null;
    }

    /** Marks a version as refused by the service, once, and not again right after a refresh that this caused. */
    public synchronized void rejected(Snapshot refused) {
        Snapshot now = snapshot;
        boolean soonAgain = forced && ticker.getAsLong() - forcedAt < BETWEEN_REJECTIONS.toNanos();
        if (now != null && now.sameCredentialAs(refused) && now.active() && !now.rejected() && !soonAgain) {
            snapshot = now.rejectedCopy();
        }
    }

    /** Lets nobody try again for a while, and shares the failure. */
    synchronized void pause(Duration wait, ConnectionException failure) {
        pause = new Pause(ticker.getAsLong() + wait.toNanos(), failure);
    }

    /** Whether nobody may try now. */
    public synchronized boolean paused() {
        return pause != null && pause.until() - ticker.getAsLong() > 0;
    }

    /** The failure to share while nobody may try; null once somebody may. */
    synchronized @Nullable ConnectionException pausedFailure() {
        if (pause == null) {
            return null;
        }
        long left = pause.until() - ticker.getAsLong();
        if (left <= 0) {
            return null;
        }
        ConnectionException failure = pause.failure();
        return failure instanceof TransientConnectionException known ? again(known, Duration.ofNanos(left)) : failure;
    }

    private static ConnectionException again(TransientConnectionException failure, Duration left) {
        return new TransientConnectionException(
                        failure.code(), failure.problem(), left, failure.outcomeUnknown(), failure)
                .withError(failure.error(), failure.errorDescription(), failure.errorUri());
    }
}
