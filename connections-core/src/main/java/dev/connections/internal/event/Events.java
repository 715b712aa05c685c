package dev.connections.internal.event;

import dev.connections.Actor;
import dev.connections.ConnectionListener;
import dev.connections.ConnectionListener.Event;
import dev.connections.Environment;
import dev.connections.Subject;
import dev.connections.internal.record.AuthorizationKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners after the durable write, in order for each connection, on a worker (RULES S18). Thread-safe. */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.events");

    private final List<ConnectionListener> listeners;
    private final Executor executor;
    private final Clock clock;
    /** Events that wait, by connection; a present queue means that a worker is emptying it. */
    private final ConcurrentHashMap<String, Queue<Event>> waiting = new ConcurrentHashMap<>();

    /** Tells these listeners. */
    public Events(List<ConnectionListener> listeners, Executor executor, Clock clock) {
        this.listeners = List.copyOf(listeners);
        this.executor = executor;
        this.clock = clock;
    }

    /** Tells that something happened. */
    public void happened(String code, AuthorizationKey where, Actor actor, Map<String, String> details) {
        LOG.atDebug()
                .addKeyValue("code", code)
                .addKeyValue("link_name", where.linkName())
                .log("happened");
        if (listeners.isEmpty()) {
            return;
        }
        Event event = new Happened(code, where, actor, clock.instant(), Map.copyOf(details));
        var began = new boolean[1];
        waiting.compute(where.linkName(), (name, queue) -> {
            began[0] = queue == null;
            Queue<Event> next = queue == null ? new ArrayDeque<>() : queue;
            next.add(event);
            return next;
        });
        if (began[0]) {
            begin(where.linkName());
        }
    }

    private void begin(String linkName) {
        try {
            executor.execute(() -> empty(linkName));
        } catch (RejectedExecutionException | IllegalStateException full) { // what happened is durable all the same
            waiting.remove(linkName);
            LOG.atWarn().addKeyValue("link_name", linkName).log("no worker took the events; listeners were not told");
        }
    }

    private void empty(String linkName) {
        for (Event next = next(linkName); next != null; next = next(linkName)) {
            for (ConnectionListener listener : listeners) {
                tell(listener, next);
            }
        }
    }

    private @org.jspecify.annotations.Nullable Event next(String linkName) {
        var next = new Event[1];
        waiting.computeIfPresent(linkName, (name, queue) -> {
            next[0] = queue.poll();
            return next[0] == null ? null : queue;
        });
        return next[0];
    }

    private static void tell(ConnectionListener listener, Event event) {
        try {
            listener.on(event);
        } catch (Throwable e) { // also an Error: what a listener does must not end a refresh (F-P30)
            LOG.atWarn()
                    .addKeyValue("code", event.code())
                    .addKeyValue("failure", e.getClass().getName()) // its message may hold anything
                    .log("a listener failed");
        }
    }

    private record Happened(String code, AuthorizationKey where, Actor actor, Instant at, Map<String, String> details)
            implements Event {
        @Override
        public String linkName() {
            return where.linkName();
        }

        @Override
        public Optional<Environment> environment() {
            return where.environment();
        }

        @Override
        public Optional<Subject> subject() {
            return where.subject();
        }

        @Override
        public String toString() {
            return "Event[" + code + ", " + linkName() + "]";
        }
    }
}
