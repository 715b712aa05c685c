package dev.connections.internal.refresh;

import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.Parts;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.News;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.Credential;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token of an account's main one, under the main one's lease: both spend the same refresh token. Runs on a worker, once.
 */
final class Derivation<C extends Credential> implements Errand<C> {
    private final Refreshes engine;
    private final RefreshOrder<C> order;
    private final Refresher<C> refresher;

    Derivation(Refreshes engine, RefreshOrder<C> order) {
        this.engine = engine;
        this.order = order;
        this.refresher = order.strategy().refresher().orElseThrow();
    }

    /** Returns the derived token as it stands then; the main one where that is dead, so that whoever waits is told. */
    Snapshot run() {
        Snapshot after = new RefreshRun<>(engine, order.of(main()), this).run();
        if (!after.active()) {
            return after;
        }
        Snapshot derived = stored();
        if (derived == null) {
            throw missing();
        }
        return derived;
    }

    @Override
    public boolean due(Snapshot main) {
        Snapshot derived = main.active() ? stored() : null;
        return main.active() && (derived == null || engine.clock().millis() >= derived.refreshAt());
    }

    @Override
    public Outcome<C> send(C current, StrategyContext<C> context) {
        return refresher.derive(current, order.cell().token(), context);
    }

    @Override
    public Cell cell() {
        return order.cell();
    }

    @Override
    public Snapshot end(Held held, Stored<CredentialRecord> before, C old, Outcome.Renewed<C> outcome) {
        if (!outcome.credential().equals(old)) {
            Successor main = rotated(held, before, outcome.credential());
            outcome.derived().ifPresent(derived -> save(derived, main.version())); // after what it was made of (S3)
            return engine.publish(main(), order.strategy(), main.next(), main.version());
        }
        try {
            outcome.derived().ifPresent(derived -> save(derived, before.version()));
        } finally {
            held.close(); // nobody waiting for the lease makes it a second time
        }
        return engine.publish(main(), order.strategy(), before.value(), before.version());
    }

    private Successor rotated(Held held, Stored<CredentialRecord> before, C credential) {
        CredentialRecord was = before.value();
        // as old as it was, for its access token is; later by a trace, so that a spilled one is known for the newer
        Instant obtained = was.obtainedAt().plus(1, ChronoUnit.MICROS);
        Optional<Instant> due = refresher.keepAliveBy(credential);
        var next = new CredentialRecord(
                was.accountId(), was.token(), parts(credential), obtained, due, State.ACTIVE, was.news(), was.minted());
        var successor = new Successor(order.where(), before, next);
        if (engine.unsaved().commit(held, main(), successor) == Successor.Fate.LOST) {
            throw new TransientConnectionException(
                    "refresh_busy",
                    "somebody else renewed the account's main token meanwhile; ask again",
                    Duration.ZERO,
                    false,
                    null);
        }
        return successor;
    }

    private void save(C derived, long mainVersion) {
        Cell cell = order.cell();
        Instant now = engine.clock().instant();
        var record = new CredentialRecord(
                cell.accountId(),
                cell.token(),
                parts(derived),
                now,
                Optional.empty(),
                State.ACTIVE,
                News.NONE,
                List.of());
        LastWord.put(
                engine.vault(), CredentialRecord.TYPE, new LastWord.Place(cell.tenant(), cell.id()), before -> record);
        requireSameMain(mainVersion);
        engine.vault()
                .find(CredentialRecord.TYPE, cell.tenant(), cell.id())
                .ifPresent(stored -> engine.renewed(cell, order.strategy(), stored.value(), stored.version()));
        engine.events().happened(order.concern(), "refreshed", Trail.SYSTEM, Map.of("token", cell.token()));
    }

    /** A main token that was replaced or ended meanwhile was another grant's: what was made of it must not outlive that. */
    private void requireSameMain(long version) {
        boolean same = engine.vault()
                .find(CredentialRecord.TYPE, main().tenant(), main().id())
                .filter(stored -> stored.version() == version)
                .isPresent();
        if (!same) {
            Cell cell = order.cell();
            var unused =
                    engine.vault().store().take(new ConnectionStore.Key(cell.tenant(), Kind.CREDENTIAL, cell.id()));
            engine.forget(cell);
            throw new TransientConnectionException(
                    "refresh_busy",
                    "the account's main token was replaced while another one was made of it; ask again",
                    Duration.ZERO,
                    false,
                    null);
        }
    }

    private Parts parts(C credential) {
        var codec = order.strategy().codec();
        return new Parts(order.strategy().authenticationType(), codec.version(), codec.write(credential));
    }

    private Cell main() {
        return engine.cell(order.cell().tenant(), order.cell().accountId(), Grant.DEFAULT_TOKEN);
    }

    /** The stored token, published; null if there is none, or another one than the definition describes. */
    private @Nullable Snapshot stored() {
        Optional<Stored<CredentialRecord>> found = engine.vault()
                .find(CredentialRecord.TYPE, order.cell().tenant(), order.cell().id())
                .filter(stored -> describes(stored.value()));
        return found.map(stored ->
                        engine.publishDerived(order.cell(), order.strategy(), stored.value(), stored.version()))
                .orElse(null);
    }

    private boolean describes(CredentialRecord record) {
        var parts = record.parts();
        return refresher.describes(
                order.cell().token(), order.strategy().codec().read(parts.version(), parts.values()));
    }

    private ConnectionException missing() {
        return new ConnectionProtocolException(
                "token_missing",
                "the service answered the request for the token \""
                        + order.cell().token()
                        + "\" without one that can be used; nothing stored was lost, report it to the service",
                null);
    }
}
