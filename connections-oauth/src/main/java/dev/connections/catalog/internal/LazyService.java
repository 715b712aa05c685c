package dev.connections.catalog.internal;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionDefinition;
import dev.connections.Field;
import dev.connections.Input;
import dev.connections.Service;
import dev.connections.TokenLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A finished service that is read from the catalogue when somebody uses it, so that hundreds of constants cost nothing.
 * Everything it gives, definitions and copies, comes from the service itself. Immutable, thread-safe.
 */
final class LazyService<F extends AuthorizationFlow> implements Service<F> {
    private final String linkName;
    private final Supplier<Service<F>> maker;
    private volatile @Nullable Service<F> made; // two threads may make it twice; both are equal

    LazyService(String linkName, Supplier<Service<F>> maker) {
        this.linkName = linkName;
        this.maker = maker;
    }

    private Service<F> service() {
        Service<F> known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }

    @Override
    public String name() {
        return service().name();
    }

    @Override
    public String linkName() {
        return linkName;
    }

    @Override
    public String authenticationType() {
        return service().authenticationType();
    }

    @Override
    public boolean custom() {
        return service().custom();
    }

    @Override
    public List<String> resourceServers() {
        return service().resourceServers();
    }

    @Override
    public String apiBase() {
        return service().apiBase();
    }

    @Override
    public Map<String, String> headers() {
        return service().headers();
    }

    @Override
    public List<String> defaultScopes() {
        return service().defaultScopes();
    }

    @Override
    public List<Field> scopes() {
        return service().scopes();
    }

    @Override
    public Map<String, String> facts() {
        return service().facts();
    }

    @Override
    public String toJson() {
        return service().toJson();
    }

    @Override
    public String explain() {
        return service().explain();
    }

    @Override
    public String explain(String redirectUri) {
        return service().explain(redirectUri);
    }

    @Override
    public ConnectionDefinition<F> connection(String name) {
        return service().connection(name);
    }

    @Override
    public Service<F> withLinkName(String name) {
        return service().withLinkName(name);
    }

    @Override
    public Service<F> withProbe(String method, String path) {
        return service().withProbe(method, path);
    }

    @Override
    public Service<F> withIdentity(String path, String idPointer, String namePointer) {
        return service().withIdentity(path, idPointer, namePointer);
    }

    @Override
    public Service<F> withHeader(String name, String value) {
        return service().withHeader(name, value);
    }

    @Override
    public Service<F> withApiBase(String base) {
        return service().withApiBase(base);
    }

    @Override
    public Optional<TokenLimits> limits() {
        return service().limits();
    }

    @Override
    public Service<F> withLimits(TokenLimits limits) {
        return service().withLimits(limits);
    }

    @Override
    public List<Input> inputs() {
        return service().inputs();
    }

    @Override
    public Service<F> withInputs(Input first, Input... more) {
        return service().withInputs(first, more);
    }

    @Override
    public Service<F> withInputValues(Map<String, String> values) {
        return service().withInputValues(values);
    }

    @Override
    public Service<F> withPublicAddressesOnly() {
        return service().withPublicAddressesOnly();
    }

    @Override
    public Service<F> withDefaultScopes(String... scopes) {
        return service().withDefaultScopes(scopes);
    }

    @Override
    public Service<F> withKnownScopes(List<Field> scopes) {
        return service().withKnownScopes(scopes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LazyService<?> lazy && linkName.equals(lazy.linkName);
    }

    @Override
    public int hashCode() {
        return linkName.hashCode();
    }

    @Override
    public String toString() {
        return service().toString();
    }
}
