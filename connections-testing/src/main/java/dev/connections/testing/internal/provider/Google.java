package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Google: a refresh token needs {@code access_type=offline}, and after the first consent {@code prompt=consent} too.
 *
 * @see <a href="https://developers.google.com/identity/protocols/oauth2">Google (read 2026-11-20)</a>
 */
final class Google extends Personality {
    private static final String TOKENS = "oauth2.googleapis.com";

    Google() {
        super("google");
    }

    @Override
    public Place authorization() {
        return new Place("accounts.google.com", "/o/oauth2/v2/auth");
    }

    @Override
    public Place token() {
        return new Place(TOKENS, "/token");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(TOKENS, "/revoke"));
    }

    @Override
    public Revocation revokes() {
        return Revocation.OPEN;
    }

    @Override
    public Reply revoked() {
        return Reply.json(Body.empty());
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public Place api() {
        return new Place("www.googleapis.com", "");
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.is("access_type", "offline") && (first || request.is("prompt", "consent"));
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofSeconds(3599));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("expires_in", handout.seconds())
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(" "))
                .and("token_type", "Bearer"));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case REFRESH_TOKEN -> Reply.error(400, "invalid_grant", "Token has been expired or revoked.");
            case CODE -> Reply.error(400, "invalid_grant", "Bad Request");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                        401,
                        "UNAUTHENTICATED",
                        Body.empty()
                                .and(
                                        "error",
                                        Body.empty()
                                                .and("code", 401)
                                                .and("message", "Request had invalid authentication credentials.")
                                                .and("status", "UNAUTHENTICATED")))
                .with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
    }
}
