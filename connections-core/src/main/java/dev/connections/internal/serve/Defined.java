package dev.connections.internal.serve;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.record.DefinitionRecord;

/**
 * A declared connection in this process: its current definition, seen by every handle of it. Thread-safe.
 *
 * @param <F> the flow its service offers
 */
public final class Defined<F extends AuthorizationFlow> {
    private final String tenant;
    private volatile State<F> state;

    private record State<F extends AuthorizationFlow>(DefinitionValue<F> value, DefinitionRecord record) {}

    Defined(String tenant, DefinitionValue<F> value, DefinitionRecord record) {
        this.tenant = tenant;
        this.state = new State<>(value, record);
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

    void become(DefinitionValue<F> value, DefinitionRecord record) {
        state = new State<>(value, record);
    }
}
