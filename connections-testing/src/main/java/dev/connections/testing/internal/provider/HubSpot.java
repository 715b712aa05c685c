package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * HubSpot: endpoints that carry a date, half-hour tokens, one refresh token for good.
 *
 * @see <a href="https://developers.hubspot.com/changelog/new-oauth-v3-api-endpoints-and-standardized-error-responses">HubSpot (read 2026-11-20)</a>
 */
final class HubSpot extends Personality {
    private static final String API = "api.hubapi.com";

    HubSpot() {
        super("hubspot");
    }

    @Override
    public Place authorization() {
        return new Place("app.hubspot.com", "/oauth/authorize");
    }

    @Override
    public Place token() {
        return new Place(API, "/oauth/2026-03/token");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(API, "/oauth/2026-03/token/revoke"));
    }

    @Override
    public Place api() {
        return new Place(API, "");
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofMinutes(30));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("token_type", "bearer")
                .and("refresh_token", handout.refresh())
                .and("access_token", handout.access())
                .and("expires_in", handout.seconds()));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CODE -> said("invalid_grant", "BAD_AUTH_CODE", "missing or unknown auth code");
            case REFRESH_TOKEN ->
                said("invalid_grant", "BAD_REFRESH_TOKEN", "refresh token is invalid, expired or revoked");
            case CLIENT -> said("invalid_client", "BAD_CLIENT_SECRET", "missing or invalid client secret");
            default -> super.refusal(request, wrong, text);
        };
    }

    /** The standard's members, and beside them the former ones. */
    private static Reply said(String error, String status, String message) {
        return Reply.error(
                400,
                error,
                Body.of("error", error)
                        .and("error_description", message)
                        .and("status", status)
                        .and("message", message));
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "EXPIRED_AUTHENTICATION",
                Body.of("status", "error")
                        .and("category", "EXPIRED_AUTHENTICATION")
                        .and("message", "The OAuth token used to make this call expired"));
    }
}
