package dev.connections.testing.internal.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Microsoft Entra: {@code offline_access} for a refresh token, silent rotation, one resource a request.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens">Microsoft (read 2026-11-20)</a>
 */
final class Microsoft extends Personality {
    private static final String LOGIN = "login.microsoftonline.com";

    Microsoft() {
        super("microsoft");
    }

    @Override
    public Place authorization() {
        return new Place(LOGIN, "/common/oauth2/v2.0/authorize");
    }

    @Override
    public Place token() {
        return new Place(LOGIN, "/common/oauth2/v2.0/token");
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public Place api() {
        return new Place("graph.microsoft.com", "");
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.asks("offline_access");
    }

    /** A refresh response has another refresh token, and the former one is not revoked. */
    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Former former() {
        return Former.LIVES;
    }

    @Override
    public void checkToken(Seen request) throws Refused {
        super.checkToken(request);
        long resources = List.of(request.one("scope").orElse("").split(" ", -1)).stream()
                .filter(scope -> scope.startsWith("https://"))
                .map(scope -> URI.create(scope).getHost())
                .distinct()
                .count();
        if (resources > 1) {
            throw new Refused(Wrong.SCOPE, "AADSTS28000: scopes of more than one resource");
        }
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        String scope = String.join(
                " ",
                handout.scopes().stream()
                        .filter(each -> !each.equals("offline_access"))
                        .toList());
        return Reply.json(Body.of("token_type", "Bearer")
                .and("scope", scope)
                .and("expires_in", handout.seconds())
                .and("ext_expires_in", handout.seconds())
                .and("access_token", handout.access())
                .and("refresh_token", handout.refresh()));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> said(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
            case CODE -> said(400, "invalid_grant", "AADSTS70008: The provided authorization code has expired.");
            case REFRESH_TOKEN -> said(400, "invalid_grant", "AADSTS700082: The refresh token has expired.");
            case SCOPE -> said(400, "invalid_scope", text);
            case LIMIT -> said(429, "temporarily_unavailable", "AADSTS90055: too many requests");
            case GRANT_TYPE -> said(400, "unsupported_grant_type", "AADSTS70003: " + text);
            case REQUEST -> said(400, "invalid_request", "AADSTS900144: " + text);
        };
    }

    private static Reply said(int status, String error, String description) {
        return Reply.error(
                status,
                error,
                Body.of("error", error)
                        .and("error_description", description)
                        .and("error_codes", List.of(description.replaceFirst("AADSTS(\\d+).*", "$1")))
                        .and("trace_id", "00000000-0000-0000-0000-000000000000"));
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "InvalidAuthenticationToken",
                Body.empty()
                        .and(
                                "error",
                                Body.of("code", "InvalidAuthenticationToken")
                                        .and("message", "Lifetime validation failed, the token is expired.")));
    }
}
