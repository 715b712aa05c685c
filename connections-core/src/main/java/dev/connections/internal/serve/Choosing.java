package dev.connections.internal.serve;

import dev.connections.Choice;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.refresh.Cell;
import dev.connections.internal.refresh.Snapshot;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.StrategyContext.Grant;
import java.util.List;

/**
 * Lets a person choose which of the places that an account reaches its requests name. What is asked of the service is asked anew
 * each time, so that nothing of it is kept, and the choice is one write of the account: every node serves it. Confined to one call.
 */
public final class Choosing {
    private final Kernel kernel;
    private final Slot slot;

    /** Chooses for the account of a connection. */
    public Choosing(Kernel kernel, Slot slot) {
        this.kernel = kernel;
        this.slot = slot;
    }

    /** Returns the places there are. */
    public List<Choice> choices() {
        return choices(opened());
    }

    /** Chooses one; returns the account as it is then. */
    public AccountRecord choose(String id) {
        Opened<?> opened = opened();
        refuseForeign(opened.use().account());
        Choice chosen = choices(opened).stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(Choosing::unknown);
        AccountRecord account = opened.use().account();
        var place = new LastWord.Place(slot.defined().tenant(), account.id());
        AccountRecord after = LastWord.put(
                kernel.vault(),
                AccountRecord.TYPE,
                place,
                before -> opened.choosing(before.orElseThrow(Serving::notAuthorized), chosen));
        tellUsers(account);
        return after;
    }

    /** A subject may use the organisation's account, but its choice would be everybody's. */
    private void refuseForeign(AccountRecord account) {
        if (!slot.key().owns(account)) {
            throw new ConnectionSecurityException(
                    "account_of_another_subject",
                    "it uses the account \"" + account.name()
                            + "\", which is not this subject's own; nothing was changed."
                            + " Use an own one with linkNewAccount(), or have it chosen where the account belongs",
                    null);
        }
    }

    /** All connections here that use the account; those of other nodes notice by themselves. */
    private void tellUsers(AccountRecord account) {
        String tenant = slot.defined().tenant();
        Query users = Query.of(tenant, Kind.AUTHORIZATION).withEqual(Index.ACCOUNT, account.id());
        kernel.vault()
                .list(AuthorizationRecord.TYPE, users)
                .forEach(user -> kernel.slots().changed(tenant, user.value().key()));
    }

    private Opened<?> opened() {
        slot.defined().refuseUnusable();
        String tenant = slot.defined().tenant();
        AuthorizationRecord authorization = kernel.vault()
                .find(AuthorizationRecord.TYPE, tenant, slot.key().id())
                .map(Stored::value)
                .orElseThrow(Serving::notAuthorized);
        AccountRecord account = kernel.vault()
                .find(AccountRecord.TYPE, tenant, authorization.accountId())
                .map(Stored::value)
                .orElseThrow(Serving::notAuthorized);
        return Opened.of(kernel, new Opened.Use(slot.defined().value(), authorization, account));
    }

    private List<Choice> choices(Opened<?> opened) {
        return opened.choices(current(opened));
    }

    /** Its credential, renewed if it is stale: nothing is applied, since no request can be made before the choice. */
    private Snapshot current(Opened<?> opened) {
        String tenant = slot.defined().tenant();
        String account = opened.use().account().id();
        Stored<CredentialRecord> stored = kernel.vault()
                .find(CredentialRecord.TYPE, tenant, CredentialRecord.id(account, Grant.DEFAULT_TOKEN))
                .orElseThrow(Serving::notAuthorized);
        Cell cell = kernel.refreshes().cell(tenant, account, Grant.DEFAULT_TOKEN);
        Snapshot snapshot =
                Serving.usable(kernel.refreshes().publish(cell, opened.strategy(), stored.value(), stored.version()));
        boolean stale = opened.refreshable() && kernel.clock().millis() >= snapshot.refreshAt();
        return stale ? Serving.usable(kernel.refreshes().now(opened.order(cell))) : snapshot;
    }

    private static ConnectionConfigurationException unknown() {
        return new ConnectionConfigurationException(
                "choice_unknown",
                "the account does not reach the place that was chosen; list those it reaches with choices() and take one",
                null);
    }
}
