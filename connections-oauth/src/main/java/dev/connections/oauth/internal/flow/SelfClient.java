package dev.connections.oauth.internal.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
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
 * Redeems a code that no authorization request asked for: somebody made it at the service's console, for their own client.
 * Confined to one call.
 */
final class SelfClient {
    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;

    SelfClient(Machinery machinery, StrategyContext<OAuth2Token> context) {
        this.machinery = machinery;
        this.context = context;
    }

    Authorization redeem(Secret code) {
        if (machinery.definition().server().identifies()) {
            throw new ConnectionConfigurationException(
                    "copying_unsupported",
                    "the service's ID tokens answer a request, and a code of its console answers none; use"
                            + " begin(redirectUri) and complete(callback, state)",
                    null);
        }
        Server server = machinery.server(context);
        Optional<ProofKey> key = machinery.newProofKey();
        List<String> scopes = machinery.scopes(context);
        Exchange exchange = Exchange.of(
                        "the grant token",
                        server.tokenEndpoint(),
                        machinery.definition().tokenRequest(),
                        scopes)
                .with("grant_type", machinery.definition().grant().code())
                .with("code", code)
                .bindingTo(key);
        TokenAnswer answer = machinery.tokenEndpoint().send(exchange, server, context);
        if (!(answer instanceof Granted granted)) {
            throw answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
        }
        Grant<OAuth2Token> grant = machinery
                .harvest()
                .of(granted.tokens(), List.of(), scopes, context.clock().instant());
        return context.save(Harvest.bound(grant, key));
    }
}
