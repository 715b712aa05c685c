package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facebook: no refresh tokens, a token is exchanged for a new one; errors are objects.
 *
 * @see <a href="https://developers.facebook.com/docs/facebook-login/access-tokens/debugging-and-error-handling">Facebook (read 2026-11-20)</a>
 */
final class Facebook extends Personality {
    private static final String GRAPH = "graph.facebook.com";

    Facebook() {
        super("facebook");
    }

    @Override
    public Place authorization() {
        return new Place("www.facebook.com", "/v22.0/dialog/oauth");
    }

    @Override
    public Place token() {
        return new Place(GRAPH, "/v22.0/oauth/access_token");
    }

    @Override
    public Place api() {
        return new Place(GRAPH, "");
    }

    /** Commas or spaces. */
    @Override
    public Set<String> scopes(String scope) throws Refused {
        return super.scopes(scope.replace(',', ' '));
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public Map<String, String> denial() {
        return Map.of(
                "error",
                "access_denied",
                "error_code",
                "200",
                "error_description",
                "Permissions error",
                "error_reason",
                "user_denied");
    }

    /** A form or a query, by POST or by GET. */
    @Override
    public void checkToken(Seen request) {}

    @Override
    public Optional<String> codeGrant() {
        return Optional.empty();
    }

    @Override
    public Optional<String> refreshing(Seen request) throws Refused {
        return request.is("grant_type", "fb_exchange_token")
                ? Optional.of(request.required("fb_exchange_token"))
                : Optional.empty();
    }

    @Override
    public boolean exchangesAccessTokens() {
        return true;
    }

    @Override
    public boolean refreshes() {
        return false;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofDays(60));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("token_type", "bearer")
                .and("expires_in", handout.seconds()));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> said(101, "Error validating client secret.");
            case CODE -> said(100, "This authorization code has been used.");
            case REFRESH_TOKEN -> said(190, "Error validating access token: Session has expired.");
            case LIMIT -> said(4, "Application request limit reached");
            default -> said(100, text);
        };
    }

    private static Reply said(int code, String message) {
        return Reply.error(
                400,
                String.valueOf(code),
                Body.empty()
                        .and(
                                "error",
                                Body.of("message", message)
                                        .and("type", "OAuthException")
                                        .and("code", code)
                                        .and("fbtrace_id", "AbCdEf")));
    }

    @Override
    public Optional<String> credential(Seen request) {
        return request.one("access_token").or(() -> request.authorization("Bearer"));
    }

    @Override
    public Reply stale(Seen request) {
        return said(190, "Error validating access token: Session has expired.");
    }
}
