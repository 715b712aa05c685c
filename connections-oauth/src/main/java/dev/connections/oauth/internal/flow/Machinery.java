package dev.connections.oauth.internal.flow;

import dev.connections.oauth.internal.definition.CaptureRule;
import dev.connections.oauth.internal.definition.ErrorMeaning;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.RequestFormat;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.metadata.ServerDirectory;
import dev.connections.oauth.internal.openid.LazyIdTokenCheck;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What one definition's flows, refresher and revoker share, made once. Immutable but for the directory's copy of the
 * metadata and what servers say about proofs; thread-safe.
 *
 * @param definition the definition
 * @param directory finds the server
 * @param tokenEndpoint sends token requests
 * @param authorizationUri writes authorization requests
 * @param harvest makes grants of responses
 * @param idTokens checks ID tokens
 * @param tokenUse puts tokens on requests
 * @param callbackNames which callback parameters are read
 */
record Machinery(
        OAuth2Definition definition,
        ServerDirectory directory,
        TokenEndpoint tokenEndpoint,
        AuthorizationUri authorizationUri,
        Harvest harvest,
        LazyIdTokenCheck idTokens,
        TokenUse tokenUse,
        CallbackNames callbackNames) {

    static Machinery of(OAuth2Definition definition) {
        return of(definition, new ServerDirectory(definition.server()));
    }

    static Machinery of(OAuth2Definition definition, ServerDirectory directory) {
        return new Machinery(
                definition,
                directory,
                new TokenEndpoint(definition),
                new AuthorizationUri(definition),
                new Harvest(definition),
                new LazyIdTokenCheck(definition.server().fapi2()),
                new TokenUse(definition),
                new CallbackNames(
                        Captures.parameters(definition),
                        definition.authorization().names().received()));
    }

    /** Makes the key that the tokens of a flow are bound to; empty where they are not. */
    Optional<ProofKey> newProofKey() {
        return definition.proofAlgorithm().map(algorithm -> ProofKey.make(algorithm));
    }

    Server server(StrategyContext<?> context) {
        return directory.server(context);
    }

    List<String> scopes(StrategyContext<?> context) {
        return definition.authorization().scopes(context.definition().scopes());
    }

    /** Returns which of the connection's scopes a user is asked for. */
    List<String> askedScopes(StrategyContext<?> context) {
        List<String> all = context.definition().scopes();
        return definition.authorization().incremental()
                ? definition.authorization().missing(all, context.grantedScopes())
                : all;
    }

    Optional<ErrorMeaning> meaning(String error) {
        return definition.response().meaning(error).or(() -> ErrorMeaning.ofDialect(error));
    }

    /** Returns the request that spends a refresh token, wherever refreshes of this definition go. */
    Exchange spending(StoredToken token, String presented, Server server, List<String> scopes) {
        RequestFormat format = definition.refreshRequest();
        URI endpoint = format.endpoint().orElse(server.tokenEndpoint());
        Exchange spending = Exchange.of(presented, forAccount(endpoint, token.tokenServer()), format, scopes)
                .with("grant_type", "refresh_token")
                .with("refresh_token", token.refresh().orElseThrow())
                .bindingTo(token.proofKey());
        return token.access()
                .map(access -> spending.knowing("access_token", access))
                .orElse(spending);
    }

    /** Returns an endpoint as it is for an account that lives at another origin, if the definition still lists that. */
    URI forAccount(URI endpoint, Optional<String> tokenServer) {
        return tokenServer
                .filter(this::isListed)
                .map(origin -> Uris.at(origin, endpoint))
                .orElse(endpoint);
    }

    private boolean isListed(String origin) {
        return definition.captures().stream().filter(CaptureRule::isTokenServer).anyMatch(rule -> rule.lists(origin));
    }
}
