package dev.connections.testing.internal.service;

import dev.connections.testing.internal.CanarySecret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account granted to a client, with every token that came of it. Guarded by {@link GrantBook}.
 *
 * <p>The tokens of a grant are a family: reuse of a rotated refresh token ends all of them (RFC 9700, section 4.14.2).
 */
final class Grant {
    private final String account;
    private final String clientId;
    private final Set<String> scopes;
    private final Map<String, Access> accessTokens = new LinkedHashMap<>();
    private final Map<String, Rotation> rotations = new HashMap<>();
    private Optional<String> jkt = Optional.empty();
    private String refreshToken = "";
    private boolean revoked;

    Grant(String account, String clientId, Set<String> scopes) {
        this.account = account;
        this.clientId = clientId;
        this.scopes = scopes;
    }

    String account() {
        return account;
    }

    String clientId() {
        return clientId;
    }

    Set<String> scopes() {
        return scopes;
    }

    /** Binds an access token to a key if it is of this grant, and the refresh tokens with it. */
    void bindOwn(String accessToken, String thumbprint) {
        Access access = accessTokens.get(accessToken);
        if (access != null) {
            accessTokens.put(accessToken, new Access(access.expiresAt, thumbprint));
            jkt = Optional.of(thumbprint);
        }
    }

    /** RFC 9449, section 5. */
    void requireKey(Optional<String> proven) throws Refusal {
        if (jkt.isPresent() && !jkt.equals(proven)) {
            throw Refusal.invalidGrant("the refresh token is bound to another key");
        }
    }

    /** Returns the key that an access token is bound to, empty for none. */
    String keyOf(String accessToken) {
        Access access = accessTokens.get(accessToken);
        return access == null ? "" : access.jkt;
    }

    boolean belongsTo(String client) {
        return clientId.equals(client);
    }

    void revoke() {
        revoked = true;
        accessTokens.clear();
    }

    boolean revoked() {
        return revoked;
    }

    String addAccessToken(Instant expiresAt) {
        String token = CanarySecret.text("access-token");
        accessTokens.put(token, new Access(expiresAt, ""));
        return token;
    }

    boolean accepts(String accessToken, Instant now) {
        Access access = accessTokens.get(accessToken);
        return access != null && now.isBefore(access.expiresAt);
    }

    Optional<Instant> expiryOf(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken)).map(Access::expiresAt);
    }

    boolean dropAccessToken(String accessToken) {
        return accessTokens.remove(accessToken) != null;
    }

    void dropAccessTokens() {
        accessTokens.clear();
    }

    /** The newest access token, empty if none is left. */
    Optional<String> newestAccessToken() {
        return accessTokens.keySet().stream().reduce((older, newer) -> newer);
    }

    /** Makes the first refresh token, or the successor of the current one. */
    String nextRefreshToken(Instant now) {
        String successor = CanarySecret.text("refresh-token");
        if (!refreshToken.isEmpty()) {
            rotations.put(refreshToken, new Rotation(successor, now));
        }
        refreshToken = successor;
        return successor;
    }

    boolean isCurrent(String token) {
        return refreshToken.equals(token);
    }

    boolean owns(String token) {
        return isCurrent(token) || rotations.containsKey(token);
    }

    /** Whether a former token may still be used: it was the last one, and not long ago. */
    boolean isInGrace(String former, Duration grace, Instant now) {
        Rotation rotation = rotations.get(former);
        return rotation != null && rotation.successor.equals(refreshToken) && now.isBefore(rotation.at.plus(grace));
    }

    String refreshToken() {
        return refreshToken;
    }

    /** A class and not a record, which would print the token beside it. */
    private static final class Rotation {
        private final String successor;
        private final Instant at;

        Rotation(String successor, Instant at) {
            this.successor = successor;
            this.at = at;
        }
    }

    private record Access(Instant expiresAt, String jkt) {}
}
