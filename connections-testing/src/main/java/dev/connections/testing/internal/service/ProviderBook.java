package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import dev.connections.testing.internal.provider.Handout;
import dev.connections.testing.internal.provider.Personality;
import dev.connections.testing.internal.provider.Refused;
import dev.connections.testing.internal.provider.Wrong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A provider's memory. Thread-safe: the monitor guards all of it and is held for look-ups only. */
final class ProviderBook {
    private final Personality who;
    private final Terms terms;
    private final UnaryOperator<String> origins;
    private final Map<String, ProviderFamily> codes = new HashMap<>();
    private final Map<String, ProviderFamily> byUsedCode = new HashMap<>();
    private final List<ProviderFamily> families = new ArrayList<>();

    ProviderBook(Personality who, Terms terms, UnaryOperator<String> origins) {
        this.who = who;
        this.terms = terms;
        this.origins = origins;
    }

    synchronized String issueCode(ProviderTicket ticket, String account) {
        boolean first = families.stream().noneMatch(each -> each.account().equals(account));
        boolean lasting = !terms.withheld()
                && (who.refreshes() || terms.grace().isPresent())
                && who.lasts(ticket.request(), first);
        String code = CanarySecret.text("code");
        codes.put(code, new ProviderFamily(ticket, account, lasting));
        return code;
    }

    /** The first use of a code ends it; a second use ends what the first one got. */
    synchronized Handout redeem(String code, Optional<String> redirectUri, Optional<String> verifier) throws Refused {
        Optional.ofNullable(byUsedCode.get(code)).ifPresent(ProviderFamily::revoke);
        ProviderFamily family = Optional.ofNullable(codes.remove(code))
                .orElseThrow(() -> new Refused(Wrong.CODE, "the code is unknown or was used before"));
        if (who.repeatsRedirect()
                && !redirectUri.equals(Optional.of(family.ticket().redirectUri()))) {
            throw new Refused(Wrong.CODE, "redirect_uri differs from the one of the authorization request");
        }
        family.ticket().requireVerifier(who.pkce(), verifier);
        byUsedCode.put(code, family);
        families.add(family);
        return handout(family, family.first(terms));
    }

    synchronized Handout refresh(String token) throws Refused {
        return who.exchangesAccessTokens() ? exchange(token) : refreshed(token);
    }

    private Handout refreshed(String token) throws Refused {
        ProviderFamily family = families.stream()
                .filter(each -> each.owning(token).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refused(Wrong.REFRESH_TOKEN, "the refresh token is unknown"));
        Map.Entry<String, Grant> branch = family.owning(token).orElseThrow();
        requireUsable(family, branch.getValue(), token);
        if (who.mintLimit().filter(limit -> family.minted(terms.now()) > limit).isPresent()) {
            throw new Refused(Wrong.LIMIT, "too many access tokens of one refresh token");
        }
        return handed(family, branch, successor(family, branch.getValue(), token));
    }

    private void requireUsable(ProviderFamily family, Grant grant, String token) throws Refused {
        boolean former =
                !grant.isCurrent(token) && !grant.isInGrace(token, terms.grace().orElse(Duration.ZERO), terms.now());
        if (former && who.former() == Personality.Former.ENDS_ALL) {
            family.revoke();
        }
        if (grant.revoked() || (former && who.former() != Personality.Former.LIVES)) {
            throw new Refused(Wrong.REFRESH_TOKEN, "the refresh token was used before or revoked");
        }
    }

    private Optional<String> successor(ProviderFamily family, Grant grant, String token) {
        if (terms.grace().isEmpty()) {
            return Optional.empty();
        }
        boolean young = terms.now().isBefore(family.issued(token).plus(who.rotatesAfter()));
        boolean stays = grant.isCurrent(token) ? young : who.former() != Personality.Former.LIVES;
        return Optional.of(stays ? grant.refreshToken() : family.nextRefreshToken(grant, terms.now()));
    }

    private Handout exchange(String accessToken) throws Refused {
        ProviderFamily family = families.stream()
                .filter(each -> each.accepting(accessToken, terms.now()).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refused(Wrong.REFRESH_TOKEN, "the token is unknown or has expired"));
        return handed(family, family.accepting(accessToken, terms.now()).orElseThrow(), Optional.empty());
    }

    private Handout handed(ProviderFamily family, Map.Entry<String, Grant> branch, Optional<String> refreshToken) {
        var pair = new Handout.Pair(family.access(branch.getValue(), terms), refreshToken);
        return handout(family, Map.of(branch.getKey(), pair));
    }

    private Handout handout(ProviderFamily family, Map<String, Handout.Pair> tokens) {
        return new Handout(
                family.account(),
                family.ticket().scopes(),
                tokens,
                terms.hidden() ? Optional.empty() : Optional.of(terms.lifetime()),
                terms.now(),
                origins);
    }

    synchronized Optional<String> accountOf(String accessToken) {
        return families.stream()
                .filter(each -> each.accepting(accessToken, terms.now()).isPresent())
                .map(ProviderFamily::account)
                .findFirst();
    }

    /** Ends a token, and where it is a refresh token what it made. */
    synchronized void revoke(String token) {
        for (ProviderFamily each : families) {
            each.accepting(token, terms.now())
                    .ifPresent(branch -> branch.getValue().revoke());
            each.owning(token).ifPresent(branch -> branch.getValue().revoke());
        }
    }

    synchronized void revokeAccount(String account) {
        codes.values().removeIf(each -> each.account().equals(account));
        families.stream().filter(each -> each.account().equals(account)).forEach(ProviderFamily::revoke);
    }

    synchronized void expireAccessTokens() {
        families.forEach(ProviderFamily::expire);
    }

    synchronized Optional<Secret> newestAccessToken(String account) {
        return families.stream()
                .filter(each -> each.account().equals(account))
                .flatMap(each -> each.newestAccessToken().stream())
                .reduce((older, newer) -> newer)
                .map(Secret::of);
    }
}
