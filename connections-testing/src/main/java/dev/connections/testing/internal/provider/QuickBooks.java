package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * QuickBooks: the company comes in the callback alone, and a refresh token is replaced once a day.
 *
 * @see <a href="https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0">QuickBooks (read 2026-11-20)</a>
 */
final class QuickBooks extends Personality {
    QuickBooks() {
        super("quickbooks");
    }

    @Override
    public Place authorization() {
        return new Place("appcenter.intuit.com", "/connect/oauth2");
    }

    @Override
    public Place token() {
        return new Place("oauth.platform.intuit.com", "/oauth2/v1/tokens/bearer");
    }

    @Override
    public Place api() {
        return new Place("quickbooks.api.intuit.com", "");
    }

    @Override
    public Proof proof() {
        return Proof.BASIC;
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public Map<String, String> callback(UnaryOperator<String> origins) {
        return Map.of("realmId", "9341453172914713");
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Duration rotatesAfter() {
        return Duration.ofDays(1);
    }

    @Override
    public Former former() {
        return Former.REFUSED;
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("token_type", "bearer")
                .and("expires_in", handout.seconds())
                .and("x_refresh_token_expires_in", 8_726_400)
                .and("refresh_token", handout.refresh())
                .and("access_token", handout.access()));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(401, "invalid_client", Body.of("error", "invalid_client"));
            case CODE -> Reply.error(400, "invalid_grant", "Invalid authorization code");
            case REFRESH_TOKEN -> Reply.error(400, "invalid_grant", "Incorrect or invalid refresh token");
            default -> super.refusal(request, wrong, text);
        };
    }

    @Override
    public Reply stale(Seen request) {
        Body error = Body.of("message", "message=AuthenticationFailed; errorCode=003200; statusCode=401")
                .and("code", "3200");
        return Reply.error(
                401,
                "3200",
                Body.empty().and("fault", Body.of("type", "AUTHENTICATION").andRaw("error", error.inArray())));
    }
}
