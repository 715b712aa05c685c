package dev.connections.internal.refresh;

import dev.connections.AuthorizationStatus;
import dev.connections.internal.event.Events;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.internal.refresh.Successor.Fate;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renewed credentials whose store, or whose keys, failed after the service had answered (F-P14): kept in memory, served to
 * this process, and written as soon as the store is back. Thread-safe.
 */
final class Unsaved {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Vault vault;
    private final Workers workers;
    private final Events events;
    private final Spilled spilled;
    private final ConcurrentHashMap<Cell, Successor> waiting = new ConcurrentHashMap<>();

    Unsaved(Vault vault, Workers workers, Refreshes.Outlets outlets) {
        this.vault = vault;
        this.workers = workers;
        this.events = outlets.events();
        this.spilled = new Spilled(outlets.spill(), vault, workers);
        spilled.replay();
    }

    /** Writes a renewed credential, trying a few times: the one it replaces is no longer good. Keeps what it cannot write. */
    Fate commit(Held held, Cell cell, Successor successor) {
        Duration pause = FIRST_PAUSE;
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                Versioned sealed = vault.next(CredentialRecord.TYPE, successor.before(), successor.next());
                return held.commit(sealed) || replaced(successor) ? Fate.SAVED : Fate.LOST;
            } catch (RuntimeException e) { // whatever a stranger's store or key service throws
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2);
            }
        }
        waiting.put(cell, successor);
        spilled.keep(successor);
        tell("unsaved", cell, successor);
        workers.later(AGAIN, () -> tryAgain(cell));
        return Fate.UNSAVED;
    }

    /** Whether what is current for a cell is not yet stored. */
    boolean waitsFor(Cell cell) {
        return waiting.containsKey(cell);
    }

    /** Whether a write whose end we did not see has arrived, or can be made: the record was only sealed anew meanwhile. */
    private boolean replaced(Successor successor) {
        Stored<CredentialRecord> before = successor.before();
        return vault.replace(CredentialRecord.TYPE, before.key(), before.value(), successor.next());
    }

    private void tryAgain(Cell cell) {
        try {
            saveFirst(cell);
        } catch (RuntimeException e) { // whatever a stranger's store or key service throws
            workers.later(AGAIN, () -> tryAgain(cell));
        }
    }

    /** Writes what waits for a cell; a failing store is the caller's failure: an older credential must not be used. */
    void saveFirst(Cell cell) {
        Successor successor = waiting.get(cell);
        if (successor == null) {
            return;
        }
        boolean saved = saved(successor);
        waiting.remove(cell, successor);
        spilled.drop(successor);
        if (saved) {
            tell("saved_late", cell, successor);
        } else {
            LOG.atWarn().addKeyValue("credential", cell.id()).log("an unsaved credential was replaced by a newer one");
        }
    }

    private boolean saved(Successor successor) {
        if (replaced(successor)) {
            return true;
        }
        ConnectionStore.Key key = successor.before().key();
        // Another process may have spent the old token meanwhile and given up on it: ours is the one that works.
        Optional<Stored<CredentialRecord>> there = vault.find(CredentialRecord.TYPE, key.tenant(), key.id());
        return there.filter(stored -> stored.value().state().status() == AuthorizationStatus.REAUTHORIZATION_REQUIRED)
                .filter(stored -> vault.update(CredentialRecord.TYPE, stored, successor.next()))
                .isPresent();
    }

    private void tell(String code, Cell cell, Successor successor) {
        events.happened(
                new Concern(cell.tenant(), successor.where()), code, Trail.SYSTEM, Map.of("token", cell.token()));
    }

    /** Writes what still waits; what cannot be written is reported. */
    void close() {
        waiting.keySet().forEach(cell -> {
            try {
                saveFirst(cell);
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("credential", cell.id())
                        .addKeyValue("failure", e.getClass().getName())
                        .log("a renewed credential was not stored; unless it is spilled, its connection must be"
                                + " authorized again");
            }
        });
    }
}
