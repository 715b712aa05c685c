package dev.connections.internal.jdbc;

import dev.connections.internal.jdbc.Records.Claim;
import dev.connections.internal.jdbc.Row.Leased;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.util.Optional;

/** A lease. Everything but {@link #commit} asks for owner and fence, so that nobody ends the lease of a successor. */
final class JdbcLease implements Held {
    private final Tables tables;
    private final Leased leased;
    private final Claim claim;
    /** Whether this owner knows that it is over, which spares asking. */
    private volatile boolean ended;

    JdbcLease(Tables tables, Leased leased, String owner) {
        this.tables = tables;
        this.leased = leased;
        this.claim = new Claim(leased.row().record().key(), owner, leased.row().fence());
    }

    @Override
    public Versioned record() {
        return leased.found();
    }

    @Override
    public long fence() {
        return claim.fence();
    }

    @Override
    public Optional<byte[]> previousIntent() {
        return leased.previousIntent();
    }

    @Override
    public boolean renew() {
        return !ended && tables.run(Task.change("renew a lease"), (records, on) -> records.renew(on, claim));
    }

    /** Not told the outcome, it leaves the lease to run out with its intent. */
    @Override
    public boolean commit(Versioned next) {
        if (!next.key().equals(claim.key())) {
            throw new IllegalArgumentException("the lease is of " + claim.key() + ", not of " + next.key());
        }
        JdbcStore.checkVersions(next, leased.row().record().version());
        boolean committed = tables.run(
                Task.change("commit a record"),
                (records, on) -> records.commit(on, next, leased.row().incarnation()));
        ended = true; // written by this owner or by another: either cleared the lease
        return committed;
    }

    @Override
    public void backOff(Duration wait, byte[] failure) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("a back-off is not negative: " + wait);
        }
        if (!ended) {
            var unused = tables.run(
                    Task.change("write down a failure"),
                    (records, on) -> records.backOff(on, claim, Micros.of(wait), failure));
            ended = true;
        }
    }

    @Override
    public void close() {
        if (!ended) {
            var unused = tables.run(Task.change("release a lease"), (records, on) -> records.release(on, claim));
            ended = true;
        }
    }
}
