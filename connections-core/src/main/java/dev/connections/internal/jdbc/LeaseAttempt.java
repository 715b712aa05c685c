package dev.connections.internal.jdbc;

import dev.connections.internal.jdbc.Row.Leased;
import dev.connections.internal.jdbc.Row.Seen;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** Asks for a lease until there is an answer. Used once, by one thread; may be repeated where others were in the way. */
final class LeaseAttempt implements Tables.Work<LeaseResult> {
    private final LeaseRequest request;
    private final Function<Leased, Held> held;
    /** Whether the lease was taken, also by a try whose look at the row then failed. */
    private boolean taken;

    LeaseAttempt(LeaseRequest request, Function<Leased, Held> held) {
        this.request = request;
        this.held = held;
    }

    @Override
    public LeaseResult with(Records records, Session on) throws SQLException {
        while (true) {
            Optional<Leased> leased = leased(records, on);
            if (leased.isPresent()) {
                return held.apply(leased.get());
            }
            Optional<Seen> seen = records.attempted(on, request.key());
            Optional<LeaseResult> answer =
                    seen.isEmpty() ? Optional.of(new LeaseResult.Moved(Optional.empty())) : answer(seen.get());
            if (answer.isPresent()) {
                return answer.get();
            }
            taken = false; // what was in the way is over by now, or what was taken has run out
        }
    }

    private Optional<Leased> leased(Records records, Session on) throws SQLException {
        if (records.dialect().returning()) {
            return records.leaseReturning(on, request);
        }
        taken = records.lease(on, request) || taken;
        return Optional.empty();
    }

    private Optional<LeaseResult> answer(Seen seen) {
        return taken && seen.isLeasedBy(request.owner())
                ? Optional.of(held.apply(seen.leased()))
                : seen.refusal(request.version());
    }
}
