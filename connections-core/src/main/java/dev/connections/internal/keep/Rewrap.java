package dev.connections.internal.keep;

import dev.connections.ConnectionStoreException;
import dev.connections.internal.keep.Resealing.Fate;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals the records of all tenants anew, some at each call, until all are sealed with the current key and hold their names in
 * the form that is wanted (RELIABILITY §5.7). Where a call ended, the next one of this process goes on; a process that starts
 * again looks at all records again. Thread-safe: calls that meet, here or on several nodes, share the work by compare-and-set.
 */
public final class Rewrap {
    private static final int MOST_REPORTED = 1_000;

    private final Vault vault;
    private final Report report;
    private final Resealing resealing;
    private final Set<ConnectionStore.Key> reported = ConcurrentHashMap.newKeySet();
    private volatile Place place = Place.START;
    private volatile long reportedLeft;

    /** Seals what this vault holds. */
    public Rewrap(Vault vault) {
        this(vault, Report.LOGGED);
    }

    Rewrap(Vault vault, Report report) {
        this.vault = vault;
        this.report = report;
        this.resealing = new Resealing(vault);
    }

    /**
     * Seals the next records.
     *
     * @param limit the most to seal
     * @return how many were sealed; 0 if all records were looked at, and none could be
     */
    public int seal(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("rewrap seals one record or more, not " + limit);
        }
        Place from = place;
        int sealed = pass(from, limit);
        return sealed > 0 || from.equals(Place.START) ? sealed : pass(Place.START, limit);
    }

    private int pass(Place from, int limit) {
        var walk = new Walk(vault.store(), from);
        var key = new CurrentKey(vault);
        int sealed = 0;
        long left = 0;
        while (sealed < limit) {
            Optional<Versioned> record = walk.next();
            if (record.isEmpty()) {
                place = Place.START;
                tellLeft(from, sealed, left);
                return sealed;
            }
            Fate fate = seal(record.get(), key);
            sealed += fate == Fate.SEALED ? 1 : 0;
            left += fate == Fate.LEFT ? 1 : 0;
        }
        place = walk.place();
        return sealed;
    }

    /** One record that cannot be read must not stop the others: it is left as it is, and reported once. */
    private Fate seal(Versioned record, CurrentKey key) {
        try {
            return resealing.seal(record, key.of(record.key().tenant()));
        } catch (ConnectionStoreException e) {
            if (!Vault.unreadable(e)) {
                throw e;
            }
            if (reported.size() < MOST_REPORTED && reported.add(record.key())) {
                report.unreadable(record.key(), e.code());
            }
            return Fate.LEFT;
        }
    }

    private void tellLeft(Place from, int sealed, long left) {
        boolean whole = from.equals(Place.START) && sealed == 0;
        if (whole && left > 0 && left != reportedLeft) {
            report.left(left);
        }
        reportedLeft = whole ? left : reportedLeft;
    }

    /** The key that records of a tenant are sealed with, asked for once in a row. Confined to one call. */
    private static final class CurrentKey {
        private final Vault vault;
        private String tenant = "";
        private String keyId = "";

        CurrentKey(Vault vault) {
            this.vault = vault;
        }

        String of(String next) {
            if (!next.equals(tenant)) {
                keyId = vault.currentKey(next);
                tenant = next;
            }
            return keyId;
        }
    }
}
