package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Salesforce: no {@code expires_in}, {@code instance_url} is the API's address, refresh tokens rotate.
 *
 * @see <a href="https://help.salesforce.com/s/articleView?id=005316711">Salesforce (read 2026-11-20)</a>
 */
final class Salesforce extends Personality {
    private static final String LOGIN = "login.salesforce.com";
    private static final String INSTANCE = "acme.my.salesforce.com";
    private static final String EXPIRED = "INVALID_SESSION_ID";

    Salesforce() {
        super("salesforce");
    }

    @Override
    public Place authorization() {
        return new Place(LOGIN, "/services/oauth2/authorize");
    }

    @Override
    public Place token() {
        return new Place(LOGIN, "/services/oauth2/token");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(LOGIN, "/services/oauth2/revoke"));
    }

    @Override
    public Revocation revokes() {
        return Revocation.OPEN;
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public Place api() {
        return new Place(INSTANCE, "");
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.asks("refresh_token") || request.asks("offline_access");
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofHours(2));
    }

    @Override
    public boolean statesLifetime() {
        return false;
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("refresh_token", handout.refresh())
                .and("signature", "c2lnbmF0dXJl")
                .and("scope", handout.scope(" "))
                .and("instance_url", handout.origin(INSTANCE))
                .and(
                        "id",
                        handout.origin(LOGIN) + "/id/00Dx0000000BV7z/"
                                + Integer.toHexString(handout.account().hashCode()))
                .and("token_type", "Bearer")
                .and("issued_at", Long.toString(handout.now().toEpochMilli())));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(400, "invalid_client", "invalid client credentials");
            case CODE -> Reply.error(400, "invalid_grant", "invalid authorization code");
            case REFRESH_TOKEN -> Reply.error(400, "invalid_grant", "expired access/refresh token");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        if (request.path().startsWith("/services/Soap/")) {
            return Reply.of(500, "text/xml", "<faultcode>sf:" + EXPIRED + "</faultcode>")
                    .as(EXPIRED);
        }
        return Reply.of(
                        401,
                        "application/json",
                        Body.of("message", "Session expired or invalid")
                                .and("errorCode", EXPIRED)
                                .inArray())
                .as(EXPIRED);
    }
}
