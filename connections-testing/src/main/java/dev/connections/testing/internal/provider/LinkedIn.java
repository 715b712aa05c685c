package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * LinkedIn for a partner whose app gets refresh tokens: no {@code token_type}, no PKCE, commas in what was granted.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens">LinkedIn (read 2026-11-20)</a>
 */
final class LinkedIn extends Personality {
    private static final String HOST = "www.linkedin.com";

    LinkedIn() {
        super("linkedin");
    }

    @Override
    public Place authorization() {
        return new Place(HOST, "/oauth/v2/authorization");
    }

    @Override
    public Place token() {
        return new Place(HOST, "/oauth/v2/accessToken");
    }

    @Override
    public Place api() {
        return new Place("api.linkedin.com", "");
    }

    @Override
    public Pkce pkce() {
        return Pkce.REFUSED;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofDays(60));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("expires_in", handout.seconds())
                .and("refresh_token", handout.refresh())
                .and("refresh_token_expires_in", Duration.ofDays(365).toSeconds())
                .and("scope", handout.scope(",")));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(401, "invalid_client", "Client authentication failed");
            case CODE ->
                Reply.error(
                        400,
                        "invalid_request",
                        "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization"
                                + " code. Or authorization code expired. Or external member binding exists");
            case REFRESH_TOKEN ->
                Reply.error(
                        400,
                        "invalid_grant",
                        "The provided authorization grant or refresh token is invalid, expired or revoked.");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "EXPIRED_ACCESS_TOKEN",
                Body.empty()
                        .and("status", 401)
                        .and("serviceErrorCode", 65602)
                        .and("code", "EXPIRED_ACCESS_TOKEN")
                        .and("message", "The token used in the request has expired"));
    }
}
