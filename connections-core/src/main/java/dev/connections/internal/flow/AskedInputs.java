package dev.connections.internal.flow;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConflictException;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.PendingRecord;
import dev.connections.internal.record.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Returns the inputs, and what the strategy's flow asks for beside them. */
    List<Field> fields() {
        var fields = new ArrayList<>(open().fields(known()));
        fields.addAll(unfilled().fields());
        return List.copyOf(fields);
    }

    /** Refuses an input with the name of something that the strategy's flow asks for: one value would be for both. */
    void refuseSharedNames() {
        unfilled().fields().stream()
                .map(Field::name)
                .filter(this::asks)
                .findFirst()
                .ifPresent(OpenInputs::refuseShared);
    }

    Map<String, String> defaults() {
        var defaults = new LinkedHashMap<>(known());
        defaults.putAll(unfilled().defaults());
        return defaults;
    }

    /** What the strategy's flow takes as inputs of its own; what a direct flow asks for is a credential. */
    Map<String, String> own() {
        var own = new HashMap<>(given);
        own.keySet().retainAll(ownNames());
        return own;
    }

    private Set<String> ownNames() {
        F unfilled = unfilled();
        return unfilled instanceof DirectFlow<?>
                ? Set.of()
                : unfilled.fields().stream().map(Field::name).collect(Collectors.toSet());
    }

    /** A reconnect is of the same account, which has values. */
    private Map<String, String> known() {
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
        Set<String> own = ownNames();
        var inputs = new HashMap<>(more);
        inputs.keySet().removeAll(own);
        all.putAll(open().given(service.name(), inputs));
        more.forEach((name, value) -> {
            if (own.contains(name)) {
                all.put(name, value);
            }
        });
        return new AskedInputs<>(scene, service, all);
    }

    /** Returns the flow of the service with these values. */
    F flow() {
        var values = new HashMap<>(known());
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
