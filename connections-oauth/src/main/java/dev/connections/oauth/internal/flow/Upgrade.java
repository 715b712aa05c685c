package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.RequestFormat;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.spi.StrategyContext;
import java.util.List;
import java.util.Optional;

/** Exchanges what a code gave for a token that lives longer, where a definition says so. */
record Upgrade(Machinery machinery, Server server, StrategyContext<OAuth2Token> context) {

    /** Returns the longer-lived tokens; what the first response tells of the account stays. */
    Tokens of(Tokens first, List<String> scopes) {
        Optional<RequestFormat> format = machinery.definition().tokenUpgrade();
        Optional<Secret> access = first.tokens().get(0).access();
        if (format.isEmpty() || access.isEmpty()) {
            return first;
        }
        Exchange exchange = Exchange.of(
                        "the short-lived token",
                        format.get().endpoint().orElse(server.tokenEndpoint()),
                        format.get(),
                        scopes)
                .with("refresh_token", access.get());
        TokenAnswer answer = machinery.tokenEndpoint().send(exchange, server, context);
        if (answer instanceof Granted granted) {
            return merged(first, granted.tokens());
        }
        throw answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    /** What the first response said of scopes holds where the second one is silent. */
    private static List<Token> saying(Optional<String> scope, List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.scope().isPresent() ? token : token.granting(scope))
                .toList();
    }

    private static Tokens merged(Tokens first, Tokens longer) {
        return new Tokens(
                saying(first.tokens().get(0).scope(), longer.tokens()),
                first.captured(),
                longer.accountId().or(first::accountId),
                longer.accountName().or(first::accountName),
                first.idToken());
    }
}
