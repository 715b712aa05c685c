package dev.connections.internal.refresh;

import dev.connections.AuthorizationStatus.Reason;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionStoreException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.Parts;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.Credential;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One refresh of one credential, steps S1 to S8 of RELIABILITY §5.1. Runs on a worker, once. */
final class RefreshRun<C extends Credential> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");
    private static final Duration HEARTBEAT = Duration.ofMillis(750);
    private static final Duration HARD_STOP = Duration.ofSeconds(15);
    private static final Duration BUSY_LIMIT = Duration.ofSeconds(20);
    private static final Duration UNSTORED_PAUSE = Duration.ofSeconds(5);
    private static final long BUSY_SHORTEST_MS = 25;
    private static final long BUSY_LONGEST_MS = 250;
    private static final long PAUSE_SHORTEST_MS = 500;
    private static final long PAUSE_LONGEST_MS = 1_000;

    private final Refreshes engine;
    private final RefreshOrder<C> order;
    private final Refresher<C> refresher;
    private final Errand<C> errand;
    private final Vault vault;
    private volatile long leasedAt; // waiting for the lease is no time under it

    RefreshRun(Refreshes engine, RefreshOrder<C> order) {
        this(engine, order, new Errand.Renewal<>(engine, order));
    }

    RefreshRun(Refreshes engine, RefreshOrder<C> order, Errand<C> errand) {
        this.engine = engine;
        this.order = order;
        this.refresher = order.strategy().refresher().orElseThrow();
        this.errand = errand;
        this.vault = engine.vault();
    }

    /** Returns the version that is current after the refresh; a state other than ACTIVE is an answer too. */
    Snapshot run() {
        engine.unsaved().saveFirst(order.cell());
        Snapshot seen = order.cell().current();
        long deadline = System.nanoTime() + BUSY_LIMIT.toNanos();
        while (seen == null || errand.due(seen)) {
            Stored<CredentialRecord> stored = read();
            if (seen == null || stored.version() != seen.version() || !active(stored)) {
                seen = adopted(seen, stored); // another process was here; what it left may be due again
            } else {
                Snapshot ended = attempt(stored);
                if (ended != null) {
                    return ended;
                }
                waitForOther(deadline);
            }
        }
        return seen; // also where a flight landed after the caller judged and before it asked
    }

    private Snapshot adopted(@Nullable Snapshot seen, Stored<CredentialRecord> stored) {
        return seen != null && stored.version() < seen.version()
                ? engine.restored(order.cell(), order.strategy(), stored.value(), stored.version())
                : publish(stored);
    }

    /** Refreshes if the lease can be had; null if the record is to be read again. */
    private @Nullable Snapshot attempt(Stored<CredentialRecord> stored) {
        String owner = UUID.randomUUID().toString();
        LeaseResult result = vault.store().lease(stored.key(), stored.version(), owner, intent());
        if (result instanceof Held held) {
            leasedAt = System.nanoTime();
            return under(held);
        }
        if (result instanceof LeaseResult.BackedOff backedOff) {
            throw backedOff(backedOff);
        }
        return null;
    }

    private Stored<CredentialRecord> read() {
        return vault.find(
                        CredentialRecord.TYPE,
                        order.cell().tenant(),
                        order.cell().id())
                .orElseThrow(this::gone);
    }

    private static boolean active(Stored<CredentialRecord> stored) {
        return stored.value().state().equals(State.ACTIVE);
    }

    private Snapshot publish(Stored<CredentialRecord> stored) {
        return engine.publish(order.cell(), order.strategy(), stored.value(), stored.version());
    }

    private byte[] intent() {
        return ("refresh " + engine.clock().instant()).getBytes(StandardCharsets.UTF_8);
    }

    /** Another process refreshes: its record is looked at again until it has moved. */
    private static void waitForOther(long deadline) {
        if (System.nanoTime() > deadline) {
            throw new TransientConnectionException(
                    "refresh_busy",
                    "another process is refreshing the credential and has not finished; try again",
                    Duration.ofSeconds(1),
                    true,
                    null);
        }
        Jitter.park(BUSY_SHORTEST_MS, BUSY_LONGEST_MS);
    }

    /**
     * Refreshes under a lease. It ends by commit or back-off, is released where nothing was sent, and is left to run out
     * with its intent where an answer could not be saved: that is what tells the others.
     */
    private Snapshot under(Held held) {
        Stored<CredentialRecord> before;
        C current;
        try {
            before = vault.open(CredentialRecord.TYPE, held.record());
            current = read(before.value().parts());
        } catch (RuntimeException unreadable) {
            if (held.previousIntent().isEmpty()) { // else it runs out: closed, nobody would know of the try before
                held.close();
            }
            throw unreadable;
        }
        Failures failures = failuresBefore(held, before, current);
        Outcome<C> outcome = permitted(held, before.value(), current);
        if (outcome instanceof Outcome.Renewed<C> renewed) {
            return errand.end(held, before, current, renewed);
        }
        if (outcome instanceof Outcome.Rejected<C> rejected) {
            return rejected(held, before, rejected, failures.outcomeUnknown());
        }
        if (outcome instanceof Outcome.Failed<C> failed) {
            throw failed(held, failures, told(before.value(), failed));
        }
        throw new IllegalStateException("an outcome of no known kind");
    }

    private Failures failuresBefore(Held held, Stored<CredentialRecord> before, C current) {
        Failures failures = Failures.of(before.attempt(), before.document());
        if (!refresher.rotates(current)) {
            return new Failures(failures.count(), false, failures.code()); // repeatable: nothing can have been lost
        }
        if (held.previousIntent().isEmpty()) {
            return failures;
        }
        Jitter.park(PAUSE_SHORTEST_MS, PAUSE_LONGEST_MS); // an almost finished original may still end (§5.2, step 4)
        return failures.unfinished();
    }

    private C read(Parts parts) {
        return order.strategy().codec().read(parts.version(), parts.values());
    }

    private Optional<Minting> minting(CredentialRecord record) {
        var service = order.definition().service();
        return service.limits().map(limits -> new Minting(service.name(), limits, record.minted()));
    }

    /** Asks the service, unless it is known to refuse: a request too many may cost what works now. */
    private Outcome<C> permitted(Held held, CredentialRecord record, C current) {
        Instant now = engine.clock().instant();
        return minting(record)
                .filter(minting -> minting.exhausted(now))
                .<Outcome<C>>map(minting -> new Outcome.Failed<>(minting.refusal(now), false))
                .orElseGet(() -> send(held, current));
    }

    private Outcome.Failed<C> told(CredentialRecord record, Outcome.Failed<C> failed) {
        ConnectionException failure = minting(record)
                .map(minting -> minting.told(failed.failure(), engine.clock().instant()))
                .orElse(failed.failure());
        return new Outcome.Failed<>(failure, failed.outcomeUnknown());
    }

    private Outcome<C> send(Held held, C current) {
        if (!held.renew()) { // a paused process may have lost its lease meanwhile (F-P9)
            return new Outcome.Failed<>(
                    new TransientConnectionException(
                            "refresh_busy",
                            "the lease was lost before the request was sent; try again",
                            Duration.ZERO,
                            false,
                            null),
                    false);
        }
        Future<?> heartbeat = engine.workers().every(HEARTBEAT, () -> keepAlive(held));
        try {
            return errand.send(current, order.context());
        } catch (ConnectionException e) {
            return new Outcome.Failed<>(e, e instanceof TransientConnectionException known && known.outcomeUnknown());
        } catch (RuntimeException | Error e) {
            return new Outcome.Failed<>(broken(e), true);
        } finally {
            heartbeat.cancel(false);
        }
    }

    /** Extends the lease, at most until the hard stop; a store that fails once may answer the next time. */
    private void keepAlive(Held held) {
        try {
            if (System.nanoTime() - leasedAt < HARD_STOP.toNanos()) {
                held.renew();
            }
        } catch (ConnectionStoreException e) {
            LOG.atDebug().addKeyValue("code", e.code()).log("a lease was not renewed");
        }
    }

    private ConnectionProtocolException broken(Throwable e) {
        return new ConnectionProtocolException( // no cause: a stranger's text may hold a token
                "strategy_failed",
                "the strategy \"" + order.strategy().authenticationType() + "\" threw "
                        + e.getClass().getName() + " while refreshing; report it to the strategy's author",
                null);
    }

    private Snapshot rejected(
            Held held, Stored<CredentialRecord> before, Outcome.Rejected<C> rejected, boolean outcomeWasUnknown) {
        boolean nothingToRefreshWith = rejected.code().equals(Refresher.NO_REFRESH_TOKEN);
        Snapshot usable = nothingToRefreshWith ? stillUsable() : null;
        if (usable != null) {
            held.close();
            return usable;
        }
        Reason reason =
                nothingToRefreshWith ? Reason.EXPIRED : outcomeWasUnknown ? Reason.LOST_ROTATION : Reason.REVOKED;
        State dead = State.reauthorize(reason, Texts.clean(rejected.code()), Texts.clean(rejected.description()));
        CredentialRecord next = before.value().in(dead);
        Versioned sealed = vault.next(CredentialRecord.TYPE, before, next);
        if (!committed(held, sealed) && !vault.replace(CredentialRecord.TYPE, before.key(), before.value(), next)) {
            return publish(read()); // another credential is there: somebody else won (S7)
        }
        engine.events()
                .happened(order.concern(), "reauthorization_required", Trail.SYSTEM, Map.of("reason", reason.name()));
        return engine.renewed(order.cell(), order.strategy(), next, sealed.version());
    }

    /** While the word of the service cannot be stored, nobody here asks again at once. */
    private boolean committed(Held held, Versioned dead) {
        try {
            return held.commit(dead);
        } catch (ConnectionStoreException e) {
            order.cell().pause(UNSTORED_PAUSE, e);
            throw e;
        }
    }

    private @Nullable Snapshot stillUsable() {
        Snapshot now = order.cell().current();
        if (now == null || now.rejected() || now.expiresAt() <= engine.clock().millis()) {
            return null;
        }
        Snapshot usable = now.unrenewable();
        order.cell().replace(now, usable);
        return usable;
    }

    private ConnectionException failed(Held held, Failures before, Outcome.Failed<C> failed) {
        ConnectionException failure = failed.failure();
        Failures now = before.and(failure, failed.outcomeUnknown());
        Duration wait = now.pause(failure);
        ConnectionException told = refresher.lasts(failure) ? before.told(failure) : failure;
        errand.cell().pause(wait, told); // first: also where the store fails, nobody tries again at once
        if (failed.outcomeUnknown() || errand.cell().id().equals(order.cell().id())) {
            order.cell().pause(wait, told);
            held.backOff(wait, now.bytes());
        } else if (now.outcomeUnknown()) { // an earlier try may have succeeded: that is not to be forgotten
            held.backOff(Duration.ZERO, now.bytes());
        } else { // the token that another one was to be made of is as good as before
            held.close();
        }
        engine.events()
                .happened(
                        order.concern(),
                        "refresh_failed",
                        Trail.SYSTEM,
                        Map.of("code", failure.code(), "wait", wait.toString()));
        return told;
    }

    private ConnectionException backedOff(LeaseResult.BackedOff backedOff) {
        Duration left = Duration.between(vault.store().now(), backedOff.until());
        var failure = new TransientConnectionException(
                "refresh_backed_off",
                "the last refresh failed; nobody may try again before " + backedOff.until(),
                left.isNegative() ? Duration.ZERO : left,
                false,
                null);
        order.cell().pause(failure.retryAfter(), failure);
        errand.cell().pause(failure.retryAfter(), failure);
        return failure;
    }

    private ConnectionException gone() {
        return gone(order.cell());
    }

    static ConnectionException gone(Cell cell) {
        cell.clear();
        return new ConnectionConfigurationException(
                "credential_gone", "the credential was deleted meanwhile; authorize the connection again", null);
    }
}
