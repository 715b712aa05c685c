package dev.connections.internal.definition;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionDefinition;
import dev.connections.internal.record.DefinitionRecord;
import java.util.List;
import java.util.Optional;

/** The only definition there is: complete and immutable. */
public record DefinitionValue<F extends AuthorizationFlow>(
        Naming naming, ServiceValue<F> service, Optional<List<String>> ownScopes, Marks marks)
        implements ConnectionDefinition<F> {

    /** Display name, link name, and whether the link name may take a suffix. */
    record Naming(String name, String linkName, boolean free) {}

    /** What is chosen at creation. */
    record Marks(boolean separateEnvironments, boolean system) {}

    static <F extends AuthorizationFlow> DefinitionValue<F> of(ServiceValue<F> service, String name) {
        String checked = Names.display(name, "connection");
        var naming = new Naming(checked, Names.derive(checked), false);
        return new DefinitionValue<>(naming, service, Optional.empty(), new Marks(false, false));
    }

    /** Returns a definition as a record holds it. */
    public static <F extends AuthorizationFlow> DefinitionValue<F> stored(
            ServiceValue<F> service, DefinitionRecord record) {
        var marks = new Marks(
                record.nature().separateEnvironments(), record.nature().system());
        var naming = new Naming(record.name(), record.linkName(), false);
        return new DefinitionValue<>(naming, service, record.scopes(), marks);
    }

    /** Returns the value behind a definition. */
    public static <F extends AuthorizationFlow> DefinitionValue<F> of(ConnectionDefinition<F> definition) {
        if (definition instanceof DefinitionValue<F> value) {
            return value;
        }
        throw new IllegalArgumentException("a definition is made by service.connection(…), not by " + definition);
    }

    @Override
    public String name() {
        return naming.name();
    }

    @Override
    public String linkName() {
        return Names.derived(naming.linkName(), name(), "connection");
    }

    /** Whether a taken link name may get a suffix. */
    public boolean free() {
        return naming.free();
    }

    /** Returns a copy with the link name's n-th suffix. */
    public DefinitionValue<F> suffixed(int n) {
        return with(new Naming(name(), Names.suffixed(linkName(), n), free()));
    }

    @Override
    public List<String> scopes() {
        return ownScopes.orElseGet(service::defaultScopes);
    }

    @Override
    public boolean separateEnvironments() {
        return marks.separateEnvironments();
    }

    @Override
    public boolean system() {
        return marks.system();
    }

    @Override
    public ConnectionDefinition<F> withLinkName(String linkName) {
        return with(new Naming(name(), Names.link(linkName, "connection"), free()));
    }

    @Override
    public ConnectionDefinition<F> withFreeLinkName() {
        return with(new Naming(name(), naming.linkName(), true));
    }

    @Override
    public ConnectionDefinition<F> withScopes(String... scopes) {
        return new DefinitionValue<>(naming, service, Optional.of(Scopes.check(scopes)), marks);
    }

    @Override
    public ConnectionDefinition<F> withSeparateEnvironments() {
        return new DefinitionValue<>(naming, service, ownScopes, new Marks(true, system()));
    }

    @Override
    public ConnectionDefinition<F> asSystem() {
        return new DefinitionValue<>(naming, service, ownScopes, new Marks(separateEnvironments(), true));
    }

    /** Returns the definition for an account that has values for the service's inputs. */
    public DefinitionValue<F> with(ServiceValue<F> filled) {
        return new DefinitionValue<>(naming, filled, ownScopes, marks);
    }

    private DefinitionValue<F> with(Naming next) {
        return new DefinitionValue<>(next, service, ownScopes, marks);
    }

    @Override
    public String toString() {
        return "ConnectionDefinition[" + naming.linkName() + ", " + service + "]";
    }
}
