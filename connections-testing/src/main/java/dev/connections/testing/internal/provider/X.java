package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * X: PKCE, Basic, two-hour tokens, refresh tokens that work once.
 *
 * @see <a href="https://github.com/plhery/node-twitter-api-v2/issues/496">X (read 2026-11-20)</a>
 */
final class X extends Personality {
    private static final String FORMER_HOST = "api.twitter.com";

    X() {
        super("twitter_v2");
    }

    @Override
    public Place authorization() {
        return new Place("x.com", "/i/oauth2/authorize");
    }

    @Override
    public Place token() {
        return new Place("api.x.com", "/2/oauth2/token");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(FORMER_HOST, "/2/oauth2/revoke"));
    }

    @Override
    public Place api() {
        return new Place(FORMER_HOST, "");
    }

    @Override
    public Pkce pkce() {
        return Pkce.REQUIRED;
    }

    @Override
    public Proof proof() {
        return Proof.BASIC;
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.asks("offline.access");
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofHours(2));
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
        return Reply.json(Body.of("token_type", "bearer")
                .and("expires_in", handout.seconds())
                .and("access_token", handout.access())
                .and("scope", handout.scope(" "))
                .and("refresh_token", handout.refresh()));
    }

    @Override
    public Reply revoked() {
        return Reply.json(Body.empty().and("revoked", true));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(401, "unauthorized_client", "Missing valid authorization header");
            case CODE -> Reply.error(400, "invalid_request", "Value passed for the authorization code was invalid.");
            case REFRESH_TOKEN -> Reply.error(400, "invalid_request", "Value passed for the token was invalid.");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "Unauthorized",
                Body.of("title", "Unauthorized")
                        .and("type", "about:blank")
                        .and("status", 401)
                        .and("detail", "Unauthorized"));
    }
}
