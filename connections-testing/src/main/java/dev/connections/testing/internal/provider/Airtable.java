package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Airtable: PKCE, Basic without the client's id in the body, refresh tokens that work once and end all when reused.
 *
 * @see <a href="https://airtable.com/developers/web/api/oauth-reference">Airtable (read 2026-11-20)</a>
 */
final class Airtable extends Personality {
    private static final String HOST = "airtable.com";

    Airtable() {
        super("airtable");
    }

    @Override
    public Place authorization() {
        return new Place(HOST, "/oauth2/v1/authorize");
    }

    @Override
    public Place token() {
        return new Place(HOST, "/oauth2/v1/token");
    }

    @Override
    public Place api() {
        return new Place("api.airtable.com", "");
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
    public void checkToken(Seen request) throws Refused {
        super.checkToken(request);
        if (request.one("client_id").isPresent()) {
            throw Refused.request("client_id stands in the header already");
        }
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("refresh_token", handout.refresh())
                .and("token_type", "Bearer")
                .and("scope", handout.scope(" "))
                .and("expires_in", handout.seconds())
                .and("refresh_expires_in", Duration.ofDays(60).toSeconds()));
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "AUTHENTICATION_REQUIRED",
                Body.empty()
                        .and(
                                "error",
                                Body.of("type", "AUTHENTICATION_REQUIRED").and("message", "Authentication required")));
    }
}
