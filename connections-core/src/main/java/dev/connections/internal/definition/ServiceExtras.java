package dev.connections.internal.definition;

import dev.connections.Field;
import dev.connections.internal.input.OpenInputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The optional parts of a service. */
record ServiceExtras(
        Optional<Probe> probe,
        Optional<IdentityRequest> identity,
        Map<String, String> headers,
        List<String> defaultScopes,
        List<Field> knownScopes,
        OpenInputs inputs) {
    static final ServiceExtras NONE =
            new ServiceExtras(Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of(), OpenInputs.NONE);

    ServiceExtras {
        headers = Map.copyOf(headers);
        defaultScopes = List.copyOf(defaultScopes);
        knownScopes = List.copyOf(knownScopes);
    }

    ServiceExtras with(Probe next) {
        return new ServiceExtras(Optional.of(next), identity, headers, defaultScopes, knownScopes, inputs);
    }

    ServiceExtras with(IdentityRequest next) {
        return new ServiceExtras(probe, Optional.of(next), headers, defaultScopes, knownScopes, inputs);
    }

    ServiceExtras withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(HeaderRules.name(name), HeaderRules.value(name, value));
        return new ServiceExtras(probe, identity, more, defaultScopes, knownScopes, inputs);
    }

    ServiceExtras withDefaultScopes(List<String> scopes) {
        return new ServiceExtras(probe, identity, headers, scopes, knownScopes, inputs);
    }

    ServiceExtras withKnownScopes(List<Field> scopes) {
        return new ServiceExtras(probe, identity, headers, defaultScopes, scopes, inputs);
    }

    ServiceExtras with(OpenInputs next) {
        return new ServiceExtras(probe, identity, headers, defaultScopes, knownScopes, next);
    }
}
