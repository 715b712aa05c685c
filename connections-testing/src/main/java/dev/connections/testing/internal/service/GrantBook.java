package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The authorization server's memory. Thread-safe: the monitor guards all of it and is held for look-ups only. */
final class GrantBook {
    /** RFC 6749, section 4.1.2 recommends ten minutes at most. */
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    private final Terms terms;
    private final Map<String, AuthorizationCode> codes = new HashMap<>();
    private final Map<String, Grant> byUsedCode = new HashMap<>();
    private final List<Grant> grants = new ArrayList<>();

    GrantBook(Terms terms) {
        this.terms = terms;
    }

    synchronized String issueCode(AuthorizationTicket ticket, String account) {
        String code = CanarySecret.text("code");
        Instant end = terms.now().plus(CODE_LIFETIME);
        codes.put(code, ticket.codeFor(account, end));
        return code;
    }

    /** Refuses a code or a refresh token that is bound to another key than the one proven. */
    synchronized void requireKey(String presented, Optional<String> proven) throws Refusal {
        AuthorizationCode code = codes.get(presented);
        if (code != null) {
            code.requireKey(proven);
        }
        for (Grant each : grants) {
            if (each.owns(presented)) {
                each.requireKey(proven);
            }
        }
    }

    /** Binds what was issued to a key. */
    synchronized void bind(Issued issued, String thumbprint) {
        grants.forEach(each -> each.bindOwn(issued.accessToken().reveal(), thumbprint));
    }

    /** Returns the key that an access token is bound to, empty for none. */
    synchronized String keyOf(String accessToken) {
        return grants.stream()
                .map(each -> each.keyOf(accessToken))
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first use of a code ends it, whatever else is wrong; a second use ends what the first one got. */
    synchronized Issued redeem(String code, String clientId, String redirectUri, String verifier) throws Refusal {
        Grant replayed = byUsedCode.get(code);
        if (replayed != null) {
            replayed.revoke();
            throw Refusal.invalidGrant("the code was used before; its tokens are revoked");
        }
        AuthorizationCode found = codes.remove(code);
        if (found == null) {
            throw Refusal.invalidGrant("the code is unknown");
        }
        found.require(clientId, redirectUri, verifier, terms.now());
        Grant grant = open(found.account(), clientId, found.scopes());
        byUsedCode.put(code, grant);
        return issue(grant, grant.scopes(), first(grant)).with(found.nonce());
    }

    synchronized Issued grant(String account, String clientId, Set<String> scopes) {
        return issue(open(account, clientId, scopes), scopes, Optional.empty());
    }

    /** As {@link #grant}, with a refresh token. */
    synchronized Issued grantLasting(String account, String clientId, Set<String> scopes) {
        Grant grant = open(account, clientId, scopes);
        return issue(grant, scopes, first(grant));
    }

    private Optional<String> first(Grant grant) {
        return terms.withheld() ? Optional.empty() : Optional.of(grant.nextRefreshToken(terms.now()));
    }

    private Grant open(String account, String clientId, Set<String> scopes) {
        Grant grant = new Grant(account, clientId, scopes);
        grants.add(grant);
        return grant;
    }

    synchronized Issued refresh(String token, String clientId, Set<String> narrowed) throws Refusal {
        Grant grant = grants.stream()
                .filter(each -> each.owns(token) && each.belongsTo(clientId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidGrant("the refresh token is unknown"));
        if (grant.revoked()) {
            throw Refusal.invalidGrant("the grant was revoked");
        }
        if (!grant.scopes().containsAll(narrowed)) {
            throw Refusal.of("invalid_scope", "a scope was not granted");
        }
        return issue(grant, narrowed.isEmpty() ? grant.scopes() : narrowed, successor(grant, token));
    }

    private Optional<String> successor(Grant grant, String token) throws Refusal {
        Optional<Duration> grace = terms.grace();
        if (grant.isCurrent(token)) {
            return grace.map(any -> grant.nextRefreshToken(terms.now()));
        }
        if (!grant.isInGrace(token, grace.orElse(Duration.ZERO), terms.now())) {
            grant.revoke();
            throw Refusal.invalidGrant("the refresh token was used before; the grant is revoked");
        }
        return Optional.of(grant.refreshToken());
    }

    private Issued issue(Grant grant, Set<String> scopes, Optional<String> refreshToken) {
        String access = grant.addAccessToken(terms.now().plus(terms.lifetime()));
        return new Issued(
                Secret.of(access),
                refreshToken.map(Secret::of),
                scopes,
                grant.account(),
                grant.clientId(),
                Optional.empty());
    }

    /** RFC 7009, section 2.1: a refresh token takes its grant along, an access token goes alone. */
    synchronized void revokeToken(String token, String clientId) {
        for (Grant each : grants) {
            if (each.belongsTo(clientId) && !each.dropAccessToken(token) && each.owns(token)) {
                each.revoke();
            }
        }
    }

    synchronized void revokeAccount(String account) {
        codes.values().removeIf(code -> code.account().equals(account));
        grants.stream().filter(each -> each.account().equals(account)).forEach(Grant::revoke);
    }

    synchronized void expireAccessTokens() {
        grants.forEach(Grant::dropAccessTokens);
    }

    synchronized Optional<String> accountOf(String accessToken) {
        return grantOf(accessToken).map(Grant::account);
    }

    synchronized Optional<Grant> grantOf(String accessToken) {
        return grants.stream()
                .filter(each -> each.accepts(accessToken, terms.now()))
                .findFirst();
    }

    synchronized Optional<Instant> expiryOf(String accessToken) {
        return grantOf(accessToken).flatMap(grant -> grant.expiryOf(accessToken));
    }

    synchronized Optional<Secret> newestAccessToken(String account) {
        return grants.stream()
                .filter(each -> each.account().equals(account))
                .flatMap(each -> each.newestAccessToken().stream())
                .reduce((older, newer) -> newer)
                .map(Secret::of);
    }
}
