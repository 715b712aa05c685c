package dev.connections.crash;

import dev.connections.crash.Call.Answer;
import dev.connections.crash.Call.Grant;
import dev.connections.crash.Tokens.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authorization server that forgives nothing knows: refresh tokens are used once, and a second use ends the grant,
 * except within a grace after the first. Thread-safe.
 */
final class Grants {
    private final Tokens tokens;
    private final Duration grace;
    // Guarded by this.
    private final Map<String, State> byCode = new HashMap<>();
    private final Map<String, Place> byRefreshToken = new HashMap<>();
    private final Map<String, State> latest = new HashMap<>();

    Grants(Tokens tokens, Duration grace) {
        this.tokens = tokens;
        this.grace = grace;
    }

    /** What a grant has come to. */
    private static final class State {
        private final Grant grant;
        private final List<String> refreshTokens = new ArrayList<>();
        private long rotatedAt;
        private boolean ended;

        private State(Grant grant) {
            this.grant = grant;
        }

        private int newest() {
            return refreshTokens.size() - 1;
        }
    }

    private record Place(State state, int generation) {}

    /** What a token request ends with; without tokens where it was refused. */
    record Turn(Grant grant, int generation, Answer answer, Optional<Issued> issued) {}

    /** The tokens of an answer. */
    record Issued(String accessToken, String refreshToken) {}

    /** Lets a user agree; returns the code. */
    synchronized String agreed(String link) {
        var state = new State(new Grant(link, latest(link).number() + 1));
        latest.put(link, state);
        String code = tokens.fresh("code");
        byCode.put(code, state);
        return code;
    }

    /** Returns the latest grant of a connection; number 0 before the first. */
    synchronized Grant latest(String link) {
        State state = latest.get(link);
        return state == null ? new Grant(link, 0) : state.grant;
    }

    /** Whether a token comes from the last answer of a connection's latest grant, and that grant is alive. */
    synchronized boolean isCurrent(Ticket ticket) {
        State state = latest.get(ticket.grant().link());
        return state != null
                && state.grant.equals(ticket.grant())
                && state.newest() == ticket.generation()
                && !state.ended;
    }

    /** Exchanges a code, once. */
    synchronized Turn exchange(String code) {
        State state = byCode.remove(code);
        return state == null ? unknown() : issued(state, 0, Answer.ROTATED, next(state));
    }

    /** Uses a refresh token. */
    synchronized Turn refresh(String refreshToken) {
        Place place = byRefreshToken.get(refreshToken);
        if (place == null) {
            return unknown();
        }
        State state = place.state();
        if (state.ended) {
            return new Turn(state.grant, place.generation(), Answer.ENDED, Optional.empty());
        }
        if (place.generation() == state.newest()) {
            return issued(state, place.generation(), Answer.ROTATED, next(state));
        }
        return usedBefore(state, place.generation());
    }

    private Turn usedBefore(State state, int generation) {
        boolean inGrace = Wall.micros() - state.rotatedAt <= grace.toNanos() / 1_000;
        if (generation == state.newest() - 1 && inGrace) {
            return issued(state, generation, Answer.REPLAYED, state.refreshTokens.get(state.newest()));
        }
        state.ended = true;
        return new Turn(state.grant, generation, Answer.REUSED, Optional.empty());
    }

    private String next(State state) {
        String refreshToken = tokens.fresh("refresh");
        state.refreshTokens.add(refreshToken);
        state.rotatedAt = Wall.micros();
        byRefreshToken.put(refreshToken, new Place(state, state.newest()));
        return refreshToken;
    }

    private Turn issued(State state, int generation, Answer answer, String refreshToken) {
        String accessToken = tokens.issue(state.grant, state.newest());
        return new Turn(state.grant, generation, answer, Optional.of(new Issued(accessToken, refreshToken)));
    }

    private static Turn unknown() {
        return new Turn(new Grant("unknown", 0), 0, Answer.UNKNOWN, Optional.empty());
    }
}
