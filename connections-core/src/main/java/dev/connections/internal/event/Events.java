package dev.connections.internal.event;

import dev.connections.Actor;
import dev.connections.ConnectionListener;
import dev.connections.ConnectionListener.Event;
import dev.connections.internal.record.AuditRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners after the durable write, in order for each connection, on a worker (RULES S18). Thread-safe. */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.events");

    private final List<ConnectionListener> listeners;
    private final Executor executor;
    private final Clock clock;
    private final AuditTrail audit;
    /** Events that wait, by connection; a present queue means that a worker is emptying it. */
    private final ConcurrentHashMap<String, Queue<Event>> waiting = new ConcurrentHashMap<>();

    /** Tells these listeners. */
    public Events(List<ConnectionListener> listeners, Executor executor, Clock clock, Vault vault) {
        this.listeners = List.copyOf(listeners);
        this.executor = executor;
        this.clock = clock;
        this.audit = new AuditTrail(vault);
    }

    /** Records and tells that something happened; call it after the durable write. */
    public void happened(Concern where, String code, Actor actor, Map<String, String> details) {
        Instant now = clock.instant();
        audit.append(where, new AuditRecord(where.key(), code, new Trail(actor, now), details));
        tell(new Happened(code, where, new Trail(actor, now), details));
    }

    private void tell(Happened event) {
        String code = event.code();
        Concern where = event.where();
        LOG.atDebug()
                .addKeyValue("code", code)
                .addKeyValue("link_name", event.linkName())
                .log("happened");
        if (listeners.isEmpty()) {
            return;
        }
        var began = new boolean[1];
        waiting.compute(queue(where), (name, queue) -> {
            began[0] = queue == null;
            Queue<Event> next = queue == null ? new ArrayDeque<>() : queue;
            next.add(event);
            return next;
        });
        if (began[0]) {
            begin(queue(where));
        }
    }

    private static String queue(Concern where) {
        return where.tenant() + '\n' + where.key().linkName();
    }

    private void begin(String queue) {
        try {
            executor.execute(() -> empty(queue));
        } catch (RejectedExecutionException | IllegalStateException full) { // what happened is durable all the same
            waiting.remove(queue);
            LOG.atWarn().log("no worker took the events; listeners were not told");
        }
    }

    private void empty(String queue) {
        for (Event next = next(queue); next != null; next = next(queue)) {
            for (ConnectionListener listener : listeners) {
                tell(listener, next);
            }
        }
    }

    private @Nullable Event next(String name) {
        var next = new Event[1];
        waiting.computeIfPresent(name, (same, queue) -> {
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
}
