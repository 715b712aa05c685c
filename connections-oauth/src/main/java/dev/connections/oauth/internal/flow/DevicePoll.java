package dev.connections.oauth.internal.flow;

import dev.connections.Authorization;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.util.List;
import java.util.Optional;

/**
 * Asks the token endpoint for one device code, once each time. Immutable, thread-safe, blocks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.4">RFC 8628, sections 3.4 and 3.5</a>
 */
record DevicePoll(
        Machinery machinery, StrategyContext<OAuth2Token> context, List<String> scopes, Optional<ProofKey> key) {
    /** What a poll comes to, where it is no failure. */
    sealed interface Progress {
        /** The user has not answered. */
        record Waiting(boolean slowDown) implements Progress {}

        /** The user agreed, and the token is stored. */
        record Done(Authorization authorization) implements Progress {}
    }

    /**
     * Asks.
     *
     * @throws dev.connections.ConnectionException if the user said no, or nobody knows
     */
    Progress ask(Secret deviceCode) {
        Server server = machinery.server(context);
        Exchange exchange = Exchange.of(
                        "the device code",
                        server.tokenEndpoint(),
                        machinery.definition().tokenRequest(),
                        scopes)
                .with("grant_type", machinery.definition().grant().code())
                .with("device_code", deviceCode)
                .bindingTo(key);
        Answered answered = machinery.tokenEndpoint().post(exchange, server, context);
        return switch (code(answered)) {
            case "authorization_pending" -> new Progress.Waiting(false);
            case "slow_down" -> new Progress.Waiting(true);
            case "expired_token", "code_expired" -> throw denied(answered, exchange, "expired_token");
            case "access_denied", "authorization_declined" -> throw denied(answered, exchange, "access_denied");
            default -> new Progress.Done(save(machinery.tokenEndpoint().judge(answered, exchange)));
        };
    }

    private Authorization save(TokenAnswer answer) {
        if (answer instanceof Granted granted) {
            Grant<OAuth2Token> grant = machinery
                    .harvest()
                    .of(granted.tokens(), List.of(), scopes, context.clock().instant());
            return context.save(Harvest.bound(grant, key));
        }
        throw answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    /** Only an answer of the server counts, not a proxy's; some servers answer 200 (seen: GitHub, 2026). */
    private static String code(Answered answered) {
        return answered.reading() instanceof TokenReading.Refusal refusal
                        && answered.reply().status() < 500
                ? refusal.code()
                : "";
    }

    private RuntimeException denied(Answered answered, Exchange exchange, String code) {
        String fix =
                code.equals("expired_token") ? "begin again and show the new code" : "begin again if the user agrees";
        return Refusals.of(exchange, answered.reply().status()).denied(code, error(answered, exchange), fix);
    }

    private ServerError error(Answered answered, Exchange exchange) {
        return ServerError.of(
                (TokenReading.Refusal) answered.reading(),
                exchange.unspeakable(machinery.definition().secrets(), answered));
    }
}
