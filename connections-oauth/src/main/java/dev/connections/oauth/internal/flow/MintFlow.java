package dev.connections.oauth.internal.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionException;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.AssertionFormat;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.util.List;
import java.util.Optional;

/**
 * Client credentials, or an assertion of the client's, for one authorization. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
 */
final class MintFlow implements UnattendedFlow {
    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;

    MintFlow(Machinery machinery, StrategyContext<OAuth2Token> context) {
        this.machinery = machinery;
        this.context = context;
    }

    @Override
    public Authorization grant() {
        try {
            return granted();
        } catch (ConnectionException e) {
            throw context.concerning(e);
        }
    }

    private Authorization granted() {
        Optional<ProofKey> key = machinery.newProofKey();
        TokenAnswer answer = mint(machinery, context, key);
        if (answer instanceof Granted granted) {
            Grant<OAuth2Token> grant = machinery
                    .harvest()
                    .of(
                            granted.tokens(),
                            List.of(),
                            machinery.scopes(context),
                            context.clock().instant());
            return context.save(Harvest.bound(grant, key));
        }
        throw answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    /** Asks for a new token; the first one and every later one are asked for alike. */
    static TokenAnswer mint(Machinery machinery, StrategyContext<OAuth2Token> context, Optional<ProofKey> key) {
        Server server = machinery.server(context);
        OAuth2Definition definition = machinery.definition();
        String scope = String.join(definition.authorization().scopeDelimiter(), machinery.scopes(context));
        Exchange exchange = request(machinery, context, server).bindingTo(key);
        if (definition.assertion().isPresent()) {
            AssertionFormat format = definition.assertion().get();
            Assertions bare = Assertions.bearer(format, definition.clientId(), server);
            Assertions assertion = format.hasScopeClaim() ? bare.scoped(scope) : bare;
            exchange =
                    exchange.with("assertion", assertion.signed(context.clock().instant()));
            scope = format.hasScopeClaim() ? "" : scope;
        }
        return machinery
                .tokenEndpoint()
                .send(scope.isEmpty() ? exchange : exchange.with("scope", scope), server, context);
    }

    private static Exchange request(Machinery machinery, StrategyContext<OAuth2Token> context, Server server) {
        boolean signs = machinery.definition().assertion().isPresent();
        return Exchange.of(
                        signs ? "the signed assertion" : "the client credentials",
                        server.tokenEndpoint(),
                        machinery.definition().tokenRequest(),
                        machinery.scopes(context))
                .withCure("check the client's key, the issuer, subject and audience the service expects, and this"
                        + " machine's clock")
                .with("grant_type", machinery.definition().grant().code());
    }
}
