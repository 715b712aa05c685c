package dev.connections.internal.refresh;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionStoreException;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Spill;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renewed credentials that outlive the process that could not store them (F-P14). Thread-safe. */
final class Spilled {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Spill spill;
    private final Vault vault;
    private final Workers workers;

    Spilled(Spill spill, Vault vault, Workers workers) {
        this.spill = spill;
        this.vault = vault;
        this.workers = workers;
    }

    /** Puts a renewed credential where the next process finds it; it stays in memory too. */
    void keep(Successor successor) {
        try {
            spill.put(vault.next(CredentialRecord.TYPE, successor.before(), successor.next()));
        } catch (RuntimeException e) { // neither disk nor keys must end a refresh that succeeded
            LOG.atWarn()
                    .addKeyValue("credential", successor.before().key().id())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a renewed credential could not be spilled; it lives in memory only");
        }
    }

    /** Forgets what is stored, or was replaced. */
    void drop(Successor successor) {
        spill.remove(successor.before().key(), successor.version());
    }

    /** Stores what an earlier process left; as long as the store fails it stays where it is, and is tried again. */
    void replay() {
        boolean allDone = true;
        for (Versioned record : spill.all()) {
            allDone &= replayed(record);
        }
        if (!allDone) {
            workers.later(AGAIN, this::replay);
        }
    }

    private boolean replayed(Versioned record) {
        ConnectionStore.Key key = record.key();
        try {
            boolean stored =
                    stored(key, vault.open(CredentialRecord.TYPE, record).value());
            spill.remove(key, record.version());
            LOG.atWarn()
                    .addKeyValue("credential", key.id())
                    .log(
                            stored
                                    ? "a spilled credential was stored"
                                    : "a spilled credential was replaced by a newer one");
            return true;
        } catch (ConnectionStoreException e) {
            boolean forGood = Vault.unreadable(e); // a key may come back with the next start
            LOG.atWarn()
                    .addKeyValue("credential", key.id())
                    .addKeyValue("code", e.code())
                    .log("still spilled");
            return forGood;
        }
    }

    private boolean stored(ConnectionStore.Key key, CredentialRecord spilled) {
        while (true) {
            Optional<Stored<CredentialRecord>> there = vault.find(CredentialRecord.TYPE, key.tenant(), key.id());
            if (there.isEmpty() || !older(there.get().value(), spilled)) {
                return there.filter(stored -> stored.value().equals(spilled)).isPresent();
            }
            if (vault.update(CredentialRecord.TYPE, there.get(), spilled)) {
                return true;
            }
        }
    }

    /** Whether the spilled credential is the one that works: obtained later, or the other one was given up meanwhile. */
    private static boolean older(CredentialRecord there, CredentialRecord spilled) {
        return there.state().status() == AuthorizationStatus.REAUTHORIZATION_REQUIRED
                || there.obtainedAt().isBefore(spilled.obtainedAt());
    }
}
