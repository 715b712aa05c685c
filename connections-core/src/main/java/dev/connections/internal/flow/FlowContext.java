package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.PendingRecord;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.Vault;
import dev.connections.spi.AuthClient;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a strategy gets for one flow of one authorization.
 *
 * @param <C> the credential
 */
public final class FlowContext<C extends Credential> implements StrategyContext<C> {
    private final Scene scene;
    private final CredentialStrategy<C, ?> strategy;
    private final PendingFlows pending;

    private FlowContext(Scene scene, CredentialStrategy<C, ?> strategy) {
        this.scene = scene;
        this.strategy = strategy;
        this.pending = new PendingFlows(scene.kernel().vault(), scene.tenant());
    }

    /** Returns the flow of a service for an authorization. */
    public static <F extends AuthorizationFlow> F flow(Scene scene, ServiceValue<F> service) {
        return service.open().isEmpty()
                ? ofStrategy(scene, service.strategy())
                : InputFlows.of(new AskedInputs<>(scene, service, Map.of()));
    }

    /** Returns the flow of a strategy, which knows where to go. */
    static <F extends AuthorizationFlow> F ofStrategy(Scene scene, CredentialStrategy<?, F> strategy) {
        return ofCredential(scene, strategy);
    }

    private static <C extends Credential, F extends AuthorizationFlow> F ofCredential(
            Scene scene, CredentialStrategy<C, F> strategy) {
        return strategy.flow(new FlowContext<>(scene, strategy));
    }

    @Override
    public ConnectionDefinition<?> definition() {
        return scene.definition();
    }

    @Override
    public Clock clock() {
        return scene.kernel().clock();
    }

    @Override
    public LongSupplier ticker() {
        return scene.kernel().time().ticker();
    }

    @Override
    public AuthClient http() {
        return scene.guarded();
    }

    @Override
    public Map<String, String> inputs() {
        return scene.inputs();
    }

    @Override
    public Set<String> grantedScopes() {
        if (scene.purpose() != Purpose.RECONNECT) {
            return Set.of();
        }
        Vault vault = scene.kernel().vault();
        return vault.find(AuthorizationRecord.TYPE, scene.tenant(), scene.key().id())
                .flatMap(found ->
                        Accounts.find(vault, scene.tenant(), found.value().accountId()))
                .filter(account -> isAlive(vault, account)) // what was revoked does not add up
                .map(account -> Set.copyOf(account.told().consent().effective()))
                .orElse(Set.of());
    }

    private boolean isAlive(Vault vault, AccountRecord account) {
        return vault.find(CredentialRecord.TYPE, scene.tenant(), CredentialRecord.id(account.id(), Grant.DEFAULT_TOKEN))
                .filter(stored -> stored.value().state().equals(State.ACTIVE))
                .isPresent();
    }

    @Override
    public DirectFlow<C> direct(CredentialForm<C> form) {
        return new FormFlow<>(scene, strategy, form, this);
    }

    @Override
    public Begun begin(Function<String, Map<String, Secret>> values, Map<String, String> inputs) {
        scene.kernel().slots().refuseClosed();
        List<String> scopes = definition().scopes();
        var all = new HashMap<>(inputs);
        all.putAll(scene.inputs());
        return pending.begin(
                scene.key(),
                (state, expiresAt) -> new PendingRecord(
                        scene.key(), scene.purpose(), scene.actor(), scopes, values.apply(state), all, expiresAt));
    }

    @Override
    public Taken take(String state, String sessionState) {
        return concerned(() -> new TakenFlow(pending.take(scene.key(), state, sessionState)));
    }

    @Override
    public Authorization save(Grant<C> grant) {
        return save(grant, scene, definition().scopes(), scene.inputs());
    }

    @Override
    public Authorization save(Grant<C> grant, Taken taken) {
        if (!(taken instanceof TakenFlow flow)) {
            throw new IllegalArgumentException("a taken flow is what take(…) returned, not " + taken);
        }
        PendingRecord begun = flow.record();
        var as =
                new Scene(scene.kernel(), scene.defined(), begun.key(), begun.purpose(), begun.actor(), begun.inputs());
        return save(grant, as, begun.requestedScopes(), begun.inputs());
    }

    private Authorization save(Grant<C> grant, Scene as, List<String> requested, Map<String, String> inputs) {
        scene.kernel().slots().refuseClosed();
        return concerned(() -> new GrantSaver<>(as, strategy, this, requested).save(grant, inputs));
    }

    private record TakenFlow(PendingRecord record) implements Taken {
        @Override
        public Map<String, Secret> values() {
            return record.values();
        }

        @Override
        public Map<String, String> inputs() {
            return record.inputs();
        }

        @Override
        public String toString() {
            return "Taken[" + record.key().shown() + "]";
        }
    }

    @Override
    public ConnectionException concerning(ConnectionException failure) {
        return failure.concerning(
                scene.key().linkName(), scene.key().environment(), scene.key().subject());
    }

    private <T> T concerned(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (ConnectionException e) {
            throw concerning(e);
        }
    }
}
