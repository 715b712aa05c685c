package dev.connections.oauth.internal.token;

import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.response.TokenReading.Token;
import java.time.Instant;
import java.util.Optional;

/**
 * One token of an account as it is stored.
 *
 * @param name the token's name in the definition, which says where a refresh response holds it
 * @param access the access token; empty after a response whose access token could not be used but whose refresh token
 *     could
 * @param refresh the refresh token, if the server gave one
 * @param type the token type as sent, empty if there was none
 * @param obtainedAt when it arrived
 * @param expiresAt when it expires, if that is known
 * @param refreshExpiresAt when the refresh token expires unless it is used, if the server said so
 * @param scope the granted scope as sent; empty if it is what was asked for
 * @param tokenServer the origin that issued it, where that is not the definition's
 * @param proofKey the key it is bound to, empty for a bearer token
 * @param signedIn whose it is, where an ID token proved that
 */
public record StoredToken(
        String name,
        Optional<Secret> access,
        Optional<Secret> refresh,
        String type,
        Instant obtainedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> refreshExpiresAt,
        Optional<String> scope,
        Optional<String> tokenServer,
        Optional<ProofKey> proofKey,
        Optional<SignedIn> signedIn)
        implements OAuth2Token {

    /** Returns what is stored of a first response. */
    public static StoredToken of(Token read, Instant now, Optional<String> tokenServer) {
        return new StoredToken(
                read.name(),
                read.access(),
                read.refresh(),
                read.type(),
                now,
                read.expiresAt(),
                read.refreshExpiresAt(),
                read.scope(),
                tokenServer,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns a copy that is bound to a key. */
    public StoredToken boundTo(Optional<ProofKey> key) {
        return new StoredToken(
                name,
                access,
                refresh,
                type,
                obtainedAt,
                expiresAt,
                refreshExpiresAt,
                scope,
                tokenServer,
                key,
                signedIn);
    }

    /**
     * Returns what is stored after a refresh: the response's parts, and the old ones where it leaves them out.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
     */
    public StoredToken renewedBy(Token read, Instant now) {
        return new StoredToken(
                name,
                read.access(),
                read.refresh().or(() -> refresh),
                read.type(),
                now,
                read.expiresAt(),
                read.refreshExpiresAt().or(() -> read.refresh().isPresent() ? Optional.empty() : refreshExpiresAt),
                read.scope().or(() -> scope),
                tokenServer,
                proofKey,
                signedIn);
    }

    /** Returns a copy with another refresh token: the server replaced it while it made a token of it. */
    public StoredToken rotatedTo(Secret newRefresh, Optional<Instant> newRefreshExpiresAt) {
        return new StoredToken(
                name,
                access,
                Optional.of(newRefresh),
                type,
                obtainedAt,
                expiresAt,
                newRefreshExpiresAt,
                scope,
                tokenServer,
                proofKey,
                signedIn);
    }

    /** Returns a copy that expires at a time. */
    public StoredToken expiring(Optional<Instant> end) {
        return new StoredToken(
                name, access, refresh, type, obtainedAt, end, refreshExpiresAt, scope, tokenServer, proofKey, signedIn);
    }

    /** Returns a copy whose refresh token ends at a time. */
    public StoredToken ending(Optional<Instant> end) {
        return refresh.map(same -> rotatedTo(same, end)).orElse(this);
    }

    /** Returns a token that was made of this one: under a description, and with no refresh token of its own. */
    public StoredToken deriving(String description, Token read, Instant now) {
        return new StoredToken(
                description,
                read.access(),
                Optional.empty(),
                read.type(),
                now,
                read.expiresAt(),
                Optional.empty(),
                read.scope(),
                tokenServer,
                proofKey,
                Optional.empty());
    }

    /** Returns a copy without a usable access token but with the newest refresh token, so that nothing is lost. */
    public StoredToken salvaging(Secret newRefresh, Instant expiry, Instant now) {
        return new StoredToken(
                name,
                Optional.empty(),
                Optional.of(newRefresh),
                "",
                now,
                Optional.of(expiry),
                Optional.empty(),
                scope,
                tokenServer,
                proofKey,
                signedIn);
    }

    /** Returns a copy that knows whose it is. */
    public StoredToken of(SignedIn who) {
        return new StoredToken(
                name,
                access,
                refresh,
                type,
                obtainedAt,
                expiresAt,
                refreshExpiresAt,
                scope,
                tokenServer,
                proofKey,
                Optional.of(who));
    }

    /** Returns a copy with the ID token of a refresh, to be checked; only where one came with the first response. */
    public StoredToken claiming(Optional<Secret> idToken) {
        return signedIn.map(who -> of(who.with(idToken))).orElse(this);
    }

    /** Prints the name and the expiry. */
    @Override
    public String toString() {
        return "OAuth2Token[" + name + expiresAt.map(at -> ", expires " + at).orElse("") + "]";
    }
}
