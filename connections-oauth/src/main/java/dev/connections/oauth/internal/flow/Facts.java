package dev.connections.oauth.internal.flow;

import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.PkceMode;
import dev.connections.oauth.internal.definition.ServerFormat.Revocation;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.metadata.ServerDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What pages and manifests show of a definition, without asking the network. */
final class Facts {
    private Facts() {}

    static Map<String, String> of(OAuth2Definition definition, ServerDirectory directory) {
        Optional<Server> server = directory.known();
        var facts = new LinkedHashMap<String, String>();
        facts.put("grant_type", definition.grant().code());
        definition.server().issuer().ifPresent(issuer -> facts.put("issuer", issuer));
        server.flatMap(Server::authorizationEndpoint)
                .ifPresent(uri -> facts.put("authorization_endpoint", Uris.withoutQuery(uri)));
        server.map(Server::tokenEndpoint).ifPresent(uri -> facts.put("token_endpoint", Uris.withoutQuery(uri)));
        server.flatMap(Server::deviceAuthorizationEndpoint)
                .ifPresent(uri -> facts.put("device_authorization_endpoint", Uris.withoutQuery(uri)));
        server.flatMap(Server::pushedRequests)
                .ifPresent(uri -> facts.put("pushed_authorization_request_endpoint", Uris.withoutQuery(uri)));
        server.flatMap(Server::revocation)
                .map(Revocation::endpoint)
                .ifPresent(uri -> facts.put("revocation_endpoint", Uris.withoutQuery(uri)));
        facts.put("client_id", definition.clientId());
        PkceMode pkce = definition.authorization().pkce();
        pkce.deviation().ifPresent(why -> facts.put("pkce_deviation", pkce.method() + ": " + why));
        return facts;
    }
}
