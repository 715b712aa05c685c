package dev.connections.internal.refresh;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionStoreException;
import dev.connections.internal.event.Events;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.internal.refresh.Successor.Fate;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.util.Arrays;
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
    private final ConcurrentHashMap<Cell, Successor> waiting = new ConcurrentHashMap<>();

    Unsaved(Vault vault, Workers workers, Events events) {
        this.vault = vault;
        this.workers = workers;
        this.events = events;
    }

    /** Writes a renewed credential, trying a few times: the one it replaces is no longer good. Keeps what it cannot write. */
    Fate commit(Held held, Cell cell, Successor successor) {
        Duration pause = FIRST_PAUSE;
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                Versioned sealed = vault.next(CredentialRecord.TYPE, successor.before(), successor.next());
                return held.commit(sealed) || arrived(sealed) ? Fate.SAVED : Fate.LOST;
            } catch (RuntimeException e) { // whatever a stranger's store or key service throws
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2);
            }
        }
        waiting.put(cell, successor);
        tell("unsaved", cell, successor);
        workers.later(AGAIN, () -> tryAgain(cell));
        return Fate.UNSAVED;
    }

    /** Whether what is current for a cell is not yet stored. */
    boolean waitsFor(Cell cell) {
        return waiting.containsKey(cell);
    }

    /** Whether a write whose end we did not see has arrived after all. */
    private boolean arrived(Versioned sealed) {
        return vault.store()
                .find(sealed.key())
                .filter(there -> there.version() == sealed.version())
                .filter(there -> Arrays.equals(there.sealed(), sealed.sealed()))
                .isPresent();
    }

    private void tryAgain(Cell cell) {
        try {
            saveFirst(cell);
        } catch (ConnectionStoreException e) {
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
        if (saved) {
            tell("saved_late", cell, successor);
        } else {
            LOG.atWarn().addKeyValue("credential", cell.id()).log("an unsaved credential was replaced by a newer one");
        }
    }

    private boolean saved(Successor successor) {
        Versioned sealed = vault.next(CredentialRecord.TYPE, successor.before(), successor.next());
        if (vault.store().write(sealed, successor.before().version()) || arrived(sealed)) {
            return true;
        }
        // Another process may have spent the old token meanwhile and given up on it: ours is the one that works.
        Optional<Stored<CredentialRecord>> there = vault.find(
                CredentialRecord.TYPE, sealed.key().tenant(), sealed.key().id());
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
            } catch (ConnectionStoreException e) {
                LOG.atWarn()
                        .addKeyValue("credential", cell.id())
                        .addKeyValue("code", e.code())
                        .log("a renewed credential was never saved; its connection must be authorized again");
            }
        });
    }
}
