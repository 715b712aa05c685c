package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.RequestFormat;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to a token endpoint, before client authentication.
 *
 * @param where names the endpoint, for messages
 * @param presented names what is sent there, for messages
 * @param endpoint where it goes
 * @param format how it is written
 * @param parameters the standard parameters that are no secret
 * @param secrets the standard parameters that are
 * @param scopes what is asked for, quoted where the service refuses it
 */
record Exchange(
        String where,
        String presented,
        URI endpoint,
        RequestFormat format,
        Map<String, String> parameters,
        Map<String, Secret> secrets,
        List<String> scopes) {

    static Exchange of(String presented, URI endpoint, RequestFormat format, List<String> scopes) {
        return new Exchange("the token endpoint", presented, endpoint, format, Map.of(), Map.of(), scopes);
    }

    /** Returns a request to another endpoint, written as a form. */
    static Exchange at(String where, String presented, URI endpoint, List<String> scopes) {
        return new Exchange(where, presented, endpoint, RequestFormat.FORM, Map.of(), Map.of(), scopes);
    }

    /** Returns the request that ends a token. */
    static Exchange ending(String presented, URI endpoint) {
        return at("the revocation endpoint", presented, endpoint, List.of());
    }

    Exchange with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Exchange(where, presented, endpoint, format, more, secrets, scopes);
    }

    Exchange with(String name, Secret value) {
        var more = new LinkedHashMap<>(secrets);
        more.put(name, value);
        return new Exchange(where, presented, endpoint, format, parameters, more, scopes);
    }

    /** Returns all standard parameters, in the clear: the next step is the wire. */
    Map<String, String> revealParameters() {
        var all = new LinkedHashMap<>(parameters);
        secrets.forEach((name, value) -> all.put(name, value.reveal()));
        return all;
    }

    /** Returns what a server could echo and nobody may see. */
    Collection<Secret> unspeakable(Optional<Secret> clientSecret) {
        var all = new ArrayList<>(secrets.values());
        clientSecret.ifPresent(all::add);
        return all;
    }
}
