package dev.connections.oauth.internal.dpop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of the servers that were asked last, by origin. Thread-safe. */
final class Origins {
    private static final int MOST = 256;

    /** In the order of use; guarded by the monitor, which is held for a look-up only. */
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What is known of one server.
     *
     * @param nonce the newest nonce it gave
     * @param ahead how far its clock is ahead of ours
     * @param askedAt when it was asked last, by our clock
     */
    record Known(Optional<String> nonce, Duration ahead, Optional<Instant> askedAt) {
        private static final Known NOTHING = new Known(Optional.empty(), Duration.ZERO, Optional.empty());
    }

    /** Says that a server is asked now, and returns what is known of it. */
    Known asked(String origin, Instant now) {
        return change(origin, old -> new Known(old.nonce, old.ahead, Optional.of(now)));
    }

    void nonce(String origin, String nonce) {
        var unused = change(origin, old -> new Known(Optional.of(nonce), old.ahead, old.askedAt));
    }

    void ahead(String origin, Duration ahead) {
        var unused = change(origin, old -> new Known(old.nonce, ahead, old.askedAt));
    }

    synchronized Optional<Instant> askedAt(String origin) {
        return known.getOrDefault(origin, Known.NOTHING).askedAt;
    }

    private synchronized Known change(String origin, UnaryOperator<Known> change) {
        Known changed = change.apply(known.getOrDefault(origin, Known.NOTHING));
        known.put(origin, changed);
        if (known.size() > MOST) {
            var unused = known.remove(known.keySet().iterator().next());
        }
        return changed;
    }
}
