package dev.connections.internal.keep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.internal.json.Json;
import dev.connections.internal.record.Vault;
import dev.connections.internal.refresh.Failures;
import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals single records anew, by compare-and-set.
 *
 * <p>A credential is leased for it: a write ends whatever lease there is, so that without one a second refresh could send the
 * same refresh token while the first is under way. A refresh whose lease ran out, and which is overtaken here, writes on top
 * of the record: it still holds the credential that the refresh replaces.
 */
final class Resealing {
    private static final int TRIES = 5;
    private static final byte[] INTENT = "rewrap".getBytes(StandardCharsets.UTF_8);

    /** What became of a record. */
    enum Fate {
        /** Sealed by this call. */
        SEALED,
        /** There is nothing to do, or nothing any more. */
        DONE,
        /** Left as it is: a refresh has it, or may not be tried yet, or others write it all the time. */
        LEFT,
        /** Somebody else wrote or deleted it meanwhile. */
        MOVED
    }

    private final Vault vault;

    Resealing(Vault vault) {
        this.vault = vault;
    }

    /** Seals a record anew unless that was done already; one that moves meanwhile is read again. */
    Fate seal(Versioned listed, String currentKey) {
        Optional<Versioned> record = Optional.of(listed);
        for (int tried = 0; tried < TRIES; tried++) {
            if (record.isEmpty() || vault.upToDate(record.get(), currentKey)) {
                return Fate.DONE;
            }
            Fate fate = sealOnce(record.get());
            if (fate != Fate.MOVED) {
                return fate;
            }
            record = vault.store().find(listed.key());
        }
        return Fate.LEFT;
    }

    private Fate sealOnce(Versioned record) {
        if (record.attempt().filter(this::stops).isPresent()) {
            return Fate.LEFT;
        }
        Versioned next = vault.resealed(record); // before the lease: a key service may be slow
        if (next.index().equals(record.index())) {
            return Fate.DONE; // a name that looks like a hash
        }
        return record.key().kind() == Kind.CREDENTIAL ? leased(record, next) : write(record, next);
    }

    /** Reads once more: one deleted and created again has the same version, and was listed a while ago. */
    private Fate write(Versioned record, Versioned next) {
        boolean still = vault.store()
                .find(record.key())
                .filter(there -> same(there, record))
                .isPresent();
        return still && vault.store().write(next, record.version()) ? Fate.SEALED : Fate.MOVED;
    }

    private static boolean same(Versioned one, Versioned other) {
        return one.version() == other.version() && Arrays.equals(one.sealed(), other.sealed());
    }

    private Fate leased(Versioned record, Versioned next) {
        String owner = UUID.randomUUID().toString();
        LeaseResult lease = vault.store().lease(record.key(), record.version(), owner, INTENT);
        if (lease instanceof Held held) {
            return remembers(held) ? commitWithFailures(held) : commit(held, record, next);
        }
        return lease instanceof LeaseResult.Moved ? Fate.MOVED : Fate.LEFT;
    }

    private boolean stops(Attempt attempt) {
        Instant now = vault.store().now();
        return now.isBefore(attempt.leaseUntil()) || now.isBefore(attempt.nextAllowedAt());
    }

    private static Fate commit(Held held, Versioned record, Versioned next) {
        try (held) {
            return same(held.record(), record) && held.commit(next) ? Fate.SEALED : Fate.MOVED;
        }
    }

    /** Whether the attempt columns tell of a refresh that failed or never ended; a write clears them. */
    private static boolean remembers(Held held) {
        return held.previousIntent().isPresent()
                || held.record().attempt().flatMap(Attempt::failure).isPresent();
    }

    /** Takes what the attempt columns tell into the document, in the same write; puts it back where that fails. */
    private Fate commitWithFailures(Held held) {
        Fate fate = Fate.MOVED;
        try {
            Versioned next = vault.resealed(
                    held.record(), document -> failures(held, document).keepIn(document));
            if (held.renew() && held.commit(next)) { // a slow key service may have cost the lease
                fate = Fate.SEALED;
            }
            return fate;
        } finally {
            if (fate != Fate.SEALED) {
                held.backOff(Duration.ZERO, failures(held, Json.object()).bytes());
            }
        }
    }

    private static Failures failures(Held held, ObjectNode document) {
        Failures failures = Failures.of(held.record().attempt(), document);
        return held.previousIntent().isEmpty() ? failures : failures.unfinished();
    }
}
