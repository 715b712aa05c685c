package dev.connections.internal.event;

import dev.connections.ConnectionException;
import dev.connections.internal.record.AuditRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.Vault;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends what was done to the store. A record that cannot be written does not undo what was done: it is reported. Routine
 * (a refresh and its failures) is told to listeners only.
 */
final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.audit");
    private static final Set<String> ROUTINE = Set.of("refreshed", "refresh_failed", "unsaved", "saved_late");

    private final Vault vault;
    private final AtomicLong written = new AtomicLong();

    AuditTrail(Vault vault) {
        this.vault = vault;
    }

    void append(Concern concern, AuditRecord record) {
        if (ROUTINE.contains(record.code())) {
            return;
        }
        try {
            boolean unused =
                    vault.create(AuditRecord.TYPE, concern.tenant(), record.newId(written.incrementAndGet()), record);
        } catch (ConnectionException e) {
            LOG.atWarn()
                    .addKeyValue("code", record.code())
                    .addKeyValue("link_name", concern.key().linkName())
                    .addKeyValue("failure", e.code())
                    .log("an audit record was not written");
        }
    }
}
