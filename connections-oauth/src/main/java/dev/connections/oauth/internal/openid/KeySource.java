package dev.connections.oauth.internal.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server's keys: kept for an hour, for a day while new ones cannot be had, and fetched out of turn when they do not fit, at
 * most once a minute. Thread-safe; blocks while it fetches. Two threads may fetch at once, and then both know the same.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys">OpenID Connect Core, section 10.1.1</a>
 */
final class KeySource {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_KEYS = 100;
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;
    private static final Places NOTHING = new Places();

    private final AtomicReference<@Nullable Copy> last = new AtomicReference<>();

    /**
     * Keys to try.
     *
     * @param keys the keys
     * @param justFetched whether newer ones cannot be had
     */
    record Found(List<JWK> keys, boolean justFetched) {}

    private record Copy(URI place, List<JWK> keys, Instant fetchedAt, Instant askAgainAt, Instant searchAgainAt) {
        Copy askAgainAt(Instant at) {
            return new Copy(place, keys, fetchedAt, at, searchAgainAt);
        }

        Copy searchAgainAt(Instant at) {
            return new Copy(place, keys, fetchedAt, askAgainAt, at);
        }
    }

    /** Returns the keys; an old copy serves while new ones cannot be had. */
    Found keys(AuthClient http, URI place, Instant now) {
        Copy copy = copyOf(place);
        if (copy != null && now.isBefore(copy.askAgainAt)) {
            return new Found(copy.keys, false);
        }
        try {
            return new Found(fetch(http, place, now, copy == null ? now : copy.searchAgainAt), true);
        } catch (ConnectionException failure) {
            if (copy == null || !now.isBefore(copy.fetchedAt.plus(USABLE))) {
                throw failure;
            }
            last.set(copy.askAgainAt(now.plus(PAUSE)));
            return new Found(copy.keys, true);
        }
    }

    /** Returns keys that are newer than those that did not fit; none if somebody searched a moment ago. */
    List<JWK> newerKeys(AuthClient http, URI place, Instant now) {
        Copy copy = copyOf(place);
        if (copy == null || now.isBefore(copy.searchAgainAt)) {
            return List.of();
        }
        last.set(copy.searchAgainAt(now.plus(PAUSE)));
        return fetch(http, place, now, now.plus(PAUSE));
    }

    private @Nullable Copy copyOf(URI place) {
        Copy copy = last.get();
        return copy != null && copy.place.equals(place) ? copy : null;
    }

    private List<JWK> fetch(AuthClient http, URI place, Instant now, Instant searchAgainAt) {
        AuthClient.Reply reply = http.send(AuthClient.Call.of("GET", place).withLimit(CALL_LIMIT));
        if (reply.status() != OK) {
            throw new TransientConnectionException(
                    "keys_unavailable",
                    "the server's keys at " + place + " are not available (HTTP " + reply.status()
                            + "); try again later",
                    Duration.ZERO,
                    false,
                    null);
        }
        List<JWK> keys = read(reply.body(), place);
        last.set(new Copy(place, keys, now, now.plus(FRESH), searchAgainAt));
        return keys;
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
