package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One revocation at one endpoint. */
record Ending(Machinery machinery, URI endpoint, Server server, StrategyContext<OAuth2Token> context) {
    /** Errors that say the token is already dead, which is what was asked for. */
    private static final Set<String> ALREADY_DEAD = Set.of("invalid_token", "token_revoked", "token_expired");

    private static final String UNSUPPORTED = "unsupported_token_type"; // RFC 7009, section 2.2.1

    /** Ends a token as RFC 7009 says. */
    String byRequest(String hint, Secret token) {
        String name = hint.replace('_', ' ');
        Exchange exchange = Exchange.ending("the revocation of the " + name, endpoint)
                .writtenAs(machinery.definition().revocationRequest())
                .with("token", token)
                .with("token_type_hint", hint);
        return judged(name, exchange, machinery.tokenEndpoint().written(exchange, server, context));
    }

    /** Ends an access token by an empty request that it authorizes. */
    String byAccessToken(StoredToken token, Secret access) {
        Exchange exchange =
                Exchange.ending("the revocation of the access token", endpoint).with("token", access);
        Instant now = context.clock().instant();
        Call call = machinery.tokenUse().on(Call.of("POST", endpoint), token, now);
        return judged("access token", exchange, new Written(call, List.of()));
    }

    private String judged(String name, Exchange exchange, Written written) {
        Answered answered =
                machinery.tokenEndpoint().send(written.call(), server, context).computing(written.computed());
        String error = answered.reading() instanceof TokenReading.Refusal found ? found.code() : "";
        boolean refused = !answered.isSuccess() || !error.isEmpty();
        if (refused && !isAlreadyDead(answered, error)) {
            throw failure(answered, exchange, error);
        }
        return name + " revoked (HTTP " + answered.reply().status() + ")";
    }

    private static boolean isAlreadyDead(Answered answered, String error) {
        return answered.reply().status() < 500 && ALREADY_DEAD.contains(error);
    }

    private RuntimeException failure(Answered answered, Exchange exchange, String error) {
        if (error.equals(UNSUPPORTED)) {
            return new Refusals("the revocation endpoint", exchange.presented(), "", List.of(), Optional.empty())
                    .configuration(
                            UNSUPPORTED,
                            new ServerError(UNSUPPORTED, "", ""),
                            "end the token on the service's own pages");
        }
        TokenAnswer answer = machinery.tokenEndpoint().judge(answered, exchange);
        return answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }
}
