package dev.connections.internal.flow;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConflictException;
import dev.connections.Field;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.PendingRecord;
import dev.connections.internal.record.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a flow asks for before its strategy knows where to go (RULES F5): the values make the service that the flow is then of.
 *
 * @param scene the authorization
 * @param service the service, with its inputs open
 * @param given what somebody gave so far
 */
record AskedInputs<F extends AuthorizationFlow>(Scene scene, ServiceValue<F> service, Map<String, String> given) {
    AskedInputs {
        given = Map.copyOf(given);
    }

    private OpenInputs open() {
        return service.open();
    }

    List<Field> fields() {
        return open().fields(defaults());
    }

    /** A reconnect is of the same account, which has values. */
    Map<String, String> defaults() {
        Map<String, String> former = scene.purpose() == Purpose.RECONNECT
                ? scene.account().map(account -> account.told().inputs()).orElse(Map.of())
                : Map.of();
        return open().defaults(former);
    }

    boolean asks(String name) {
        return open().all().stream().anyMatch(input -> input.name().equals(name));
    }

    AskedInputs<F> with(Map<String, String> more) {
        var all = new HashMap<>(given);
        all.putAll(open().given(service.name(), more));
        return new AskedInputs<>(scene, service, all);
    }

    /** Returns the flow of the service with these values. */
    F flow() {
        var values = new HashMap<>(defaults());
        values.putAll(given);
        if (scene.purpose() == Purpose.RECONNECT) {
            scene.account().ifPresent(account -> refuseOthers(account, values));
        }
        return flow(values);
    }

    /** Refuses values that are another account's: what is stored of this one must never be sent to where these lead. */
    static void refuseOthers(AccountRecord account, Map<String, String> values) {
        another(account, values).ifPresent(name -> {
            throw new ConnectionConflictException(
                    "account_differs",
                    "the account \"" + account.name() + "\" is of the " + name + " \""
                            + Texts.clean(account.inputs().getOrDefault(name, "")) + "\", not \""
                            + Texts.clean(values.getOrDefault(name, ""))
                            + "\"; nothing was changed. Reconnect it with the value it has, or use the other one with"
                            + " linkNewAccount()",
                    List.of());
        });
    }

    /** The first input in which an account differs; one that was declared since has no former value. */
    static Optional<String> another(AccountRecord account, Map<String, String> values) {
        return account.inputs().entrySet().stream()
                .filter(former -> !former.getValue().equals(values.getOrDefault(former.getKey(), former.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private F flow(Map<String, String> values) {
        Scene filled = scene.with(open().complete(service.name(), values));
        return FlowContext.ofStrategy(
                filled, scene.kernel().fillings().of(service, values).strategy());
    }

    /** Returns the flow that was begun with a state, whichever values that was with. */
    F begunWith(String state) {
        Optional<PendingRecord> begun = new PendingFlows(scene.kernel().vault(), scene.tenant())
                .peek(state)
                .filter(pending -> pending.key().id().equals(scene.key().id()));
        return begun.map(pending -> flow(pending.inputs())).orElseGet(this::unfilled);
    }

    /** Returns the flow without values: it tells what it asks for beside them, and what is wrong with a callback. */
    F unfilled() {
        return FlowContext.ofStrategy(scene, service.strategy());
    }
}
