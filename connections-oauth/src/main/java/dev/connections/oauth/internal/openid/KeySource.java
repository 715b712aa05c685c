package dev.connections.oauth.internal.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server's keys: kept for an hour, for a day while new ones cannot be had, and fetched out of turn when they do not fit, at
 * most once a minute. They are fetched once for any number of callers. Thread-safe; blocks while it fetches, and holds no lock
 * meanwhile.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys">OpenID Connect Core, section 10.1.1</a>
 */
final class KeySource {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = CALL_LIMIT.multipliedBy(2); // one call, and air
    private static final int MOST_KEYS = 100;
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;
    private static final Places NOTHING = new Places();

    private final AtomicReference<@Nullable Copy> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();

    /**
     * Keys to try.
     *
     * @param keys the keys
     * @param justFetched whether newer ones cannot be had: they were asked for by this call
     */
    record Found(List<JWK> keys, boolean justFetched) {}

    /** What is known; the last try to know more may have failed. */
    private record Copy(
            URI place, List<JWK> keys, Instant fetchedAt, Instant askAgainAt, Instant searchAgainAt, boolean failed) {
        Copy failedAt(Instant now) {
            Instant later = now.plus(PAUSE);
            return new Copy(place, keys, fetchedAt, askAgainAt.isAfter(later) ? askAgainAt : later, later, true);
        }
    }

    /** A caller's wish for keys, and what it knew before. */
    private record Wish(
            AuthClient http,
            URI place,
            Instant now,
            @Nullable Copy seen) {}

    private record Flight(URI place, CompletableFuture<List<JWK>> keys) {}

    /** Returns the keys; an old copy serves while new ones cannot be had. */
    Found keys(AuthClient http, URI place, Instant now) {
        Copy copy = copyOf(place);
        if (copy != null && now.isBefore(copy.askAgainAt)) {
            return new Found(copy.keys, false);
        }
        try {
            return flown(new Wish(http, place, now, copy), copy == null ? now : copy.searchAgainAt);
        } catch (ConnectionException failure) {
            if (copy == null || !now.isBefore(copy.fetchedAt.plus(USABLE))) {
                throw failure;
            }
            return new Found(copy.keys, false);
        }
    }

    /**
     * Returns keys that are newer than those that did not fit; none if a search a moment ago found no others.
     *
     * @throws ConnectionException if nobody knows whether there are newer ones ({@code keys_unavailable}): that speaks against
     *     no signature
     */
    List<JWK> newerKeys(AuthClient http, URI place, Instant now, List<JWK> tried) {
        Copy copy = copyOf(place);
        if (copy != null && !copy.keys.equals(tried)) {
            return copy.keys; // somebody else has fetched them meanwhile
        }
        if (copy == null || !now.isBefore(copy.searchAgainAt)) {
            return flown(new Wish(http, place, now, copy), now.plus(PAUSE)).keys();
        }
        if (copy.failed) {
            throw unavailable(place, "could not be had a moment ago", null);
        }
        return List.of();
    }

    private @Nullable Copy copyOf(URI place) {
        Copy copy = last.get();
        return copy != null && copy.place.equals(place) ? copy : null;
    }

    /** Fetches, or waits for who fetches already. */
    private Found flown(Wish wish, Instant searchAgainAt) {
        var mine = new Flight(wish.place, new CompletableFuture<>());
        Flight leader = flight.compareAndExchange(null, mine);
        if (leader != null) {
            return leader.place.equals(wish.place)
                    ? new Found(await(leader), false) // it may have begun before these keys were changed
                    : new Found(fetched(wish, searchAgainAt), true);
        }
        try {
            Found found = found(wish, searchAgainAt);
            mine.keys.complete(found.keys);
            return found;
        } catch (RuntimeException | Error failure) {
            mine.keys.completeExceptionally(failure);
            throw failure;
        } finally {
            flight.set(null);
        }
    }

    private Found found(Wish wish, Instant searchAgainAt) {
        Copy since = copyOf(wish.place);
        if (since == null || since.equals(wish.seen)) {
            return new Found(fetched(wish, searchAgainAt), true);
        }
        if (since.failed) { // somebody landed since, with empty hands
            throw unavailable(wish.place, "could not be had a moment ago", null);
        }
        return new Found(since.keys, false);
    }

    private static List<JWK> await(Flight leader) {
        try {
            return leader.keys.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ConnectionCancelledException(
                    "interrupted",
                    "waiting for the server's keys at " + leader.place + " was interrupted; call again",
                    stop);
        } catch (TimeoutException late) {
            throw unavailable(leader.place, "did not arrive in time", late);
        } catch (
                ExecutionException
                        failed) { // an exception of its own, for each caller is told about another connection
            throw unavailable(leader.place, "could not be had", failed.getCause());
        }
    }

    private List<JWK> fetched(Wish wish, Instant searchAgainAt) {
        try {
            List<JWK> keys = fetch(wish.http, wish.place);
            Instant now = wish.now;
            last.set(new Copy(wish.place, keys, now, now.plus(FRESH), searchAgainAt, false));
            return keys;
        } catch (ConnectionException failure) {
            Copy copy = copyOf(wish.place);
            if (copy != null) {
                last.set(copy.failedAt(wish.now));
            }
            throw failure;
        }
    }

    private static List<JWK> fetch(AuthClient http, URI place) {
        AuthClient.Reply reply = http.send(AuthClient.Call.of("GET", place).withLimit(CALL_LIMIT));
        if (reply.status() != OK) {
            throw unavailable(place, "are not available (HTTP " + reply.status() + ")", null);
        }
        return read(reply.body(), place);
    }

    private static TransientConnectionException unavailable(URI place, String problem, @Nullable Throwable cause) {
        return new TransientConnectionException(
                "keys_unavailable",
                "the server's keys at " + place + " " + problem + "; try again later",
                Duration.ZERO,
                false,
                cause);
    }

    /** Our own bounded reader goes first: what it refuses no library sees. */
    private static List<JWK> read(byte[] body, URI place) {
        try {
            if (body.length > LARGEST) {
                throw new IOException("too large");
            }
            JsonDocument.read(body, 0, NOTHING, NOTHING.newValues());
            return understood(JSONObjectUtils.getJSONObjectArray(
                    JSONObjectUtils.parse(new String(body, StandardCharsets.UTF_8)), "keys"));
        } catch (IOException | ParseException | RuntimeException broken) { // not the cause: it quotes the document
            throw new ConnectionProtocolException(
                    "keys_malformed",
                    "the server's keys at " + place
                            + " are no JSON Web Key Set within the limits; report it to the service",
                    null);
        }
    }

    /** A key that nobody understands is passed over: RFC 7517, section 5. */
    private static List<JWK> understood(Map<String, Object> @Nullable [] keys) throws ParseException {
        if (keys == null) {
            throw new ParseException("no keys", 0);
        }
        return Stream.of(keys)
                .limit(MOST_KEYS)
                .flatMap(key -> key(key).stream())
                .toList();
    }

    private static Optional<JWK> key(Map<String, Object> key) {
        try {
            return Optional.of(JWK.parse(key));
        } catch (ParseException | RuntimeException another) { // of a kind to come, or broken
            return Optional.empty();
        }
    }
}
