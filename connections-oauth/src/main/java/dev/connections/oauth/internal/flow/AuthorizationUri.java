package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.internal.definition.AuthorizationFormat;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.PkceMode;
import dev.connections.oauth.internal.definition.RequestNames;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.oauth.internal.wire.Pkce;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes authorization requests. What is the same for one request after the other is written and checked once: a server
 * begins thousands of flows with one redirect URI. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
final class AuthorizationUri {
    private final AuthorizationFormat format;
    private final String fixed;
    private final String clientId;
    private final boolean identifies;
    private final Optional<RequestObject> requestObject;
    private volatile @Nullable Preparation last; // a race writes an equal one

    AuthorizationUri(OAuth2Definition definition) {
        format = definition.authorization();
        clientId = definition.clientId();
        identifies = definition.server().identifies();
        requestObject =
                definition.requestObject().map(it -> new RequestObject(it, definition.clientId(), format.resources()));
        var query = new StringBuilder();
        if (format.names().sends("response_type")) {
            append(query, format.names().name("response_type"), "code");
        }
        append(query, format.names().name("client_id"), clientId);
        format.parameters().forEach((name, value) -> append(query, name, value));
        format.resources().forEach(resource -> append(query, "resource", resource));
        fixed = query.substring(1);
    }

    /**
     * Prepares requests with one redirect URI.
     *
     * @throws ConnectionConfigurationException if the redirect URI cannot be used ({@code redirect_uri_malformed}), or the
     *     server has no authorization endpoint ({@code endpoint_missing})
     */
    Preparation prepare(String redirectUri, List<String> requested, Server server) {
        Preparation known = last;
        if (known == null || !known.serves(redirectUri, requested, server)) {
            known = newPreparation(redirectUri, requested, server);
            last = known;
        }
        return known;
    }

    /** Returns a verifier for one request; empty where the definition says that the server refuses PKCE. */
    Optional<Secret> verifier() {
        return format.pkce().method() == PkceMode.Method.OFF ? Optional.empty() : Optional.of(Pkce.verifier());
    }

    /** Returns what a code is bound to and what is computed, as parameters. */
    String challenge(Binding binding, AuthorizationKnown known) {
        var query = new StringBuilder();
        format.names().applyTo(challenges(binding)).forEach((name, value) -> append(query, name, value));
        computed(known).forEach((name, value) -> append(query, name, value));
        return query.append(format.names().end()).toString();
    }

    private Map<String, String> challenges(Binding binding) {
        var challenges = new LinkedHashMap<String, String>();
        binding.verifier().ifPresent(secret -> {
            boolean plain = format.pkce().method() == PkceMode.Method.PLAIN;
            challenges.put("code_challenge", plain ? secret.reveal() : Pkce.challenge(secret));
            challenges.put("code_challenge_method", plain ? "plain" : "S256");
            if (identifies) {
                challenges.put("nonce", Pkce.nonce(secret));
            }
        });
        binding.proofKey().ifPresent(key -> challenges.put("dpop_jkt", key.thumbprint()));
        return challenges;
    }

    /** Returns what is known of one request. */
    AuthorizationKnown known(Pending pending, String state, Instant now) {
        return new AuthorizationKnown(clientId, pending.redirectUri(), state, now);
    }

    private Map<String, String> computed(AuthorizationKnown known) {
        var computed = new LinkedHashMap<String, String>();
        format.computed()
                .forEach(
                        (name, formula) -> formula.value(known).ifPresent(value -> computed.put(name, value.reveal())));
        return computed;
    }

    /** Returns a request as parameters, to be pushed. */
    Map<String, String> parameters(Pending pending, AuthorizationKnown known, Binding binding) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.putAll(format.parameters());
        parameters.put("redirect_uri", pending.redirectUri());
        if (!pending.scopes().isEmpty()) {
            parameters.put("scope", String.join(format.scopeDelimiter(), pending.scopes()));
        }
        parameters.put("state", known.state());
        parameters.putAll(challenges(binding));
        Map<String, String> sent = format.names().applyTo(parameters);
        sent.putAll(computed(known));
        return sent;
    }

    /** Returns what signs requests, if something does. */
    Optional<RequestObject> requestObject() {
        return requestObject;
    }

    /** Returns where a browser goes with a request that was pushed. */
    String pushed(Server server, String requestUri) {
        return alone(server, "request_uri", requestUri);
    }

    /** Returns where a browser goes with a request that was signed. */
    String signed(Server server, Secret request) {
        return alone(server, Exchange.REQUEST, request.reveal());
    }

    private String alone(Server server, String name, String value) {
        URI endpoint = server.authorizationEndpoint().orElseThrow(AuthorizationUri::noEndpoint);
        var uri = new StringBuilder(256).append(format.names().begin(endpoint));
        uri.append(format.names().name("client_id")).append('=').append(FormEncoding.encodeForQuery(clientId));
        append(uri, name, value);
        return uri.append(format.names().end()).toString();
    }

    private Preparation newPreparation(String redirectUri, List<String> requested, Server server) {
        if (!redirectUri.equals(RedirectFlow.OUT_OF_BAND)) { // which begin(…) refuses
            Uris.requireRedirectUri(redirectUri);
        }
        URI endpoint = server.authorizationEndpoint().orElseThrow(AuthorizationUri::noEndpoint);
        List<String> scopes = format.scopes(requested);
        var uri = new StringBuilder(512).append(format.names().begin(endpoint)).append(fixed);
        RequestNames names = format.names();
        if (names.sends("redirect_uri")) {
            append(uri, names.name("redirect_uri"), redirectUri);
        }
        if (!scopes.isEmpty() && names.sends("scope")) {
            uri.append('&').append(names.name("scope")).append('=');
            uri.append(names.scopes(String.join(format.scopeDelimiter(), scopes)));
        }
        uri.append('&').append(names.name("state")).append('=');
        var pending = new Pending(redirectUri, Optional.empty(), server.tokenEndpoint(), scopes, Optional.empty());
        return new Preparation(requested, server, pending, uri.toString());
    }

    private static void append(StringBuilder uri, String name, String value) {
        uri.append('&').append(FormEncoding.encodeForQuery(name));
        uri.append('=').append(FormEncoding.encodeForQuery(value));
    }

    private static ConnectionException noEndpoint() {
        return new ConnectionConfigurationException(
                "endpoint_missing",
                "the issuer's metadata names no authorization endpoint, so no browser can be sent there; use"
                        + " clientCredentials(), or another issuer",
                null);
    }
}
