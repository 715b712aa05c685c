package dev.connections.internal.definition;

import dev.connections.Field;
import dev.connections.TokenLimits;
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
        OpenInputs inputs,
        Optional<TokenLimits> limits) {
    static final ServiceExtras NONE = new ServiceExtras(
            Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of(), OpenInputs.NONE, Optional.empty());

    ServiceExtras {
        headers = Map.copyOf(headers);
        defaultScopes = List.copyOf(defaultScopes);
        knownScopes = List.copyOf(knownScopes);
    }

    ServiceExtras with(Probe next) {
        return new ServiceExtras(Optional.of(next), identity, headers, defaultScopes, knownScopes, inputs, limits);
    }

    ServiceExtras with(IdentityRequest next) {
        return new ServiceExtras(probe, Optional.of(next), headers, defaultScopes, knownScopes, inputs, limits);
    }

    ServiceExtras withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(HeaderRules.name(name), HeaderRules.value(name, value));
        return new ServiceExtras(probe, identity, more, defaultScopes, knownScopes, inputs, limits);
    }

    ServiceExtras withDefaultScopes(List<String> scopes) {
        return new ServiceExtras(probe, identity, headers, scopes, knownScopes, inputs, limits);
    }

    ServiceExtras withKnownScopes(List<Field> scopes) {
        return new ServiceExtras(probe, identity, headers, defaultScopes, scopes, inputs, limits);
    }

    ServiceExtras with(OpenInputs next) {
        return new ServiceExtras(probe, identity, headers, defaultScopes, knownScopes, next, limits);
    }

    ServiceExtras with(TokenLimits next) {
        return new ServiceExtras(probe, identity, headers, defaultScopes, knownScopes, inputs, Optional.of(next));
    }
}
