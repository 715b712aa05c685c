package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.TokenRenewal.Rotation;
import dev.connections.oauth.internal.definition.RenewalRule;
import dev.connections.oauth.internal.definition.RenewalRule.Mode;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.token.StoredToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a definition's rule of renewal means for a token. Immutable. */
record Renewing(RenewalRule rule) {
    private static final int SHARE_OF_LIFETIME = 10;

    /** Returns what renews a token; empty if nothing does. */
    Optional<Secret> spent(StoredToken token) {
        return switch (rule.mode()) {
            case REFRESH_TOKEN, EXTEND -> token.refresh();
            case ACCESS_TOKEN -> token.access();
            case NONE -> Optional.empty();
        };
    }

    /** Tells whether a refresh may use up what renews a token. */
    boolean uses(StoredToken token) {
        return rule.mode() == Mode.REFRESH_TOKEN
                && rule.rotation() != Rotation.NEVER
                && token.refresh().isPresent();
    }

    /** Tells whether a refresh token alone is worth keeping: elsewhere a token without access token renews nothing. */
    boolean spendsRefreshTokens() {
        return rule.mode() == Mode.REFRESH_TOKEN;
    }

    /** Returns the request that renews a token. */
    Exchange spending(Machinery machinery, StoredToken token, Server server, List<String> scopes) {
        boolean exchanged = rule.mode() == Mode.ACCESS_TOKEN;
        StoredToken presented = exchanged ? token.rotatedTo(spent(token).orElseThrow(), Optional.empty()) : token;
        return machinery.spending(presented, exchanged ? "the access token" : "the refresh token", server, scopes);
    }

    /** Returns what was read of an answer: where that only extends a token, it is the one from before. */
    Token reading(Token read, StoredToken before, Instant now) {
        return rule.mode() == Mode.EXTEND && read.access().isEmpty() && !read.unusable()
                ? new Token(
                        read.name(),
                        before.access(),
                        false,
                        read.refresh(),
                        before.type(),
                        read.expiresAt().or(() -> rule.extendedBy().map(now::plus)),
                        read.refreshExpiresAt(),
                        read.scope())
                : read;
    }

    /** Returns a first token that knows when it ends, and when what renews it does. */
    StoredToken first(StoredToken token) {
        StoredToken dated = token.ending(token.refreshExpiresAt().or(() -> counted(token)));
        Optional<Instant> extended = rule.extendedBy().map(token.obtainedAt()::plus);
        return dated.expiresAt().isPresent() ? dated : dated.expiring(extended);
    }

    /** Returns a renewed token that knows it too: what renews it may end with the first one. */
    StoredToken dated(StoredToken token, StoredToken before) {
        if (rule.refreshTokenLifetime().isEmpty()) {
            return token;
        }
        boolean same = rule.endsWithConsent() || token.refresh().equals(before.refresh());
        Optional<Instant> known = same ? before.refreshExpiresAt() : counted(token);
        return token.ending(token.refreshExpiresAt().or(() -> known));
    }

    private Optional<Instant> counted(StoredToken token) {
        return rule.refreshTokenLifetime().map(token.obtainedAt()::plus);
    }

    /** Returns when a user must act, as far as is known. */
    Optional<Instant> lastsUntil(StoredToken token) {
        return switch (rule.mode()) {
            case REFRESH_TOKEN, EXTEND -> token.refresh().isPresent() ? token.refreshExpiresAt() : token.expiresAt();
            case ACCESS_TOKEN, NONE -> token.expiresAt();
        };
    }

    /** Returns how long a token lasted when it was obtained; empty if unknown, or if no renewal makes it last longer. */
    Optional<Duration> extensible(StoredToken token) {
        boolean fixed = rule.endsWithConsent() && rule.mode() != Mode.ACCESS_TOKEN;
        return fixed ? Optional.empty() : lastsUntil(token).map(end -> Duration.between(token.obtainedAt(), end));
    }

    /** Returns the margin of a token that nothing can renew once it has ended; empty for the usual one. */
    Optional<Duration> margin(Duration life) {
        return rule.mode() == Mode.ACCESS_TOKEN ? Optional.of(life.dividedBy(SHARE_OF_LIFETIME)) : Optional.empty();
    }

    /** Returns an age at which a server renews a token. */
    Duration notBefore(Duration age) {
        return age.compareTo(rule.earliestAge()) < 0 ? rule.earliestAge() : age;
    }
}
