package dev.connections.testing;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.testing.KillNineLedger.Entry;
import dev.connections.testing.KillNineLedger.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Compares a store with what its killed users said. */
final class KillNineCheck {
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(30); // ten times what it may last
    private static final long ASK_EVERY = Duration.ofMillis(50).toNanos();

    private final Map<Promise, List<String>> broken = new EnumMap<>(Promise.class);

    /** What may be broken. */
    enum Promise {
        /** An acknowledged version is there. */
        KEPT,
        /** A record is one that was written, in all its parts. */
        WHOLE,
        /** Lists and single reads agree. */
        LISTED,
        /** What was deleted stays so. */
        DELETED,
        /** A lease can be had after its owner's death. */
        FREED,
        /** And tells what the owner was about to do. */
        INTENT,
        /** And has a greater number. */
        FENCE
    }

    List<String> broken(Promise promise) {
        return broken.getOrDefault(promise, List.of());
    }

    private void add(Promise promise, String what) {
        broken.computeIfAbsent(promise, each -> new ArrayList<>()).add(what);
    }

    /** Looks at the records of one process. */
    void records(ConnectionStore store, KillNineLedger ledger) {
        Set<String> listed = listed(store);
        for (Entry entry : ledger.entries()) {
            Optional<Versioned> found = store.find(KillNineRecords.key(entry.id()));
            version(entry, found.map(Versioned::version).orElse(0L));
            found.filter(record -> !KillNineRecords.whole(record))
                    .ifPresent(record -> add(Promise.WHOLE, entry + " is there with other contents"));
            if (found.isPresent() != listed.contains(entry.id())) {
                add(Promise.LISTED, entry + " is " + (found.isPresent() ? "found, not listed" : "listed, not found"));
            }
        }
    }

    private static Set<String> listed(ConnectionStore store) {
        Set<String> ids = new HashSet<>();
        Query query = KillNineRecords.all();
        List<Versioned> page = store.list(query);
        while (!page.isEmpty()) {
            page.forEach(record -> ids.add(record.key().id()));
            page = store.list(query.withAfter(page.get(page.size() - 1).key().id()));
        }
        return ids;
    }

    private void version(Entry entry, long found) {
        if (entry.step() == Step.DELETED) {
            if (found != 0) {
                add(Promise.DELETED, entry + " is there with version " + found);
            }
            return;
        }
        boolean fits = found == entry.version()
                || (found == entry.version() + 1 && entry.mayBeNewer())
                || (found == 0 && entry.step() == Step.DELETING);
        if (!fits) {
            add(Promise.KEPT, entry + " is there with version " + found);
        }
    }

    /** Takes over the leases of one process; nobody else uses its records. */
    void leases(ConnectionStore store, KillNineLedger ledger) {
        for (Entry entry : ledger.entries()) {
            store.find(KillNineRecords.key(entry.id())).ifPresent(record -> lease(store, entry, record));
        }
    }

    private void lease(ConnectionStore store, Entry entry, Versioned record) {
        LeaseResult result = awaited(store, entry, record);
        if (!(result instanceof Held held)) {
            add(Promise.FREED, entry + " cannot be leased: " + result.getClass().getSimpleName());
            return;
        }
        if (held.fence() <= entry.fence()) {
            add(Promise.FENCE, entry + " has fence " + held.fence());
        }
        intent(entry, record, held.previousIntent());
        held.close();
    }

    /** A lease is asked for again only where its owner may have died with it. */
    private static LeaseResult awaited(ConnectionStore store, Entry entry, Versioned record) {
        long deadline = System.nanoTime() + LONGEST_LEASE.toNanos();
        boolean mayBeBusy = entry.step() != Step.RESTING;
        while (true) {
            LeaseResult result = store.lease(record.key(), record.version(), "successor", new byte[] {1});
            if (!(result instanceof LeaseResult.Busy) || !mayBeBusy || System.nanoTime() > deadline) {
                return result;
            }
            LockSupport.parkNanos(ASK_EVERY);
        }
    }

    private void intent(Entry entry, Versioned record, Optional<byte[]> found) {
        byte[] expected = KillNineRecords.intent(entry.id(), entry.version());
        boolean there = found.filter(intent -> Arrays.equals(intent, expected)).isPresent();
        boolean must = entry.step() == Step.HOLDING;
        boolean may = must || (entry.step() != Step.RESTING && record.version() == entry.version());
        if (must && !there) {
            add(Promise.INTENT, entry + " was leased, and its intent is gone");
        }
        if (found.isPresent() && !(may && there)) {
            add(Promise.INTENT, entry + " has an intent that is not its own");
        }
    }
}
