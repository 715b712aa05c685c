package dev.connections;

import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.Refresher;
import dev.connections.spi.StrategyContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A strategy whose refreshes end as a test says: what the engine does is then the only thing under test. */
final class ScriptedStrategy implements CredentialStrategy<ScriptedStrategy.Token, UnattendedFlow> {
    static final Duration LIFETIME = Duration.ofHours(1);

    /** A counted token with its end. */
    record Token(int number, Instant expiresAt) implements Credential {}

    /** How a refresh ends. */
    @FunctionalInterface
    interface Script {
        Refresher.Outcome<Token> refresh(Token current, StrategyContext<Token> context);
    }

    final AtomicInteger refreshes = new AtomicInteger();
    private volatile Script script = (current, context) -> renewed(current, context);
    private volatile Duration lifetime = LIFETIME;
    private volatile List<String> servers = List.of();
    private volatile Optional<Duration> keptAlive = Optional.empty();
    private volatile boolean verifyFails;
    private volatile Runnable whileVerifying = () -> {};
    private volatile Optional<String> identity = Optional.empty();
    private volatile Optional<Set<String>> granted = Optional.empty();

    void refreshingBy(Script next) {
        script = next;
    }

    void living(Duration next) {
        lifetime = next;
    }

    /** Where the service says that the account's API is. */
    void servedAt(String... resourceServers) {
        servers = List.of(resourceServers);
    }

    void keptAliveFor(Duration unused) {
        keptAlive = Optional.of(unused);
    }

    void identifiedAs(String accountId) {
        identity = Optional.of(accountId);
    }

    /** What the service says it grants with the first token. */
    void granting(String... scopes) {
        granted = Optional.of(Set.of(scopes));
    }

    void failingVerification() {
        verifyFails = true;
    }

    void failingVerification(Runnable meanwhile) {
        verifyFails = true;
        whileVerifying = meanwhile;
    }

    Refresher.Outcome<Token> renewed(Token current, StrategyContext<Token> context) {
        return Refresher.Outcome.Renewed.of(
                new Token(current.number() + 1, context.clock().instant().plus(lifetime)));
    }

    static Refresher.Outcome<Token> unavailable(boolean outcomeUnknown) {
        return new Refresher.Outcome.Failed<>(
                new TransientConnectionException(
                        "unavailable", "the token endpoint is down; try later", Duration.ZERO, outcomeUnknown, null),
                outcomeUnknown);
    }

    @Override
    public String authenticationType() {
        return "test.scripted";
    }

    @Override
    public UnattendedFlow flow(StrategyContext<Token> context) {
        return () -> context.save(new StrategyContext.Grant<>(
                Map.of("default", new Token(1, context.clock().instant().plus(lifetime))),
                identity,
                Optional.empty(),
                granted,
                Map.of(),
                servers));
    }

    @Override
    public void apply(Token token, OutgoingRequest request) {
        request.header("Authorization", "Bearer " + token.number());
    }

    @Override
    public CredentialCodec<Token> codec() {
        return new CredentialCodec<>() {
            @Override
            public int version() {
                return 1;
            }

            @Override
            public Map<String, Secret> write(Token token) {
                return Map.of(
                        "number", Secret.of(Integer.toString(token.number())),
                        "expires_at", Secret.of(token.expiresAt().toString()));
            }

            @Override
            public Token read(int version, Map<String, Secret> values) {
                return new Token(
                        Integer.parseInt(values.get("number").reveal()),
                        Instant.parse(values.get("expires_at").reveal()));
            }
        };
    }

    @Override
    public Optional<Refresher<Token>> refresher() {
        return Optional.of(new Refresher<>() {
            @Override
            public Validity validity(Token token) {
                return Validity.until(token.expiresAt());
            }

            @Override
            public Optional<Instant> keepAliveBy(Token token) {
                return keptAlive.map(unused -> token.expiresAt().minus(lifetime).plus(unused));
            }

            @Override
            public boolean rotates(Token token) {
                return true;
            }

            @Override
            public Outcome<Token> refresh(Token current, StrategyContext<Token> context) {
                refreshes.incrementAndGet();
                return script.refresh(current, context);
            }

            @Override
            public void verify(Token before, Token after, StrategyContext<Token> context) {
                whileVerifying.run();
                if (verifyFails) {
                    throw new ConnectionSecurityException("subject_differs", "another subject came back", null);
                }
            }
        });
    }
}
