package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * GitHub: a form unless JSON is asked for, errors with status 200, commas in what was granted, nothing expires.
 *
 * @see <a href="https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors">GitHub (read 2026-11-20)</a>
 */
final class GitHub extends Personality {
    private static final String HOST = "github.com";

    GitHub() {
        super("github");
    }

    @Override
    public Place authorization() {
        return new Place(HOST, "/login/oauth/authorize");
    }

    @Override
    public Place token() {
        return new Place(HOST, "/login/oauth/access_token");
    }

    @Override
    public Place api() {
        return new Place("api.github.com", "");
    }

    @Override
    public Optional<String> codeGrant() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.empty();
    }

    @Override
    public boolean refreshes() {
        return false;
    }

    /** A GitHub App whose user tokens expire. */
    @Override
    public Optional<Duration> rotatingLifetime() {
        return Optional.of(Duration.ofHours(8));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        Body body = Body.of("access_token", handout.access())
                .and("expires_in", handout.seconds())
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(","))
                .and("token_type", "bearer");
        return wantsJson(request)
                ? Reply.json(body)
                : Reply.of(200, "application/x-www-form-urlencoded; charset=utf-8", body.asForm());
    }

    private static boolean wantsJson(Seen request) {
        return request.header("Accept").filter("application/json"::equals).isPresent();
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        String error = switch (wrong) {
            case CLIENT -> "incorrect_client_credentials";
            case CODE -> "bad_verification_code";
            case REFRESH_TOKEN -> "bad_refresh_token";
            case LIMIT -> "slow_down";
            case GRANT_TYPE -> "unsupported_grant_type";
            default -> "invalid_request";
        };
        Body body = Body.of("error", error).and("error_description", text);
        return wantsJson(request)
                ? Reply.json(body).as(error)
                : Reply.of(200, "application/x-www-form-urlencoded; charset=utf-8", body.asForm())
                        .as(error);
    }

    @Override
    public Optional<Reply> objection(Seen request) {
        return request.header("User-Agent").isPresent()
                ? Optional.empty()
                : Optional.of(Reply.of(403, "text/plain", "Request forbidden by administrative rules."));
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401, "Bad credentials", Body.of("message", "Bad credentials").and("status", "401"));
    }
}
