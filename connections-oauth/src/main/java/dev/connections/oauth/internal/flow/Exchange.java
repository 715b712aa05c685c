package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.RequestFormat;
import dev.connections.oauth.internal.dpop.ProofKey;
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
 * @param cure what to do where the service says that what was sent is no good
 * @param proofKey the key that the tokens asked for will be bound to, empty for none
 * @param known what formulas may use beside what is sent, and nobody may see
 * @param captured what formulas may use of what the service told, which is no secret
 */
record Exchange(
        String where,
        String presented,
        URI endpoint,
        RequestFormat format,
        Map<String, String> parameters,
        Map<String, Secret> secrets,
        List<String> scopes,
        String cure,
        Optional<ProofKey> proofKey,
        Map<String, Secret> known,
        Map<String, String> captured) {
    /** The parameter of signed requests (RFC 9101, section 5). */
    static final String REQUEST = "request";

    private static final String CODES_ARE_SHORT_LIVED = "it works once and for minutes only; begin again";

    static Exchange of(String presented, URI endpoint, RequestFormat format, List<String> scopes) {
        return new Exchange(
                "the token endpoint",
                presented,
                endpoint,
                format,
                Map.of(),
                Map.of(),
                scopes,
                CODES_ARE_SHORT_LIVED,
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    /** Returns a request to another endpoint, written as a form. */
    static Exchange at(String where, String presented, URI endpoint, List<String> scopes) {
        return new Exchange(
                where,
                presented,
                endpoint,
                RequestFormat.FORM,
                Map.of(),
                Map.of(),
                scopes,
                CODES_ARE_SHORT_LIVED,
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    /** Returns the request that ends a token. */
    static Exchange ending(String presented, URI endpoint) {
        return at("the revocation endpoint", presented, endpoint, List.of());
    }

    Exchange withCure(String fix) {
        return new Exchange(
                where, presented, endpoint, format, parameters, secrets, scopes, fix, proofKey, known, captured);
    }

    /** Returns a request for tokens that are bound to a key. */
    Exchange bindingTo(Optional<ProofKey> key) {
        return new Exchange(
                where, presented, endpoint, format, parameters, secrets, scopes, cure, key, known, captured);
    }

    Exchange with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Exchange(where, presented, endpoint, format, more, secrets, scopes, cure, proofKey, known, captured);
    }

    Exchange with(String name, Secret value) {
        var more = new LinkedHashMap<>(secrets);
        more.put(name, value);
        return new Exchange(
                where, presented, endpoint, format, parameters, more, scopes, cure, proofKey, known, captured);
    }

    /** Returns a request whose formulas may use one more value, which is not sent for itself. */
    Exchange knowing(String name, Secret value) {
        var more = new LinkedHashMap<>(known);
        more.put(name, value);
        return new Exchange(
                where, presented, endpoint, format, parameters, secrets, scopes, cure, proofKey, more, captured);
    }

    /** Returns a request whose formulas may use what the service told. */
    Exchange told(Map<String, String> values) {
        return new Exchange(
                where, presented, endpoint, format, parameters, secrets, scopes, cure, proofKey, known, values);
    }

    /** Returns the same request, written in another way. */
    Exchange writtenAs(RequestFormat other) {
        return new Exchange(
                where, presented, endpoint, other, parameters, secrets, scopes, cure, proofKey, known, captured);
    }

    /** Returns all standard parameters, in the clear: the next step is the wire. */
    Map<String, String> revealParameters() {
        var all = new LinkedHashMap<>(parameters);
        secrets.forEach((name, value) -> all.put(name, value.reveal()));
        return all;
    }

    /** Tells whether a token for every resource of the definition is asked for so, and not for one alone. */
    boolean asksForAll() {
        return asks() && !parameters.containsKey("resource");
    }

    /** Tells whether a token is asked for in clear: not ended, and not by a signed request that says all. */
    boolean asks() {
        return !secrets.containsKey("token") && !secrets.containsKey(REQUEST);
    }

    /** Returns what a server could echo and nobody may see. */
    Collection<Secret> unspeakable(Collection<Secret> ofTheClient, Answered answered) {
        var all = new ArrayList<>(answered.computed()); // first: a part of one may be a secret in clear
        all.addAll(secrets.values());
        all.addAll(known.values());
        all.addAll(ofTheClient);
        return all;
    }
}
