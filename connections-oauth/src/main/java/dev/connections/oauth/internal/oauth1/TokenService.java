package dev.connections.oauth.internal.oauth1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.Secret;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.oauth.internal.wire.RetryAfter;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.StrategyContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for tokens, once each, and reads what comes back. Immutable, thread-safe, blocks. */
final class TokenService {
    private static final int LONGEST_TOKEN = 4 * 1024;

    private final OAuth1Definition definition;
    private final Signing signing;

    TokenService(OAuth1Definition definition) {
        this.definition = definition;
        signing = new Signing(definition);
    }

    /**
     * Asks for a token.
     *
     * @throws dev.connections.ConnectionException if the answer holds none
     */
    Answer ask(Asking asking, StrategyContext<?> context) {
        Reply reply = context.http().send(signing.post(asking, context.clock().instant()));
        String body = new String(reply.body(), UTF_8).strip();
        Map<String, String> form = form(body);
        var refusal = new Refusal(asking, definition.clientSecret(), reply.status(), body, form);
        if (reply.status() < 200 || reply.status() >= 300 || form.containsKey("oauth_problem")) {
            throw refusal.of(problem(reply), retryAfter(reply, context.clock().instant()));
        }
        return new Answer(pair(form).orElseThrow(refusal::unreadable), form);
    }

    private static Optional<TokenPair> pair(Map<String, String> form) {
        String token = form.getOrDefault("oauth_token", "");
        String secret = form.get("oauth_token_secret");
        return secret == null || !isUsable(token) || secret.length() > LONGEST_TOKEN || isMask(token, secret)
                ? Optional.empty()
                : Optional.of(new TokenPair(Secret.of(token), Secret.of(secret)));
    }

    private static boolean isUsable(String token) {
        return !token.isEmpty()
                && token.length() <= LONGEST_TOKEN
                && token.chars().noneMatch(Character::isISOControl);
    }

    /** "***" is nobody's token. */
    private static boolean isMask(String token, String secret) {
        return token.matches("\\*+") || secret.matches("\\*+");
    }

    private static String problem(Reply reply) {
        String challenge = String.join(" ", reply.headers().getOrDefault("www-authenticate", List.of()));
        return Problem.in(challenge)
                .or(() -> Problem.in(new String(reply.body(), UTF_8)))
                .orElse("");
    }

    private static Duration retryAfter(Reply reply, Instant at) {
        return RetryAfter.of(
                reply.headers().getOrDefault("retry-after", List.of()),
                reply.headers().getOrDefault("date", List.of()),
                at);
    }

    /** A broken pair is left out: what is missing then is told. */
    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            Optional<String> name = FormEncoding.decode(parts[0]);
            Optional<String> value = parts.length < 2 ? Optional.empty() : FormEncoding.decode(parts[1]);
            if (name.isPresent() && value.isPresent()) {
                form.putIfAbsent(name.get(), value.get());
            }
        }
        return form;
    }

    /**
     * What came back. Prints nothing.
     *
     * @param pair the token
     * @param parameters everything, the token included
     */
    record Answer(TokenPair pair, Map<String, String> parameters) {
        Optional<String> value(String name) {
            return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
        }

        @Override
        public String toString() {
            return "Answer";
        }
    }
}
