package dev.connections.internal.refresh;

import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.Kernel;
import dev.connections.internal.event.Events;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Spill;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews credentials: one refresh for each at a time, its end shared by all who wait. Thread-safe. */
public final class Refreshes {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

    private final Vault vault;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Workers workers;
    private final Events events;
    private final Unsaved unsaved;
    private final Flights<Cell, Snapshot> flights = new Flights<>();
    private final Remembered<Cell> cells = new Remembered<>();

    /** Who hears of refreshes, and where what cannot be stored waits. */
    public record Outlets(Events events, Spill spill) {}

    /** Renews what this vault holds. */
    public Refreshes(Vault vault, Kernel.Time time, Workers workers, Outlets outlets) {
        this.vault = vault;
        this.clock = time.clock();
        this.ticker = time.ticker();
        this.workers = workers;
        this.events = outlets.events();
        this.unsaved = new Unsaved(vault, workers, outlets);
    }

    /** Returns the cell of a credential, the same for everybody in the process. */
    public Cell cell(String tenant, String accountId, String token) {
        return cells.get(name(tenant, accountId, token), () -> new Cell(tenant, accountId, token, ticker));
    }

    /** Forgets a credential that was ended. */
    public void forget(String tenant, String accountId, String token) {
        cells.remove(name(tenant, accountId, token)).ifPresent(Cell::clear);
    }

    /** Forgets a credential that was ended elsewhere. */
    public void forget(Cell cell) {
        forget(cell.tenant(), cell.accountId(), cell.token());
        cell.clear();
    }

    private static String name(String tenant, String accountId, String token) {
        return tenant + '\n' + accountId + '\n' + token;
    }

    /** Publishes a stored version; returns what is current then. */
    public Snapshot publish(Cell cell, CredentialStrategy<?, ?> strategy, CredentialRecord record, long version) {
        return cell.publish(snapshot(strategy, record, version));
    }

    /**
     * Publishes a stored token that was made of another one. Its record may have been dropped and made anew, and counts its
     * writes from the start then: the later one is the truth, whatever the count.
     */
    public Snapshot publishDerived(
            Cell cell, CredentialStrategy<?, ?> strategy, CredentialRecord record, long version) {
        Snapshot now = cell.current();
        boolean anew = now != null
                && version <= now.version()
                && record.obtainedAt().isAfter(now.record().obtainedAt());
        return anew ? restored(cell, strategy, record, version) : publish(cell, strategy, record, version);
    }

    /** Publishes what was renewed and stored just now. */
    Snapshot renewed(Cell cell, CredentialStrategy<?, ?> strategy, CredentialRecord record, long version) {
        return cell.renewed(snapshot(strategy, record, version));
    }

    /** Publishes an older version that a store has come back to. */
    Snapshot restored(Cell cell, CredentialStrategy<?, ?> strategy, CredentialRecord record, long version) {
        return cell.restored(snapshot(strategy, record, version));
    }

    /** Returns how a stored version stands, without publishing it. */
    public Snapshot look(CredentialStrategy<?, ?> strategy, CredentialRecord record, long version) {
        return snapshot(strategy, record, version);
    }

    /** Whether what is current for a cell is not yet stored. */
    public boolean unsaved(Cell cell) {
        return unsaved.waitsFor(cell);
    }

    private Snapshot snapshot(CredentialStrategy<?, ?> strategy, CredentialRecord record, long version) {
        return new Snapshot(record, version, new Snapshot.Life(Times.of(strategy, record), moment()));
    }

    private Snapshot.Moment moment() {
        return new Snapshot.Moment(clock.millis(), ticker.getAsLong());
    }

    /** Takes over a later version that another process stored, and renews one that is older than the clock tells. */
    public void compare(Cell cell, CredentialStrategy<?, ?> strategy, Stored<CredentialRecord> stored) {
        Snapshot now = cell.current();
        if (now == null || stored.version() > now.version()) {
            Snapshot unused = publish(cell, strategy, stored.value(), stored.version());
        } else if (stored.version() < now.version() && !unsaved.waitsFor(cell)) {
            LOG.atWarn() // the next refresh finds out whether the older one still works (F-P16, F-P25)
                    .addKeyValue("credential", cell.id())
                    .addKeyValue("seen", now.version())
                    .addKeyValue("stored", stored.version())
                    .log("the store went back to an older version of a credential");
        } else if (strategy.refresher().isPresent() && now.olderThanItSeems(moment())) {
            cell.rejected(now);
        }
    }

    /** Lets an account follow what came with a stored credential; where the store fails now, whoever reads it next does. */
    public void follow(Concern concern, CredentialRecord credential) {
        try {
            new Drifting(vault, concern.tenant())
                    .follow(credential)
                    .ifPresent(drift -> events.happened(concern, "scopes_drifted", Trail.SYSTEM, drift));
        } catch (RuntimeException e) { // whatever a stranger's store throws: the credential is renewed all the same
            LOG.atDebug()
                    .addKeyValue("account", credential.accountId())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("an account does not follow its credential yet");
        }
    }

    /** Starts a refresh in the background unless one runs or none may run yet. */
    public void soon(RefreshOrder<?> order) {
        if (!flights.flying(order.cell()) && !order.cell().paused()) {
            CompletableFuture<Snapshot> ignored = start(order);
        }
    }

    /** Waits for the one refresh and returns the version that is current after it. */
    public Snapshot now(RefreshOrder<?> order) {
        ConnectionException shared = order.cell().pausedFailure();
        if (shared != null) {
            throw shared;
        }
        return await(start(order));
    }

    private <C extends Credential> CompletableFuture<Snapshot> start(RefreshOrder<C> order) {
        return flights.join(
                order.cell(),
                task -> workers.execute(order.service(), task),
                () -> order.derives() ? new Derivation<>(this, order).run() : new RefreshRun<>(this, order).run());
    }

    private static Snapshot await(CompletableFuture<Snapshot> flight) {
        try {
            return flight.get(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionCancelledException(
                    "interrupted",
                    "the thread was interrupted while it waited for a refresh, which goes on; ask again",
                    null);
        } catch (TimeoutException e) {
            throw new TransientConnectionException(
                    "refresh_timeout",
                    "the refresh did not end in " + LONGEST_WAIT + "; ask again",
                    Duration.ZERO,
                    true,
                    null);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof RejectedExecutionException || cause instanceof IllegalStateException) {
            return new TransientConnectionException(
                    "refresh_refused",
                    "the executor took no more work; give it more room, or leave refreshes to the SDK's own workers",
                    Duration.ofSeconds(1),
                    false,
                    null);
        }
        if (cause instanceof RuntimeException known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a refresh ended without a reason", cause);
    }

    /** Waits for refreshes in flight, writes what is unsaved. */
    public void close() {
        CompletableFuture<?>[] ends = flights.all().stream()
                .map(flight -> flight.handle((snapshot, failure) -> "ended")) // whoever waits for it is told
                .toArray(CompletableFuture<?>[]::new);
        awaitAll(CompletableFuture.allOf(ends));
        unsaved.close();
        cells.values().forEach(Cell::clear);
    }

    private static void awaitAll(CompletableFuture<?> all) {
        try {
            all.get(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.atWarn().addKeyValue("waited", LONGEST_WAIT).log("refreshes did not end before close");
        }
    }

    Vault vault() {
        return vault;
    }

    Clock clock() {
        return clock;
    }

    Workers workers() {
        return workers;
    }

    Events events() {
        return events;
    }

    Unsaved unsaved() {
        return unsaved;
    }
}
