package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.wire.RetryAfter;
import dev.connections.spi.AuthClient.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An answer of a server.
 *
 * @param reply the reply
 * @param reading what its body says
 * @param at when it arrived
 * @param computed what formulas made of secrets for the request, which the answer may echo
 */
record Answered(Reply reply, TokenReading reading, Instant at, List<Secret> computed) {
    Answered computing(List<Secret> values) {
        return new Answered(reply, reading, at, values);
    }

    boolean isSuccess() {
        return reply.status() >= 200 && reply.status() < 300;
    }

    Duration retryAfter() {
        return RetryAfter.of(
                reply.headers().getOrDefault("retry-after", List.of()),
                reply.headers().getOrDefault("date", List.of()),
                at);
    }
}
