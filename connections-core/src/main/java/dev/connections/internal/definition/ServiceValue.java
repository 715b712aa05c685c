package dev.connections.internal.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionDefinition;
import dev.connections.Field;
import dev.connections.Input;
import dev.connections.Service;
import dev.connections.TokenLimits;
import dev.connections.internal.explain.Explanation;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.json.Json;
import dev.connections.internal.strategy.Strategies;
import dev.connections.spi.CredentialStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        return reach.origins().stream().map(Origin::toString).map(open()::shown).toList();
    }

    @Override
    public String apiBase() {
        return open().shown(reach.apiBase().toString());
    }

    @Override
    public Map<String, String> headers() {
        if (open().isEmpty()) {
            return extras.headers();
        }
        var shown = new TreeMap<String, String>();
        extras.headers().forEach((name, value) -> shown.put(name, open().shown(value)));
        return shown;
    }

    @Override
    public List<Input> inputs() {
        return List.copyOf(open().all());
    }

    /** What is known only when somebody connects. */
    public OpenInputs open() {
        return extras.inputs();
    }

    /** What a catalogue knows of it. */
    public About about() {
        return identity.about();
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
        Map<String, String> facts = strategy.facts();
        facts.values().stream()
                .filter(fact -> !open().shown(fact).equals(fact))
                .findFirst()
                .ifPresent(fact -> open().requireNone(name(), open().shown(fact)));
        return facts;
    }

    @Override
    public String toJson() {
        return ServiceDocuments.write(this);
    }

    @Override
    public String explain() {
        return open().shown(Explanation.of(this, Optional.empty()));
    }

    @Override
    public String explain(String redirectUri) {
        return open().shown(Explanation.of(this, Optional.of(redirectUri)));
    }

    @Override
    public ConnectionDefinition<F> connection(String name) {
        return DefinitionValue.of(this, name);
    }

    @Override
    public Service<F> withLinkName(String linkName) {
        return new ServiceValue<>(
                new ServiceIdentity(Names.link(linkName, "service"), name(), custom(), about()),
                reach,
                strategy,
                extras);
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
    public Optional<TokenLimits> limits() {
        return extras.limits();
    }

    @Override
    public Service<F> withLimits(TokenLimits limits) {
        return with(extras.with(limits));
    }

    @Override
    public Service<F> withInputs(Input first, Input... more) {
        var all = new ArrayList<Input>(open().all());
        all.add(first);
        all.addAll(List.of(more));
        OpenInputs inputs = OpenInputs.of(all);
        inputs.refuseWritten(Json.parse(with(extras.with(OpenInputs.NONE)).toJson(), "service document"));
        ServiceValue<F> asking = with(extras.with(inputs));
        ObjectNode document = Json.parse(asking.toJson(), "service document");
        return asking.with(extras.with(asking.open().placedIn(document)));
    }

    @Override
    public Service<F> withInputValues(Map<String, String> values) {
        return filled(open().given(name(), values), Strategies.loaded());
    }

    /** Returns the service with a value in each place; names of no input are not looked at. */
    public ServiceValue<F> filled(Map<String, String> values, Strategies strategies) {
        return open().isEmpty() ? this : ServiceDocuments.filled(this, values, strategies);
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
        return "Service[" + identity.linkName() + ", " + authenticationType() + ", " + resourceServers() + "]";
    }
}
