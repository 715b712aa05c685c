package dev.connections.internal.serve;

import dev.connections.ConnectionException;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.RecordType;
import dev.connections.internal.record.Stored;
import dev.connections.internal.refresh.Cell;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares in the background what a slot serves with the store: other processes switch, revoke, disable, delete and edit
 * (RULES F12). While the store is down everybody goes on with what they have.
 */
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.serve");

    private final Kernel kernel;
    private final Slot slot;

    private Comparison(Kernel kernel, Slot slot) {
        this.kernel = kernel;
        this.slot = slot;
    }

    /** Starts a comparison if the last one is long ago. */
    static void startIfDue(Kernel kernel, Slot slot, long now) {
        if (!slot.comparing().claim(now)) {
            return;
        }
        try {
            kernel.workers().execute(() -> new Comparison(kernel, slot).run(now));
        } catch (RejectedExecutionException | IllegalStateException full) {
            LOG.atDebug().addKeyValue("link_name", slot.key().linkName()).log("no worker took a comparison");
        }
    }

    private void run(long now) {
        try {
            if (slot.defined().comparing().claim(now)) {
                Definitions.compare(kernel, slot.defined());
            }
            Ready ready = slot.last();
            if (ready != null) {
                compare(ready);
            }
        } catch (ConnectionException | IllegalStateException e) { // closed meanwhile, or the store is down
            LOG.atDebug()
                    .addKeyValue("link_name", slot.key().linkName())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a comparison with the store failed; what is known stays in use");
        }
    }

    private void compare(Ready ready) {
        Opened.Use use = ready.source().opened().use();
        boolean same = find(AuthorizationRecord.TYPE, slot.key().id()).equals(Optional.of(use.authorization()))
                && find(AccountRecord.TYPE, use.account().id()).equals(Optional.of(use.account()));
        if (!same) {
            slot.clear();
            Serving.reload(kernel, slot);
            return;
        }
        compareCredential(ready);
    }

    private <T> Optional<T> find(RecordType<T> type, String id) {
        return kernel.vault().find(type, slot.defined().tenant(), id).map(Stored::value);
    }

    private void compareCredential(Ready ready) {
        Cell cell = ready.source().cell();
        Optional<Stored<CredentialRecord>> stored = kernel.vault()
                .find(
                        CredentialRecord.TYPE,
                        cell.tenant(),
                        CredentialRecord.id(
                                ready.source().opened().use().account().id(), slot.token()));
        if (stored.isEmpty()) {
            kernel.refreshes().forget(cell);
            slot.clear();
            return;
        }
        kernel.refreshes().compare(cell, ready.source().opened().strategy(), stored.get());
    }
}
