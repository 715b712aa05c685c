package dev.connections.testing.internal.service;

import dev.connections.testing.internal.provider.Handout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one consent gave: a {@link Grant} for each named token. Guarded by {@link ProviderBook}. */
final class ProviderFamily {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final ProviderTicket ticket;
    private final String account;
    private final boolean lasting;
    private final Map<String, Grant> branches = new LinkedHashMap<>();
    private final Map<String, Instant> issued = new HashMap<>();
    private final List<Instant> minted = new ArrayList<>();

    ProviderFamily(ProviderTicket ticket, String account, boolean lasting) {
        this.ticket = ticket;
        this.account = account;
        this.lasting = lasting;
        ticket.tokenNames()
                .forEach(name -> branches.put(name, new Grant(account, Clients.CONFIDENTIAL, ticket.scopes())));
    }

    String account() {
        return account;
    }

    ProviderTicket ticket() {
        return ticket;
    }

    /** Hands out a token of each name. */
    Map<String, Handout.Pair> first(Terms terms) {
        var pairs = new LinkedHashMap<String, Handout.Pair>();
        branches.forEach((name, grant) -> pairs.put(
                name,
                new Handout.Pair(
                        access(grant, terms),
                        lasting ? Optional.of(nextRefreshToken(grant, terms.now())) : Optional.empty())));
        return pairs;
    }

    String nextRefreshToken(Grant grant, Instant now) {
        String token = grant.nextRefreshToken(now);
        issued.put(token, now);
        return token;
    }

    /** Returns since when there is a refresh token of this family. */
    Instant issued(String refreshToken) {
        return Optional.ofNullable(issued.get(refreshToken)).orElseThrow();
    }

    String access(Grant grant, Terms terms) {
        return grant.addAccessToken(terms.now().plus(terms.lifetime()));
    }

    /** Counts one more refresh, and tells how many there were in the last ten minutes. */
    int minted(Instant now) {
        minted.removeIf(at -> at.isBefore(now.minus(WINDOW)));
        minted.add(now);
        return minted.size();
    }

    /** Finds the name of the token that a refresh token is for. */
    Optional<Map.Entry<String, Grant>> owning(String refreshToken) {
        return branches.entrySet().stream()
                .filter(each -> each.getValue().owns(refreshToken))
                .findFirst();
    }

    /** Finds the name of an access token that is good now. */
    Optional<Map.Entry<String, Grant>> accepting(String accessToken, Instant now) {
        return branches.entrySet().stream()
                .filter(each -> each.getValue().accepts(accessToken, now))
                .findFirst();
    }

    Optional<String> newestAccessToken() {
        return Optional.ofNullable(branches.get(Handout.MAIN)).flatMap(Grant::newestAccessToken);
    }

    void expire() {
        branches.values().forEach(Grant::dropAccessTokens);
    }

    void revoke() {
        branches.values().forEach(Grant::revoke);
    }
}
