package dev.connections.oauth.internal.metadata;

import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.wire.RetryAfter;
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks an issuer for its metadata: once for any number of callers, again after an hour, and with the last good copy for a
 * day if that fails. Thread-safe; no lock is held while the network is asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414, section 3</a>
 */
final class Discovery {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5); // a refresh may wait for it before its own call
    private static final Duration LONGEST_WAIT = CALL_LIMIT.multipliedBy(3); // two calls, and air

    private final String issuer;
    private final MetadataReader reader;
    private final AtomicReference<@Nullable Copy> last = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Server>> flight = new AtomicReference<>();

    Discovery(ServerFormat format, String issuer) {
        this.issuer = issuer;
        reader = new MetadataReader(format, issuer);
    }

    Optional<Server> known() {
        return Optional.ofNullable(last.get()).map(Copy::server);
    }

    Server server(AuthClient http, Clock clock) {
        Copy copy = last.get();
        return copy != null && clock.instant().isBefore(copy.askAgainAt()) ? copy.server() : join(http, clock);
    }

    private Server join(AuthClient http, Clock clock) {
        var mine = new CompletableFuture<Server>();
        CompletableFuture<Server> leader = flight.compareAndExchange(null, mine);
        if (leader != null) {
            return await(leader);
        }
        try {
            Copy copy = last.get(); // somebody may have landed since
            Instant now = clock.instant();
            mine.complete(copy != null && now.isBefore(copy.askAgainAt()) ? copy.server() : renew(http, now));
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
        } finally {
            flight.set(null);
        }
        return await(mine);
    }

    private Server await(CompletableFuture<Server> flown) {
        try {
            return flown.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ConnectionCancelledException(
                    "interrupted", "waiting for the metadata of \"" + issuer + "\" was interrupted; call again", stop);
        } catch (TimeoutException late) {
            throw unavailable("did not arrive in time", Duration.ZERO);
        } catch (ExecutionException failed) {
            throw ofOne(failed.getCause());
        }
    }

    private Server renew(AuthClient http, Instant now) {
        try {
            Server server = reader.read(document(http, now));
            last.set(new Copy(server, now, now.plus(FRESH)));
            return server;
        } catch (ConnectionException failure) {
            Copy copy = last.get();
            if (copy == null || !now.isBefore(copy.fetchedAt().plus(USABLE))) {
                throw failure;
            }
            last.set(new Copy(copy.server(), copy.fetchedAt(), now.plus(PAUSE_AFTER_FAILURE)));
            return copy.server();
        }
    }

    private byte[] document(AuthClient http, Instant now) {
        for (URI place : WellKnown.places(issuer)) {
            AuthClient.Reply reply = http.send(AuthClient.Call.of("GET", place).withLimit(CALL_LIMIT));
            if (reply.status() == 200) {
                return reply.body();
            }
            requireAbsence(reply, now);
        }
        throw new ConnectionConfigurationException(
                "metadata_not_found",
                "the issuer \"" + issuer + "\" publishes no metadata at " + WellKnown.places(issuer)
                        + "; check the issuer, or state the endpoints in the definition",
                null);
    }

    /** A server that says "not here" may have the other document; one that fails or asks for patience is not asked twice. */
    private void requireAbsence(AuthClient.Reply reply, Instant now) {
        int status = reply.status();
        if (status >= 500 || status == 429 || status == 408) {
            List<String> retryAfter = reply.headers().getOrDefault("retry-after", List.of());
            List<String> date = reply.headers().getOrDefault("date", List.of());
            throw unavailable("is not available (HTTP " + status + ")", RetryAfter.of(retryAfter, date, now));
        }
    }

    private TransientConnectionException unavailable(String problem, Duration retryAfter) {
        return new TransientConnectionException(
                "metadata_unavailable",
                "the metadata of \"" + issuer + "\" " + problem + "; try again later",
                retryAfter,
                false,
                null);
    }

    /** Every caller gets an exception of its own, for each is told about another connection. */
    private RuntimeException ofOne(@Nullable Throwable shared) {
        if (shared instanceof ConnectionCancelledException) {
            return unavailable("was given up by another caller", Duration.ZERO);
        }
        if (shared instanceof TransientConnectionException failure) {
            return new TransientConnectionException(
                    failure.code(), text(failure), failure.retryAfter(), false, failure);
        }
        if (shared instanceof ConnectionConfigurationException failure) {
            return new ConnectionConfigurationException(failure.code(), text(failure), failure);
        }
        if (shared instanceof ConnectionProtocolException failure) {
            return new ConnectionProtocolException(failure.code(), text(failure), failure);
        }
        if (shared instanceof ConnectionSecurityException failure) {
            return new ConnectionSecurityException(failure.code(), text(failure), failure);
        }
        return new IllegalStateException("the metadata could not be read", shared);
    }

    private static String text(ConnectionException failure) {
        return String.valueOf(failure.getMessage());
    }

    private record Copy(Server server, Instant fetchedAt, Instant askAgainAt) {}
}
