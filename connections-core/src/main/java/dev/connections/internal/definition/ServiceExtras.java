package dev.connections.internal.definition;

import dev.connections.Field;
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
        List<Field> knownScopes) {
    static final ServiceExtras NONE =
            new ServiceExtras(Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of());

    ServiceExtras {
        headers = Map.copyOf(headers);
        defaultScopes = List.copyOf(defaultScopes);
        knownScopes = List.copyOf(knownScopes);
    }

    ServiceExtras with(Probe next) {
        return new ServiceExtras(Optional.of(next), identity, headers, defaultScopes, knownScopes);
    }

    ServiceExtras with(IdentityRequest next) {
        return new ServiceExtras(probe, Optional.of(next), headers, defaultScopes, knownScopes);
    }

    ServiceExtras withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(HeaderRules.name(name), HeaderRules.value(name, value));
        return new ServiceExtras(probe, identity, more, defaultScopes, knownScopes);
    }

    ServiceExtras withDefaultScopes(List<String> scopes) {
        return new ServiceExtras(probe, identity, headers, scopes, knownScopes);
    }

    ServiceExtras withKnownScopes(List<Field> scopes) {
        return new ServiceExtras(probe, identity, headers, defaultScopes, scopes);
    }
}
