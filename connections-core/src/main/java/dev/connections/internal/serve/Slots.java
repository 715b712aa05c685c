package dev.connections.internal.serve;

import dev.connections.AuthorizationFlow;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.DefinitionRecord;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every connection and every authorization that this process has used, each once. Thread-safe. */
public final class Slots {
    private final long betweenComparisons;
    private final ConcurrentHashMap<Name, Defined<?>> definitions = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Name(String tenant, String linkName) {}

    /** Compares what is used with the store when this much time has passed. */
    public Slots(Duration betweenComparisons) {
        this.betweenComparisons = betweenComparisons.toMillis();
    }

    /** Returns a connection that was declared or found before. */
    public @Nullable Defined<?> defined(String tenant, String linkName) {
        return definitions.get(new Name(tenant, linkName));
    }

    /** Takes over a definition as a version of its record holds it; every handle of the connection sees it at once. */
    @SuppressWarnings("unchecked") // service and type of a link name never change, and with them the flow
    public <F extends AuthorizationFlow> Defined<F> take(
            String tenant, DefinitionValue<F> value, DefinitionRecord record, long version) {
        var state = new Defined.State<>(value, record, version);
        var taken = (Defined<F>) definitions.compute(new Name(tenant, record.linkName()), (name, known) -> {
            if (known != null && known.record().created().equals(record.created())) {
                return known;
            }
            if (known != null) {
                known.delete(); // deleted and declared again elsewhere
            }
            return new Defined<>(tenant, state, betweenComparisons);
        });
        taken.become(state);
        return taken;
    }

    /** Forgets a connection that was deleted; its handles say so. */
    public void deleted(String tenant, String linkName) {
        Defined<?> known = definitions.remove(new Name(tenant, linkName));
        if (known != null) {
            known.delete();
        }
    }

    /** Returns the slot of an authorization. */
    public Slot slot(Defined<?> defined, AuthorizationKey key, String token) {
        refuseClosed();
        return defined.slot(key, token);
    }

    /** Forgets what is ready for an authorization, whichever token. */
    public void changed(String tenant, AuthorizationKey key) {
        Defined<?> known = defined(tenant, key.linkName());
        if (known != null) {
            known.slots().filter(slot -> slot.key().id().equals(key.id())).forEach(Slot::clear);
        }
    }

    /** Refuses use after {@link #close()}. */
    public void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("these Connections are closed; make new ones with Connections.builder()");
        }
    }

    /** Serves nothing any more. */
    public void close() {
        closed = true;
        definitions.values().forEach(defined -> defined.slots().forEach(Slot::clear));
    }
}
