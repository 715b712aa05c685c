package dev.connections.examples.backend.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that are known, in memory: several nodes need a load balancer that sends a browser to the same one, or a
 * shared store for this. Thread-safe.
 */
public final class Sessions {
    private static final Duration LONGEST_REST = Duration.ofHours(8);
    private static final int MOST = 10_000;

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * Starts without sessions.
     *
     * @param clock what tells the time
     */
    public Sessions(Clock clock) {
        this.clock = clock;
    }

    Optional<Session> find(Optional<String> id) {
        Instant now = clock.instant();
        return id.map(open::get)
                .filter(session -> session.lastSeen().plus(LONGEST_REST).isAfter(now))
                .map(session -> {
                    session.seen(now);
                    return session;
                });
    }

    /** Never the former one: an id that was known before the sign-in may be known to somebody else. */
    Session begin(@Nullable Person person) {
        Session session = unsaved(person);
        makeRoom();
        open.put(session.id(), session);
        return session;
    }

    Session unsaved(@Nullable Person person) {
        return Session.of(person, clock.instant());
    }

    /**
     * Forgets a session.
     *
     * @param session which one
     */
    public void end(Session session) {
        open.remove(session.id());
    }

    private void makeRoom() {
        if (open.size() < MOST) {
            return;
        }
        Instant longAgo = clock.instant().minus(LONGEST_REST);
        open.values().removeIf(session -> session.lastSeen().isBefore(longAgo));
        if (open.size() >= MOST) {
            open.values().stream().min(Comparator.comparing(Session::lastSeen)).ifPresent(this::end);
        }
    }
}
