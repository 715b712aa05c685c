package dev.connections.internal.flow;

import dev.connections.Account;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Service;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Saved accounts. */
public final class Accounts {
    private Accounts() {}

    /** Finds the record of an account that a caller holds; it may be ended since, or be of the caller's own making. */
    public static Optional<AccountRecord> find(Kernel kernel, String tenant, Account held) {
        try {
            var key = new ConnectionStore.Key(tenant, Kind.ACCOUNT, held.id());
            return find(kernel.vault(), tenant, key.id());
        } catch (IllegalArgumentException e) { // an id that no record can have
            return Optional.empty();
        }
    }

    /** Finds a saved account. */
    public static Optional<AccountRecord> find(Vault vault, String tenant, String id) {
        return vault.find(AccountRecord.TYPE, tenant, id).map(Stored::value);
    }

    /** What somebody is told who names an account that is not saved. */
    public static ConnectionConfigurationException unknown() {
        return new ConnectionConfigurationException(
                "account_unknown",
                "the account is not saved here any more; choose one of connections.accounts(service)",
                null);
    }

    /** Returns the saved accounts of a service, used or not, the oldest first. */
    public static List<AccountRecord> of(Kernel kernel, String tenant, Service<?> service) {
        Query query = Query.of(tenant, Kind.ACCOUNT).withEqual(Index.SERVICE, service.linkName());
        return kernel.vault().list(AccountRecord.TYPE, query).stream()
                .map(Stored::value)
                .sorted(Comparator.comparing(AccountRecord::createdAt).thenComparing(AccountRecord::id))
                .toList();
    }
}
