package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Atlassian: {@code audience} and {@code prompt=consent}, rotation with ten minutes of grace, errors with status 403.
 *
 * @see <a href="https://developer.atlassian.com/cloud/oauth/getting-started/refresh-tokens">Atlassian (read 2026-11-20)</a>
 */
final class Atlassian extends Personality {
    private static final String AUTH = "auth.atlassian.com";

    Atlassian() {
        super("atlassian");
    }

    @Override
    public Place authorization() {
        return new Place(AUTH, "/authorize");
    }

    @Override
    public Place token() {
        return new Place(AUTH, "/oauth/token");
    }

    @Override
    public Place api() {
        return new Place("api.atlassian.com", "");
    }

    @Override
    public Map<String, String> demanded() {
        return Map.of("audience", "api.atlassian.com", "prompt", "consent");
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.asks("offline_access");
    }

    @Override
    public void checkToken(Seen request) throws Refused {
        if (!request.format().equals("application/json")) {
            super.checkToken(request);
        }
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ofMinutes(10));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("expires_in", handout.seconds())
                .and("token_type", "Bearer")
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(" ")));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(401, "access_denied", "Unauthorized");
            case CODE -> Reply.error(403, "invalid_grant", "Invalid authorization code");
            case REFRESH_TOKEN -> Reply.error(403, "invalid_grant", "Unknown or invalid refresh token.");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(401, "Unauthorized", Body.empty().and("code", 401).and("message", "Unauthorized"));
    }
}
