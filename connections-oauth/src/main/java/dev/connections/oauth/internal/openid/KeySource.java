package dev.connections.oauth.internal.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A server's keys, kept for an hour and fetched anew when they do not fit, at most once a minute. Thread-safe; blocks while it
 * fetches. Two threads may fetch at once, and then both know the same.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys">OpenID Connect Core, section 10.1.1</a>
 */
final class KeySource {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_KEYS = 100;
    private static final int OK = 200;
    private static final Places NOTHING = new Places();

    private final AtomicReference<@Nullable Copy> last = new AtomicReference<>();

    private record Copy(URI place, List<JWK> keys, Instant fetchedAt) {}

    /** Returns the keys; an old copy serves while new ones cannot be had. */
    List<JWK> keys(AuthClient http, URI place, Instant now) {
        Copy copy = copyOf(place);
        if (copy != null && now.isBefore(copy.fetchedAt.plus(FRESH))) {
            return copy.keys;
        }
        try {
            return fetch(http, place, now);
        } catch (ConnectionException failure) {
            if (copy == null) {
                throw failure;
            }
            return copy.keys;
        }
    }

    /** Returns keys that are newer than those that did not fit; none if these are new enough. */
    List<JWK> newerKeys(AuthClient http, URI place, Instant now) {
        Copy copy = copyOf(place);
        boolean justFetched = copy != null && now.isBefore(copy.fetchedAt.plus(PAUSE));
        return justFetched ? List.of() : fetch(http, place, now);
    }

    private @Nullable Copy copyOf(URI place) {
        Copy copy = last.get();
        return copy != null && copy.place.equals(place) ? copy : null;
    }

    private List<JWK> fetch(AuthClient http, URI place, Instant now) {
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
        last.set(new Copy(place, keys, now));
        return keys;
    }

    /** Our own bounded reader goes first: what it refuses no library sees. */
    private static List<JWK> read(byte[] body, URI place) {
        try {
            JsonDocument.read(body, 0, NOTHING, NOTHING.newValues());
            return JWKSet.parse(new String(body, StandardCharsets.UTF_8)).getKeys().stream()
                    .limit(MOST_KEYS)
                    .toList();
        } catch (IOException | ParseException | RuntimeException broken) { // not the cause: it quotes the document
            throw new ConnectionProtocolException(
                    "keys_malformed",
                    "the server's keys at " + place
                            + " are no JSON Web Key Set within the limits; report it to the service",
                    null);
        }
    }
}
