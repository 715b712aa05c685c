package dev.connections.internal.refresh;

import dev.connections.ConnectionException;
import dev.connections.TokenLimits;
import dev.connections.TransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The access tokens that were made of one refresh token, against what its service allows (RULES S14). Immutable.
 *
 * @param service the service's name, for messages
 * @param limits what it allows
 * @param made when tokens were made, the oldest first
 */
record Minting(String service, TokenLimits limits, List<Instant> made) {
    private static final String CODE = "token_limit_reached";

    Minting {
        made = List.copyOf(made);
    }

    /** Returns what a record keeps with one more: as many as count. */
    static List<Instant> with(List<Instant> made, Instant now, TokenLimits limits) {
        var more = new ArrayList<>(made.stream()
                .filter(each -> each.isAfter(now.minus(limits.window())))
                .toList());
        more.add(now);
        return List.copyOf(more.subList(Math.max(0, more.size() - limits.accessTokens()), more.size()));
    }

    /** Those that count now. */
    private List<Instant> counting(Instant now) {
        return made.stream()
                .filter(each -> each.isAfter(now.minus(limits.window())) && !each.isAfter(now))
                .sorted()
                .toList();
    }

    boolean exhausted(Instant now) {
        return counting(now).size() >= limits.accessTokens();
    }

    /** What whoever waits is told instead of a request that the service would refuse. */
    TransientConnectionException refusal(Instant now) {
        return new TransientConnectionException(
                CODE,
                "the service \"" + service + "\" gives " + limits.inWords() + "; "
                        + counting(now).size()
                        + " were made, so that nothing was sent: the next one may be made at "
                        + now.plus(left(now)) + ", use the credentials there are until then",
                left(now),
                false,
                null);
    }

    /** Until the oldest token that counts does no more; the whole window if others than we made them. */
    private Duration left(Instant now) {
        List<Instant> counting = counting(now);
        return counting.isEmpty()
                ? limits.window()
                : Duration.between(now, counting.get(0).plus(limits.window()));
    }

    /** Says with a refusal of the service when it may be asked again, where it did not. */
    ConnectionException told(ConnectionException failure, Instant now) {
        boolean silent = failure instanceof TransientConnectionException passing
                && failure.code().equals("temporarily_unavailable")
                && passing.retryAfter().isZero();
        if (!silent) {
            return failure;
        }
        return new TransientConnectionException(
                        CODE,
                        failure.problem() + "; it gives " + limits.inWords() + ": wait until " + now.plus(left(now)),
                        left(now),
                        false,
                        null)
                .withError(failure.error(), failure.errorDescription(), failure.errorUri());
    }
}
