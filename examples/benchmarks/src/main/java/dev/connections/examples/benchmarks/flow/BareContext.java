package dev.connections.examples.benchmarks.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.spi.AuthClient;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.StrategyContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What a strategy needs of the SDK, without a store: to measure the strategy alone. */
record BareContext(ConnectionDefinition<?> definition, AuthClient http) implements StrategyContext<OAuth2Token> {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64URL.encodeToString(bytes);
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public LongSupplier ticker() {
        return System::nanoTime;
    }

    @Override
    public Map<String, String> inputs() {
        return Map.of();
    }

    @Override
    public Begun begin(Function<String, Map<String, Secret>> pending, Map<String, String> inputs) {
        return new Begun(random(), clock().instant().plus(LIFETIME));
    }

    @Override
    public DirectFlow<OAuth2Token> direct(CredentialForm<OAuth2Token> form) {
        throw new UnsupportedOperationException("nobody is asked for anything here");
    }

    @Override
    public Taken take(String state, String sessionState) {
        throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public Authorization save(Grant<OAuth2Token> grant) {
        throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public Authorization save(Grant<OAuth2Token> grant, Taken taken) {
        throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public ConnectionException concerning(ConnectionException failure) {
        return failure;
    }
}
