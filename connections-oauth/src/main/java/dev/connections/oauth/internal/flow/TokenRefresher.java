package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.Expiries;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.spi.Refresher;
import dev.connections.spi.StrategyContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Renews tokens: with the refresh token, or by minting again where there are client credentials.
 *
 * <p>Between the server's answer and the returned outcome nothing throws: a rotated refresh token that is not returned is
 * lost.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
 */
final class TokenRefresher implements Refresher<OAuth2Token> {
    private static final Duration LONGEST_IDLE = Duration.ofDays(7);
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);

    private final Machinery machinery;

    TokenRefresher(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Validity validity(OAuth2Token credential) {
        StoredToken token = StoredTokenCodec.of(credential);
        boolean renewable = canRenew(token);
        return new Validity(
                token.expiresAt(),
                renewable ? margin(token) : Optional.of(Duration.ZERO),
                renewable ? renewal().rule().earliestAge() : Duration.ZERO);
    }

    /** A margin longer than half a token's life would renew it all the time. */
    private Optional<Duration> margin(StoredToken token) {
        Duration life = token.expiresAt()
                .map(end -> Duration.between(token.obtainedAt(), end))
                .orElse(Duration.ZERO);
        Duration longest = life.dividedBy(2);
        return machinery
                .definition()
                .margin()
                .map(stated -> stated.compareTo(longest) < 0 ? stated : longest)
                .or(() -> renewal().margin(life));
    }

    /** What services forget after 30 days or more unless told otherwise, and some after less, is renewed each week. */
    @Override
    public Optional<Instant> keepAliveBy(OAuth2Token credential) {
        StoredToken token = StoredTokenCodec.of(credential);
        return mints() || renewal().spent(token).isEmpty()
                ? Optional.empty()
                : Optional.of(token.obtainedAt().plus(renewal().notBefore(idle(token))));
    }

    @Override
    public Optional<Instant> lastsUntil(OAuth2Token credential) {
        return mints() ? Optional.empty() : renewal().lastsUntil(StoredTokenCodec.of(credential));
    }

    /** What is almost over, or is over and lives on all the same, is not renewed all the time. */
    private Duration idle(StoredToken token) {
        return renewal()
                .extensible(token)
                .map(left -> left.multipliedBy(9).dividedBy(10))
                .filter(most -> most.compareTo(SHORTEST_IDLE) >= 0)
                .filter(stated -> stated.compareTo(LONGEST_IDLE) < 0)
                .orElse(LONGEST_IDLE);
    }

    @Override
    public boolean rotates(OAuth2Token credential) {
        return !mints() && renewal().uses(StoredTokenCodec.of(credential));
    }

    @Override
    public Set<String> derivedTokens() {
        return machinery.definition().derivedTokens().keySet();
    }

    @Override
    public boolean describes(String name, OAuth2Token stored) {
        return derivation().describes(name, StoredTokenCodec.of(stored));
    }

    @Override
    public Outcome<OAuth2Token> derive(OAuth2Token main, String name, StrategyContext<OAuth2Token> context) {
        try {
            return derivation().derive(StoredTokenCodec.of(main), name, context);
        } catch (ConnectionException unsent) {
            return new Outcome.Failed<>(unsent, isOutcomeUnknown(unsent));
        }
    }

    @Override
    public boolean lasts(ConnectionException failure) {
        return failure.code().equals(AnswerJudge.HTML) || failure.code().equals(AnswerJudge.EMPTY);
    }

    private Renewing renewal() {
        return new Renewing(machinery.definition().renewal());
    }

    private TokenDerivation derivation() {
        return new TokenDerivation(machinery);
    }

    @Override
    public Outcome<OAuth2Token> refresh(OAuth2Token current, StrategyContext<OAuth2Token> context) {
        StoredToken token = StoredTokenCodec.of(current);
        if (!mints() && renewal().spent(token).isEmpty()) {
            return new Outcome.Rejected<>(NO_REFRESH_TOKEN, "the service issued no refresh token");
        }
        try {
            StoredToken bound = token.boundTo(token.proofKey().or(machinery::newProofKey));
            TokenAnswer answer =
                    mints() ? MintFlow.mint(machinery, context, bound.proofKey()) : exchange(bound, context);
            return outcome(answer, bound, context);
        } catch (ConnectionException unsent) {
            return new Outcome.Failed<>(unsent, isOutcomeUnknown(unsent));
        }
    }

    @Override
    public void verify(OAuth2Token before, OAuth2Token after, StrategyContext<OAuth2Token> context) {
        StoredToken renewed = StoredTokenCodec.of(after);
        if (renewed.signedIn().isPresent()) {
            new SigningIn(machinery, machinery.server(context), context).verify(renewed);
        }
    }

    private TokenAnswer exchange(StoredToken token, StrategyContext<OAuth2Token> context) {
        Server server = machinery.server(context);
        Exchange exchange = renewal().spending(machinery, token, server, machinery.scopes(context));
        return machinery.tokenEndpoint().send(exchange, server, context);
    }

    private Outcome<OAuth2Token> outcome(TokenAnswer answer, StoredToken before, StrategyContext<OAuth2Token> context) {
        if (answer instanceof Granted granted) {
            return renewed(granted.tokens(), before, context);
        }
        if (answer instanceof Rejected rejected) {
            return mints()
                    ? new Outcome.Failed<>(rejected.asDenial(), false)
                    : new Outcome.Rejected<>(rejected.error(), rejected.description());
        }
        Failed failed = (Failed) answer;
        return new Outcome.Failed<>(failed.failure(), failed.outcomeUnknown() && !mints());
    }

    private Outcome<OAuth2Token> renewed(Tokens response, StoredToken before, StrategyContext<OAuth2Token> context) {
        Instant now = context.clock().instant();
        Token read = renewal().reading(tokenFor(before.name(), response), before, now);
        if (read.access().isPresent()) {
            StoredToken renewed =
                    renewal().dated(before.renewedBy(read, now), before).claiming(response.idToken());
            return new Retold(machinery, context).with(response, read, renewed);
        }
        Optional<Secret> rotated = read.refresh().filter(it -> !Optional.of(it).equals(before.refresh()));
        if (rotated.isPresent() && !mints() && renewal().spendsRefreshTokens()) {
            return Outcome.Renewed.of(before.salvaging(rotated.get(), now.plus(Expiries.SHORTEST), now));
        }
        return new Outcome.Failed<>(read.unusable() ? Unusable.token() : Unusable.missing(), !mints());
    }

    /** A refresh response often holds a named token where the main one stands. */
    private static Token tokenFor(String name, Tokens response) {
        Token main = response.tokens().get(0);
        return response.tokens().stream()
                .filter(token -> token.name().equals(name))
                .filter(token -> token.access().isPresent() || token.refresh().isPresent())
                .findFirst()
                .orElse(main);
    }

    private boolean canRenew(StoredToken token) {
        return mints() || renewal().spent(token).isPresent() || derivation().describes(token);
    }

    private boolean mints() {
        return machinery.definition().grant().mints();
    }

    /** An answer that was too large came all the same. */
    private static boolean isOutcomeUnknown(ConnectionException failure) {
        return failure instanceof TransientConnectionException later
                ? later.outcomeUnknown()
                : failure.code().equals("response_too_large");
    }
}
