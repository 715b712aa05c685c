package dev.connections.internal.serve;

import dev.connections.AuthorizationFlow;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.DefinitionRecord;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every connection and every authorization that this process has used, each once. Thread-safe. */
public final class Slots {
    private final ConcurrentHashMap<Name, Defined<?>> definitions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Name, ConcurrentHashMap<String, Slot>> slots = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Name(String tenant, String linkName) {}

    /** Returns a connection that was declared or found before. */
    public @Nullable Defined<?> defined(String tenant, String linkName) {
        return definitions.get(new Name(tenant, linkName));
    }

    /** Takes over a definition; every handle of the connection sees it at once. */
    @SuppressWarnings("unchecked") // service and type of a link name never change, and with them the flow
    public <F extends AuthorizationFlow> Defined<F> take(
            String tenant, DefinitionValue<F> value, DefinitionRecord record) {
        var name = new Name(tenant, record.linkName());
        var defined = (Defined<F>) definitions.computeIfAbsent(name, absent -> new Defined<>(tenant, value, record));
        if (!defined.value().equals(value) || !defined.record().equals(record)) {
            defined.become(value, record);
            slots.getOrDefault(name, new ConcurrentHashMap<>()).values().forEach(Slot::clear);
        }
        return defined;
    }

    /** Returns the slot of an authorization. */
    public Slot slot(Defined<?> defined, AuthorizationKey key, String token) {
        refuseClosed();
        return slots.computeIfAbsent(new Name(defined.tenant(), key.linkName()), name -> new ConcurrentHashMap<>())
                .computeIfAbsent(key.id() + '.' + token, id -> new Slot(defined, key, token));
    }

    /** Forgets what is ready for an authorization, whichever token. */
    public void changed(String tenant, AuthorizationKey key) {
        slots.getOrDefault(new Name(tenant, key.linkName()), new ConcurrentHashMap<>()).values().stream()
                .filter(slot -> slot.key().id().equals(key.id()))
                .forEach(Slot::clear);
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
        slots.values().forEach(each -> each.values().forEach(Slot::clear));
    }
}
