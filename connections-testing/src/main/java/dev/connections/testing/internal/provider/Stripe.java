package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Stripe Connect: tokens never expire, and the platform's secret key is the client's secret.
 *
 * @see <a href="https://docs.stripe.com/connect/oauth-reference">Stripe (read 2026-11-20)</a>
 */
final class Stripe extends Personality {
    private static final String CONNECT = "connect.stripe.com";

    Stripe() {
        super("stripe");
    }

    @Override
    public Place authorization() {
        return new Place(CONNECT, "/oauth/authorize");
    }

    @Override
    public Place token() {
        return new Place(CONNECT, "/oauth/token");
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public Place api() {
        return new Place("api.stripe.com", "");
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public boolean repeatsRedirect() {
        return false;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.empty();
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("livemode", false)
                .and("refresh_token", handout.refresh())
                .and("token_type", "bearer")
                .and("stripe_publishable_key", "pk_test_mock")
                .and(
                        "stripe_user_id",
                        "acct_" + Integer.toHexString(handout.account().hashCode()))
                .and("scope", handout.scope(" ")));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(401, "invalid_client", "Invalid API Key provided");
            case CODE -> Reply.error(400, "invalid_grant", "Authorization code does not exist");
            case REFRESH_TOKEN -> Reply.error(400, "invalid_grant", "Refresh token does not exist");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "invalid_request_error",
                Body.empty()
                        .and(
                                "error",
                                Body.of("message", "Invalid API Key provided").and("type", "invalid_request_error")));
    }
}
