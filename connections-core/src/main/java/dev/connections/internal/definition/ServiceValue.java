package dev.connections.internal.definition;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionDefinition;
import dev.connections.Field;
import dev.connections.Service;
import dev.connections.internal.explain.Explanation;
import dev.connections.spi.CredentialStrategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only service there is: complete and immutable. */
public record ServiceValue<F extends AuthorizationFlow>(
        ServiceIdentity identity, Reach reach, CredentialStrategy<?, F> strategy, ServiceExtras extras)
        implements Service<F> {

    /** Returns the value behind a service. */
    public static <F extends AuthorizationFlow> ServiceValue<F> of(Service<F> service) {
        if (service instanceof ServiceValue<F> value) {
            return value;
        }
        throw new IllegalArgumentException("a service is made by Service.custom(…) or a catalogue, not by " + service);
    }

    @Override
    public String name() {
        return identity.name();
    }

    @Override
    public String linkName() {
        return Names.derived(identity.linkName(), name(), "service");
    }

    @Override
    public String authenticationType() {
        return strategy.authenticationType();
    }

    @Override
    public boolean custom() {
        return identity.custom();
    }

    @Override
    public List<String> resourceServers() {
        return reach.origins().stream().map(Origin::toString).toList();
    }

    @Override
    public String apiBase() {
        return reach.apiBase().toString();
    }

    @Override
    public Map<String, String> headers() {
        return extras.headers();
    }

    /** The request that tells good credentials from bad ones. */
    public Optional<Probe> probe() {
        return extras.probe();
    }

    /** The request that tells whose account it is. */
    public Optional<IdentityRequest> identityRequest() {
        return extras.identity();
    }

    @Override
    public List<String> defaultScopes() {
        return extras.defaultScopes();
    }

    @Override
    public List<Field> scopes() {
        return extras.knownScopes();
    }

    @Override
    public Map<String, String> facts() {
        return strategy.facts();
    }

    @Override
    public String toJson() {
        return ServiceDocuments.write(this);
    }

    @Override
    public String explain() {
        return Explanation.of(this, Optional.empty());
    }

    @Override
    public String explain(String redirectUri) {
        return Explanation.of(this, Optional.of(redirectUri));
    }

    @Override
    public ConnectionDefinition<F> connection(String name) {
        return DefinitionValue.of(this, name);
    }

    @Override
    public Service<F> withLinkName(String linkName) {
        return new ServiceValue<>(
                new ServiceIdentity(Names.link(linkName, "service"), name(), custom()), reach, strategy, extras);
    }

    @Override
    public Service<F> withProbe(String method, String path) {
        reach.resolve(path); // refuses a path that cannot be resolved
        return with(extras.with(new Probe(method, path)));
    }

    @Override
    public Service<F> withIdentity(String path, String idPointer, String namePointer) {
        reach.resolve(path); // refuses a path that cannot be resolved
        return with(extras.with(new IdentityRequest(path, idPointer, namePointer)));
    }

    @Override
    public Service<F> withHeader(String name, String value) {
        return with(extras.withHeader(name, value));
    }

    @Override
    public Service<F> withApiBase(String base) {
        return new ServiceValue<>(identity, reach.withApiBase(base), strategy, extras);
    }

    @Override
    public Service<F> withPublicAddressesOnly() {
        return new ServiceValue<>(identity, reach.publicly(), strategy, extras);
    }

    @Override
    public Service<F> withDefaultScopes(String... scopes) {
        return with(extras.withDefaultScopes(Scopes.check(scopes)));
    }

    @Override
    public Service<F> withKnownScopes(List<Field> scopes) {
        return with(extras.withKnownScopes(scopes));
    }

    private ServiceValue<F> with(ServiceExtras next) {
        return new ServiceValue<>(identity, reach, strategy, next);
    }

    @Override
    public String toString() {
        return "Service[" + identity.linkName() + ", " + authenticationType() + ", " + reach.origins() + "]";
    }
}
