package dev.connections.oauth.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionException;
import dev.connections.DeviceFlow;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.internal.flow.DevicePoll.Progress;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A code shown to the user, and the patience to wait for the answer. Thread-safe: of several threads that poll at once one
 * asks, and the others see nothing yet. Time is the ticker's, so that a clock that is set does not matter.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628, section 3.5</a>
 */
final class DevicePrompt implements DeviceFlow.Prompt {
    private static final Duration SLOWER = Duration.ofSeconds(5); // section 3.5: for this and all later requests
    private static final Duration SLOWEST = Duration.ofSeconds(60);

    private final DeviceAnswer answer;
    private final DevicePoll poll;
    private final StrategyContext<?> context;
    private final Pause pause;
    private final Instant expiresAt;
    private final long end;
    private final AtomicLong next;
    private volatile Duration interval;
    private volatile @Nullable Authorization authorization;
    private volatile @Nullable ConnectionException refusal;

    DevicePrompt(DeviceAnswer answer, DevicePoll poll, StrategyContext<?> context, Pause pause) {
        this.answer = answer;
        this.poll = poll;
        this.context = context;
        this.pause = pause;
        interval = answer.interval();
        expiresAt = context.clock().instant().plus(answer.lifetime());
        long now = context.ticker().getAsLong();
        end = now + answer.lifetime().toNanos();
        next = new AtomicLong(now);
    }

    @Override
    public String userCode() {
        return answer.userCode();
    }

    @Override
    public URI verificationUri() {
        return answer.verificationUri();
    }

    @Override
    public Optional<URI> verificationUriComplete() {
        return answer.verificationUriComplete();
    }

    @Override
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Optional<Authorization> poll() {
        ConnectionException refused = refusal;
        if (refused != null) {
            throw refused;
        }
        Authorization granted = authorization;
        if (granted != null) {
            return Optional.of(granted);
        }
        long now = context.ticker().getAsLong();
        if (now - end >= 0) {
            throw ended(expired());
        }
        long due = next.get();
        boolean mine = now - due >= 0 && next.compareAndSet(due, now + interval.toNanos());
        return mine ? asked() : Optional.empty();
    }

    @Override
    public Authorization await() {
        while (true) {
            Optional<Authorization> granted = polled();
            if (granted.isPresent()) {
                return granted.get();
            }
            rest();
        }
    }

    private void rest() {
        try {
            pause.until(Math.min(next.get(), end));
        } catch (ConnectionCancelledException interrupted) {
            throw context.concerning(interrupted);
        }
    }

    /** Outages pass: the code works on. */
    private Optional<Authorization> polled() {
        try {
            return poll();
        } catch (TransientConnectionException later) {
            return Optional.empty();
        }
    }

    private Optional<Authorization> asked() {
        try {
            Progress progress = poll.ask(answer.deviceCode());
            if (progress instanceof Progress.Done done) {
                authorization = done.authorization();
                return Optional.of(done.authorization());
            }
            waitFor(((Progress.Waiting) progress).slowDown() ? interval.plus(SLOWER) : interval, Duration.ZERO);
            return Optional.empty();
        } catch (TransientConnectionException later) {
            waitFor(interval.multipliedBy(2), later.retryAfter());
            throw context.concerning(later);
        } catch (ConnectionCancelledException interrupted) { // the code works on
            throw context.concerning(interrupted);
        } catch (ConnectionException refused) {
            throw ended(refused);
        }
    }

    /** Sets when the next request may be sent, counted from now: the answer may have taken long. */
    private void waitFor(Duration longer, Duration retryAfter) {
        interval = longer.compareTo(SLOWEST) < 0 ? longer : SLOWEST;
        Duration wait = interval.compareTo(retryAfter) < 0 ? retryAfter : interval;
        next.set(context.ticker().getAsLong() + wait.toNanos());
    }

    private ConnectionException ended(ConnectionException refused) {
        ConnectionException concerning = context.concerning(refused);
        refusal = concerning;
        return concerning;
    }

    private static ConnectionException expired() {
        return new AuthorizationDeniedException(
                "expired_token",
                "the user did not answer while the code worked; begin again and show the new code",
                null);
    }

    /** Prints the page and the expiry. */
    @Override
    public String toString() {
        return "Prompt[" + Uris.withoutQuery(answer.verificationUri()) + ", expires " + expiresAt + "]";
    }
}
