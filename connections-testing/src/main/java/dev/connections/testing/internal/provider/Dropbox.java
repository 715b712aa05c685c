package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Dropbox: {@code token_access_type=offline} for a refresh token, the client's secret in one place, not both.
 *
 * @see <a href="https://dropbox.tech/developers/using-oauth-2-0-with-offline-access">Dropbox (read 2026-11-20)</a>
 */
final class Dropbox extends Personality {
    private static final String API = "api.dropboxapi.com";
    private static final String EXPIRED = "expired_access_token";

    Dropbox() {
        super("dropbox");
    }

    @Override
    public Place authorization() {
        return new Place("www.dropbox.com", "/oauth2/authorize");
    }

    @Override
    public Place token() {
        return new Place(API, "/oauth2/token");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(API, "/2/auth/token/revoke"));
    }

    @Override
    public Revocation revokes() {
        return Revocation.BY_ACCESS_TOKEN;
    }

    @Override
    public Reply revoked() {
        return Reply.of(200, "application/json", "null");
    }

    @Override
    public Place api() {
        return new Place(API, "");
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.is("token_access_type", "offline");
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofHours(4));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("token_type", "bearer")
                .and("expires_in", handout.seconds())
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(" "))
                .and("uid", "12345")
                .and(
                        "account_id",
                        "dbid:" + Integer.toHexString(handout.account().hashCode())));
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401, EXPIRED, Body.of("error_summary", EXPIRED + "/...").and("error", Body.of(".tag", EXPIRED)));
    }
}
