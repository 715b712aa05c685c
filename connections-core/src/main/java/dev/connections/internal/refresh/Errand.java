package dev.connections.internal.refresh;

import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Stored;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.Credential;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.StrategyContext;
import java.time.Instant;

/** What a credential's lease is taken for. */
interface Errand<C extends Credential> {
    /** The cell of the token it brings. */
    Cell cell();

    /** Whether it is still to be done, as the leased credential stands. */
    boolean due(Snapshot leased);

    /** Makes its one request. */
    Outcome<C> send(C current, StrategyContext<C> context);

    /** Stores what that brought, and gives the lease back; returns the leased credential as it is then. */
    Snapshot end(Held held, Stored<CredentialRecord> before, C old, Outcome.Renewed<C> outcome);

    /** Renews the leased credential itself: it is stale, or about to be forgotten by the service because nobody used it. */
    record Renewal<C extends Credential>(Refreshes engine, RefreshOrder<C> order) implements Errand<C> {
        @Override
        public Cell cell() {
            return order.cell();
        }

        @Override
        public boolean due(Snapshot leased) {
            Instant now = engine.clock().instant();
            boolean stale = now.toEpochMilli() >= leased.refreshAt();
            boolean idle = leased.record().due().filter(by -> !now.isBefore(by)).isPresent();
            return leased.active() && (stale || idle);
        }

        @Override
        public Outcome<C> send(C current, StrategyContext<C> context) {
            return order.strategy().refresher().orElseThrow().refresh(current, context);
        }

        @Override
        public Snapshot end(Held held, Stored<CredentialRecord> before, C old, Outcome.Renewed<C> outcome) {
            return new RefreshEnd<>(engine, order).renewed(held, before, old, outcome);
        }
    }
}
