package dev.connections.internal.manage;

import dev.connections.Account;
import dev.connections.DefinedConnection;
import dev.connections.internal.flow.Ending;
import dev.connections.internal.flow.Scene;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.PrimaryRecord;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes a connection: first what points to it, at last its definition, so that a crash in between leaves a connection that
 * can be deleted again. Confined to one call.
 */
public final class Deleting {
    private final Administered of;
    private final Vault vault;
    private final List<Account> forgotten = new ArrayList<>();
    private int authorizations;

    /** Deletes a connection. */
    public Deleting(Administered of) {
        this.of = of;
        this.vault = of.kernel().vault();
    }

    /** Deletes it unless something refers to it. */
    public DefinedConnection.Deletion delete() {
        of.kernel().slots().refuseClosed();
        var references = new References(of);
        references.refuseIfUsed(references.all(), "deleted", "remove these references first");
        endAuthorizations();
        removePending();
        removePrimaries();
        boolean there = vault.store()
                .take(new ConnectionStore.Key(of.tenant(), Kind.DEFINITION, of.linkName()))
                .isPresent();
        of.kernel().slots().deleted(of.tenant(), of.linkName());
        endAuthorizations(); // one that a callback saved meanwhile
        vault.forEach(of.recordsOf(Kind.REFERENCE), reference -> vault.store().take(reference.key())); // and a place
        if (there) {
            of.tell("deleted", Map.of("authorizations", Integer.toString(authorizations)));
        }
        return new Deleted(authorizations, List.copyOf(forgotten), of.linkName());
    }

    private void endAuthorizations() {
        vault.list(AuthorizationRecord.TYPE, of.recordsOf(Kind.AUTHORIZATION)).forEach(this::end);
    }

    private void end(Stored<AuthorizationRecord> stored) {
        AuthorizationRecord authorization = stored.value();
        Optional<Stored<AccountRecord>> account =
                vault.findReadable(AccountRecord.TYPE, of.tenant(), authorization.accountId());
        var scene = new Scene(of.kernel(), of.defined(), authorization.key(), Purpose.AUTHORIZE, of.actor());
        boolean livesOn = new Ending(scene).revoke().accountLivesOn();
        authorizations++;
        account.filter(record -> !livesOn).map(Stored::value).ifPresent(forgotten::add);
    }

    private void removePending() {
        List<Versioned> page;
        do {
            page = vault.store().list(of.recordsOf(Kind.PENDING));
            page.forEach(flow -> vault.store().take(flow.key()));
        } while (!page.isEmpty());
    }

    private void removePrimaries() {
        PrimaryRecord.ids(of.linkName())
                .forEach(id -> vault.store().take(new ConnectionStore.Key(of.tenant(), Kind.META, id)));
    }

    private record Deleted(int authorizations, List<Account> forgotten, String orphanedConnector)
            implements DefinedConnection.Deletion {}
}
