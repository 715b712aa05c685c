package dev.connections.internal.explain;

import dev.connections.Authorization;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.spi.AuthClient;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What a strategy gets that is run to be explained: nothing is stored, and no time passes. Confined to one explanation. */
final class RehearsedContext<C extends Credential> implements StrategyContext<C> {
    private static final Clock CLOCK = Clock.fixed(Rehearsal.TIME, ZoneOffset.UTC);

    private static final Duration PENDING = Duration.ofMinutes(10);

    private final ConnectionDefinition<?> definition;
    private final AuthClient http;
    private Map<String, Secret> pending = Map.of();
    private Optional<Grant<C>> saved = Optional.empty();

    RehearsedContext(ConnectionDefinition<?> definition, AuthClient http) {
        this.definition = definition;
        this.http = http;
    }

    /** Returns what the flow got. */
    Optional<Grant<C>> saved() {
        return saved;
    }

    @Override
    public ConnectionDefinition<?> definition() {
        return definition;
    }

    @Override
    public Clock clock() {
        return CLOCK;
    }

    @Override
    public LongSupplier ticker() {
        return () -> 0;
    }

    @Override
    public AuthClient http() {
        return http;
    }

    @Override
    public Map<String, String> inputs() {
        return Map.of();
    }

    @Override
    public Map<String, String> captured() {
        return saved.map(Grant::captured).orElse(Map.of());
    }

    @Override
    public DirectFlow<C> direct(CredentialForm<C> form) {
        return new RehearsedForm<>(form, this);
    }

    @Override
    public Begun begin(Function<String, Map<String, Secret>> values, Map<String, String> given) {
        String state = StandIn.of("state").reveal();
        pending = Map.copyOf(values.apply(state));
        return new Begun(state, CLOCK.instant().plus(PENDING));
    }

    @Override
    public Taken take(String state, String sessionState) {
        return new TakenBack(pending);
    }

    @Override
    public Authorization save(Grant<C> grant) {
        saved = Optional.of(grant);
        return new RehearsedAuthorization(definition.linkName());
    }

    @Override
    public Authorization save(Grant<C> grant, Taken taken) {
        return save(grant);
    }

    @Override
    public ConnectionException concerning(ConnectionException failure) {
        return failure;
    }

    private record TakenBack(Map<String, Secret> values) implements Taken {
        @Override
        public Map<String, String> inputs() {
            return Map.of();
        }
    }
}
