package dev.connections.internal.serve;

import dev.connections.AuthorizationFlow;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.strategy.Strategies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Services with the values that accounts have for their inputs, each made once: a strategy keeps what it learned of a server.
 * Thread-safe.
 */
public final class Fillings {
    private static final int MOST = 1_000;

    private final Strategies strategies;

    /** In the order of use; guarded by the monitor, which is held while a document is read, never during I/O. */
    private final Map<Filling, ServiceValue<?>> made = new LinkedHashMap<>(16, 0.75f, true);

    /** A version of a service, which is one object, and values. */
    private record Filling(ServiceValue<?> open, Map<String, String> values) {
        @Override
        @SuppressWarnings("ReferenceEquality") // equal services may hold strategies that learned different things
        public boolean equals(@Nullable Object other) {
            return other instanceof Filling that && open == that.open && values.equals(that.values);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(open) + values.hashCode();
        }
    }

    /** Makes strategies of documents with these. */
    public Fillings(Strategies strategies) {
        this.strategies = strategies;
    }

    /** Returns a definition for an account; the same where its service leaves nothing open. */
    public <F extends AuthorizationFlow> DefinitionValue<F> of(
            DefinitionValue<F> definition, Map<String, String> values) {
        ServiceValue<F> service = definition.service();
        return service.open().isEmpty() ? definition : definition.with(of(service, values));
    }

    /** Returns a service for an account. */
    @SuppressWarnings("unchecked") // the key holds the very service
    public <F extends AuthorizationFlow> ServiceValue<F> of(ServiceValue<F> service, Map<String, String> values) {
        if (service.open().isEmpty()) {
            return service;
        }
        var filling = new Filling(service, service.open().complete(service.name(), values));
        synchronized (made) {
            var filled = (ServiceValue<F>)
                    made.computeIfAbsent(filling, wanted -> wanted.open().filled(wanted.values(), strategies));
            if (made.size() > MOST) {
                var unused = made.remove(made.keySet().iterator().next());
            }
            return filled;
        }
    }
}
