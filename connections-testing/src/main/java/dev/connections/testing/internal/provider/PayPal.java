package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * PayPal: Basic, and {@code expires_in} as a text.
 *
 * @see <a href="https://developer.paypal.com/docs/api/reference/get-an-access-token/">PayPal (read 2026-11-20)</a>
 */
final class PayPal extends Personality {
    private static final String API = "api-m.paypal.com";

    PayPal() {
        super("paypal");
    }

    @Override
    public Place authorization() {
        return new Place("www.paypal.com", "/signin/authorize");
    }

    @Override
    public Place token() {
        return new Place(API, "/v1/oauth2/token");
    }

    @Override
    public Place api() {
        return new Place(API, "");
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public Proof proof() {
        return Proof.BASIC;
    }

    @Override
    public boolean repeatsRedirect() {
        return false;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofHours(8));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("scope", handout.scope(" "))
                .and("access_token", handout.access())
                .and("token_type", "Bearer")
                .and("refresh_token", handout.refresh())
                .and("expires_in", handout.seconds().map(String::valueOf))
                .and("nonce", "2026-11-20T08:00:00Zmock"));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return wrong == Wrong.CLIENT
                ? Reply.error(401, "invalid_client", "Client Authentication failed")
                : super.refusal(request, wrong, text);
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(401, "invalid_token", "The token has expired or was revoked");
    }
}
