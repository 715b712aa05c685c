package dev.connections.oauth;

import dev.connections.Authorization;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.spi.AuthClient;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What a flow needs, without a store: pending flows in a map, grants in a list. */
public final class FakeContext implements StrategyContext<OAuth2Token> {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ConnectionDefinition<?> definition;
    private final ScriptedServer server;
    private final Map<String, Map<String, Secret>> pending = new HashMap<>();
    private final List<Grant<OAuth2Token>> saved = new ArrayList<>();
    private final Map<String, String> captured = new HashMap<>();
    private Instant now = NOW;
    private LongSupplier ticker = () -> 0;

    private FakeContext(ConnectionDefinition<?> definition, ScriptedServer server) {
        this.definition = definition;
        this.server = server;
    }

    public static FakeContext of(CredentialStrategy<?, ?> strategy, ScriptedServer server, String... scopes) {
        ConnectionDefinition<?> definition = Service.custom("Acme")
                .resourceServers("https://api.acme.example")
                .authentication(strategy)
                .connection("Acme main");
        return new FakeContext(scopes.length == 0 ? definition : definition.withScopes(scopes), server);
    }

    public FakeContext at(Instant time) {
        now = time;
        return this;
    }

    /** Knows what the service told of the account before. */
    public FakeContext knowing(String name, String value) {
        captured.put(name, value);
        return this;
    }

    public FakeContext ticking(LongSupplier nanos) {
        ticker = nanos;
        return this;
    }

    public Grant<OAuth2Token> onlyGrant() {
        if (saved.size() != 1) {
            throw new AssertionError("expected one grant, but there were " + saved.size());
        }
        return saved.get(0);
    }

    public List<Grant<OAuth2Token>> grants() {
        return List.copyOf(saved);
    }

    /** Returns what pending flows hold. */
    public List<Map<String, Secret>> pendingFlows() {
        return List.copyOf(pending.values());
    }

    @Override
    public ConnectionDefinition<?> definition() {
        return definition;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    @Override
    public LongSupplier ticker() {
        return ticker;
    }

    @Override
    public AuthClient http() {
        return server;
    }

    @Override
    public Map<String, String> inputs() {
        return Map.of();
    }

    @Override
    public Map<String, String> captured() {
        return Map.copyOf(captured);
    }

    @Override
    public DirectFlow<OAuth2Token> direct(CredentialForm<OAuth2Token> form) {
        throw new AssertionError("OAuth has no form");
    }

    @Override
    public Begun begin(Function<String, Map<String, Secret>> parts, Map<String, String> inputs) {
        String state = "state-" + (pending.size() + 1);
        pending.put(state, Map.copyOf(parts.apply(state)));
        return new Begun(state, now.plusSeconds(600));
    }

    @Override
    public Taken take(String state, String sessionState) {
        Map<String, Secret> parts = pending.remove(state);
        if (parts == null) {
            throw new ConnectionSecurityException("flow_unknown", "nothing is pending; begin again", null);
        }
        if (!state.equals(sessionState)) {
            throw new ConnectionSecurityException("state_mismatch", "another browser; begin again", null);
        }
        return new TakenParts(parts, Map.of());
    }

    @Override
    public ConnectionException concerning(ConnectionException failure) {
        return failure;
    }

    private record TakenParts(Map<String, Secret> values, Map<String, String> inputs) implements Taken {}

    @Override
    public Authorization save(Grant<OAuth2Token> grant, Taken taken) {
        return save(grant);
    }

    @Override
    public Authorization save(Grant<OAuth2Token> grant) {
        saved.add(grant);
        return (Authorization) Proxy.newProxyInstance(
                Authorization.class.getClassLoader(), new Class<?>[] {Authorization.class}, (proxy, method, args) -> {
                    throw new AssertionError(method + " is not the flow's to ask");
                });
    }
}
