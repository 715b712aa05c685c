package dev.connections.internal.serve;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.refresh.Remembered;
import java.util.stream.Stream;

/**
 * A declared connection in this process: its current definition, seen by every handle of it, and its slots. Thread-safe.
 *
 * @param <F> the flow its service offers
 */
public final class Defined<F extends AuthorizationFlow> {
    private final String tenant;
    private final Comparing comparing;
    private final Remembered<Slot> slots = new Remembered<>();
    private volatile State<F> state;
    private volatile boolean deleted;

    /** A definition, with the version of the record it was read from. */
    record State<F extends AuthorizationFlow>(DefinitionValue<F> value, DefinitionRecord record, long version) {
        boolean sameAs(State<?> other) {
            return value.equals(other.value) && record.equals(other.record);
        }
    }

    Defined(String tenant, State<F> state, long betweenComparisons) {
        this.tenant = tenant;
        this.state = state;
        this.comparing = new Comparing(betweenComparisons);
    }

    /** Whose it is. */
    public String tenant() {
        return tenant;
    }

    /** Its current definition. */
    public DefinitionValue<F> value() {
        return state.value();
    }

    /** Its record as this process knows it. */
    public DefinitionRecord record() {
        return state.record();
    }

    /** Its link name, which never changes. */
    public String linkName() {
        return state.record().linkName();
    }

    /** Who made it: an integration, an administrator, or each user. */
    public Kind kind() {
        return kind(state.record().nature());
    }

    /** The kind of a definition of this nature. */
    public static Kind kind(DefinitionRecord.Nature nature) {
        return nature.perUser() ? Kind.USER : nature.system() ? Kind.SYSTEM : Kind.ADMIN;
    }

    /** Whether it was deleted, here or elsewhere; another one may have its link name since. */
    public boolean deleted() {
        return deleted;
    }

    boolean usable() {
        return !deleted && record().switches().enabled();
    }

    /** Refuses use of what was deleted or is disabled. */
    void refuseUnusable() {
        if (deleted) {
            throw new ConnectionConfigurationException(
                    "connection_deleted", "it was deleted; declare it again, or use another connection", null);
        }
        if (!record().switches().enabled()) {
            throw new ConnectionConfigurationException(
                    "connection_disabled", "it is disabled; enable it with access().enable()", null);
        }
    }

    Comparing comparing() {
        return comparing;
    }

    Slot slot(AuthorizationKey key, String token) {
        return slots.get(key.id() + '.' + token, () -> new Slot(this, key, token, new Comparing(comparing.every())));
    }

    Stream<Slot> slots() {
        return slots.values();
    }

    /** Takes over a state unless a later one is there. */
    void become(State<F> next) {
        boolean changed;
        synchronized (this) { // guards the order of states, for an assignment only
            changed = next.version() >= state.version() && !next.sameAs(state);
            state = next.version() >= state.version() ? next : state;
        }
        if (changed) {
            slots().forEach(Slot::clear);
        }
    }

    void delete() {
        deleted = true;
        slots().forEach(Slot::clear);
    }
}
