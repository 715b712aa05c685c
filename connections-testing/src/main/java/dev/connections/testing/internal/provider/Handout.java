package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a token response hands out. Prints no token.
 *
 * @param account whose it is
 * @param scopes what was granted
 * @param tokens by name; {@code default} is the main one
 * @param lifetime how long they live, empty where the provider was told to hide it
 * @param now the provider's time
 * @param origins where a host of the provider's is: its origin on loopback
 */
public record Handout(
        String account,
        Set<String> scopes,
        Map<String, Pair> tokens,
        Optional<Duration> lifetime,
        Instant now,
        UnaryOperator<String> origins) {
    /** The name of the main token. */
    public static final String MAIN = "default";

    /**
     * An access token with what refreshes it.
     *
     * @param access the access token
     * @param refresh the refresh token, empty where there is none or the former one stays
     */
    public record Pair(String access, Optional<String> refresh) {
        @Override
        public String toString() {
            return "Pair[redacted]";
        }
    }

    String access() {
        return pair(MAIN).access();
    }

    Optional<String> refresh() {
        return pair(MAIN).refresh();
    }

    boolean has(String name) {
        return tokens.containsKey(name);
    }

    Pair pair(String name) {
        return Optional.ofNullable(tokens.get(name)).orElseThrow();
    }

    Optional<Long> seconds() {
        return lifetime.map(Duration::toSeconds);
    }

    String scope(String delimiter) {
        return String.join(delimiter, scopes);
    }

    String origin(String host) {
        return origins.apply(host);
    }

    @Override
    public String toString() {
        return "Handout[" + account + ", " + scopes + "]";
    }
}
