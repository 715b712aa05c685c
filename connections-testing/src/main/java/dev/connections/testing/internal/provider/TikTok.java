package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * TikTok Login Kit for a web application: {@code client_key}, commas that are not encoded, a slash at the end of paths.
 *
 * @see <a href="https://developers.tiktok.com/doc/oauth-user-access-token-management">TikTok (read 2026-11-20)</a>
 */
final class TikTok extends Personality {
    private static final String API = "open.tiktokapis.com";

    TikTok() {
        super("tiktok");
    }

    @Override
    public Place authorization() {
        return new Place("www.tiktok.com", "/v2/auth/authorize/");
    }

    @Override
    public Place token() {
        return new Place(API, "/v2/oauth/token/");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(API, "/v2/oauth/revoke/"));
    }

    @Override
    public Place api() {
        return new Place(API, "");
    }

    @Override
    public String clientIdName() {
        return "client_key";
    }

    @Override
    public String delimiter() {
        return ",";
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public void checkAuthorization(Seen request) throws Refused {
        super.checkAuthorization(request);
        if (request.query().contains("%2C")) {
            throw new Refused(Wrong.SCOPE, "the commas between scopes are encoded");
        }
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Former former() {
        return Former.REFUSED;
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("expires_in", handout.seconds())
                .and(
                        "open_id",
                        "afd97af1-" + Integer.toHexString(handout.account().hashCode()))
                .and("refresh_expires_in", Duration.ofDays(365).toSeconds())
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(","))
                .and("token_type", "Bearer"));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> said("invalid_client", "Client key or secret is incorrect.");
            case CODE -> said("invalid_grant", "Authorization code is expired.");
            case REFRESH_TOKEN -> said("invalid_grant", "Refresh token is invalid or expired.");
            case LIMIT -> super.refusal(request, wrong, text);
            default -> said("invalid_request", text);
        };
    }

    private static Reply said(String error, String description) {
        return Reply.error(
                400,
                error,
                Body.of("error", error).and("error_description", description).and("log_id", "202611200800000000"));
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "access_token_invalid",
                Body.empty()
                        .and("data", Body.empty())
                        .and("error", Body.of("code", "access_token_invalid").and("log_id", "202611200800000000")));
    }
}
