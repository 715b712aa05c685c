package dev.connections.internal.flow;

import dev.connections.Actor;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AuthClient;
import java.util.Map;
import java.util.Optional;

/**
 * Which authorization a flow is about, what for, and who acts.
 *
 * @param inputs the values for what its service leaves open; empty before anybody gave them
 */
public record Scene(
        Kernel kernel,
        Defined<?> defined,
        AuthorizationKey key,
        Purpose purpose,
        Actor actor,
        Map<String, String> inputs) {
    public Scene {
        inputs = Map.copyOf(inputs);
    }

    /** A scene before anybody gave values. */
    public Scene(Kernel kernel, Defined<?> defined, AuthorizationKey key, Purpose purpose, Actor actor) {
        this(kernel, defined, key, purpose, actor, Map.of());
    }

    /** Returns the scene with values for what its service leaves open. */
    Scene with(Map<String, String> values) {
        return new Scene(kernel, defined, key, purpose, actor, values);
    }

    /** Returns the scene with the values of the account in use. */
    Scene ofAccount() {
        return defined.value().service().open().isEmpty()
                ? this
                : account().map(account -> with(account.told().inputs())).orElse(this);
    }

    /** The account in use. */
    Optional<AccountRecord> account() {
        Vault vault = kernel.vault();
        return vault.find(AuthorizationRecord.TYPE, tenant(), key.id())
                .flatMap(found -> Accounts.find(vault, tenant(), found.value().accountId()));
    }

    /** The definition, with a value in each place of its service; as it is declared while there are none. */
    DefinitionValue<?> definition() {
        return inputs.isEmpty() ? defined.value() : kernel.fillings().of(defined.value(), inputs);
    }

    /** The service of {@link #definition()}. */
    ServiceValue<?> service() {
        return definition().service();
    }

    Concern concern() {
        return new Concern(tenant(), key);
    }

    /** The client for requests to the service. */
    AuthClient guarded() {
        return service().reach().guarded(kernel.http());
    }

    String tenant() {
        return defined.tenant();
    }
}
