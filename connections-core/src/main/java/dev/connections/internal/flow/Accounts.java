package dev.connections.internal.flow;

import dev.connections.Service;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.Stored;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Comparator;
import java.util.List;

/** Saved accounts. */
public final class Accounts {
    private Accounts() {}

    /** Returns the saved accounts of a service, used or not, the oldest first. */
    public static List<AccountRecord> of(Kernel kernel, String tenant, Service<?> service) {
        Query query = Query.of(tenant, Kind.ACCOUNT).withEqual(Index.SERVICE, service.linkName());
        return kernel.vault().list(AccountRecord.TYPE, query).stream()
                .map(Stored::value)
                .sorted(Comparator.comparing(AccountRecord::createdAt).thenComparing(AccountRecord::id))
                .toList();
    }
}
