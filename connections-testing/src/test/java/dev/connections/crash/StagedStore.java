package dev.connections.crash;

import dev.connections.ForwardingStore;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import java.time.Duration;

/** A store that says when a refresh comes to one of its named points. */
final class StagedStore extends ForwardingStore {
    private final Stage stage;

    StagedStore(ConnectionStore store, Stage stage) {
        super(store);
        this.stage = stage;
    }

    /** Where a refresh may be interrupted; while the request is in flight the server does it. */
    enum Point {
        /** Nothing has been done. */
        BEFORE_LEASE,
        /** The intent is written, nothing sent. */
        AFTER_LEASE,
        /** The server has answered, nothing is written. */
        AFTER_ANSWER,
        /** The successor is durable. */
        AFTER_WRITE,
        /** The lease has ended without one. */
        AFTER_RELEASE
    }

    /** What happens there. */
    interface Stage {
        void at(Point point);

        /** A lease was had. */
        default void leased(Key key) {}
    }

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        stage.at(Point.BEFORE_LEASE);
        return super.lease(key, expectedVersion, owner, intent);
    }

    @Override
    protected Held held(Held held) {
        stage.leased(held.record().key());
        stage.at(Point.AFTER_LEASE);
        return new StagedLease(held);
    }

    private final class StagedLease extends Lease {
        StagedLease(Held held) {
            super(held);
        }

        @Override
        public boolean commit(Versioned next) {
            stage.at(Point.AFTER_ANSWER);
            boolean committed = super.commit(next);
            stage.at(Point.AFTER_WRITE);
            return committed;
        }

        @Override
        public void backOff(Duration wait, byte[] failure) {
            super.backOff(wait, failure);
            stage.at(Point.AFTER_RELEASE);
        }

        @Override
        public void close() {
            super.close();
            stage.at(Point.AFTER_RELEASE);
        }
    }
}
