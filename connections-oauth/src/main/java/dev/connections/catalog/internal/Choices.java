package dev.connections.catalog.internal;

import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DataCenter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said about an entry so far. Immutable; each value is checked when it is said.
 *
 * @param blueprint the entry
 * @param values a value for each place
 * @param dataCenter where the client is registered
 * @param client who asks
 * @param servers where the API is, if the entry does not know
 * @param asking whether inputs that nobody states stay open until the service is connected
 */
record Choices(
        Blueprint blueprint,
        Map<String, String> values,
        Optional<DataCenter> dataCenter,
        Optional<Client> client,
        List<String> servers,
        boolean asking) {
    Choices {
        values = Map.copyOf(values);
        servers = List.copyOf(servers);
    }

    /** A client; without a secret it is a public one. */
    record Client(String id, Optional<Secret> secret) {}

    static Choices of(Blueprint blueprint) {
        return new Choices(blueprint, Map.of(), Optional.empty(), Optional.empty(), List.of(), false);
    }

    Choices with(Map<String, String> given) {
        var more = new HashMap<>(values);
        given.forEach((name, value) -> more.put(name, input(name).require(blueprint.heading(), value)));
        return new Choices(blueprint, more, dataCenter, client, servers, asking);
    }

    /** Fills in defaults and refuses what is missing then. */
    Choices complete() {
        var all = new HashMap<>(values);
        for (Input input : stated()) {
            if (input.required() && !all.containsKey(input.name())) {
                throw input.missing(blueprint.heading());
            }
            input.defaultValue().ifPresent(value -> all.putIfAbsent(input.name(), value));
        }
        return new Choices(blueprint, all, dataCenter, client, servers, asking);
    }

    private List<Input> stated() {
        List<Input> open = open();
        return blueprint.inputs().stream()
                .filter(input -> !open.contains(input))
                .toList();
    }

    /** Returns what is asked for when the service is connected; what may be absent altogether is not. */
    List<Input> open() {
        return asking
                ? blueprint.inputs().stream()
                        .filter(input -> !values.containsKey(input.name()) && !input.canBeAbsent())
                        .toList()
                : List.of();
    }

    /** Leaves open what is not stated. */
    Choices askingWhenConnecting() {
        return new Choices(blueprint, values, dataCenter, client, servers, true);
    }

    Choices at(DataCenter home) {
        return new Choices(blueprint, values, Optional.of(home), client, servers, asking);
    }

    Choices as(String clientId, Optional<Secret> secret) {
        if (clientId.isBlank()) {
            throw Refusal.missing(
                    blueprint.heading(),
                    Blueprint.CLIENT_ID,
                    "register a client with the service and copy it from there");
        }
        return new Choices(blueprint, values, dataCenter, Optional.of(new Client(clientId, secret)), servers, asking);
    }

    Choices reaching(List<String> resourceServers) {
        return new Choices(blueprint, values, dataCenter, client, resourceServers, asking);
    }

    /** Tells whether a host of the service is one that a user may have named. */
    boolean namesHosts() {
        return blueprint.needsResourceServers()
                || blueprint.inputs().stream().map(Input::rule).anyMatch(InputRule::isAnyHost);
    }

    Service<?> service() {
        Choices complete = complete();
        Map<String, Secret> secrets = complete.client()
                .flatMap(Client::secret)
                .map(secret -> Map.of(Blueprint.CLIENT_SECRET, secret))
                .orElse(Map.of());
        return Service.fromJson(new ServiceDocument(complete).toJson(), secrets);
    }

    private Input input(String name) {
        return blueprint
                .input(name)
                .orElseThrow(() -> Refusal.unknown(
                        blueprint.heading(),
                        name,
                        blueprint.inputs().stream().map(Input::name).toList()));
    }
}
