package dev.connections.testing.internal.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Zoho with a client of the United States and an account in Europe. Errors of the token endpoint have status 200.
 *
 * @see <a href="https://zoho.com/accounts/protocol/oauth/token-limits.html">Zoho (read 2026-11-20)</a>
 */
final class Zoho extends Personality {
    private static final String HOME = "accounts.zoho.com";
    private static final String ACCOUNTS = "accounts.zoho.eu";
    private static final String API = "www.zohoapis.eu";

    Zoho() {
        super("zoho_crm");
    }

    @Override
    public Map<String, String> values() {
        return Map.of("data_center", "US");
    }

    @Override
    public Place authorization() {
        return new Place(HOME, "/oauth/v2/auth");
    }

    @Override
    public Place token() {
        return new Place(ACCOUNTS, "/oauth/v2/token");
    }

    @Override
    public List<String> strangers() {
        return List.of(HOME);
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(ACCOUNTS, "/oauth/v2/token/revoke"));
    }

    @Override
    public Revocation revokes() {
        return Revocation.OPEN;
    }

    @Override
    public Reply revoked() {
        return Reply.json(Body.of("status", "success"));
    }

    @Override
    public Place api() {
        return new Place(API, "");
    }

    @Override
    public String delimiter() {
        return ",";
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.is("access_type", "offline") && (first || request.is("prompt", "consent"));
    }

    @Override
    public Map<String, String> callback(UnaryOperator<String> origins) {
        return Map.of("location", "eu", "accounts-server", origins.apply(ACCOUNTS));
    }

    @Override
    public Optional<Integer> mintLimit() {
        return Optional.of(10);
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(" "))
                .and("api_domain", handout.origin(API))
                .and("token_type", "Bearer")
                .and("expires_in", handout.seconds()));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> said("invalid_client");
            case CODE, REFRESH_TOKEN -> said("invalid_code");
            case LIMIT ->
                Reply.error(
                        200,
                        "Access Denied",
                        Body.of("error_description", "You have made too many requests continuously.")
                                .and("error", "Access Denied")
                                .and("status", "failure"));
            default -> said("general_error");
        };
    }

    private static Reply said(String error) {
        return Reply.error(200, error, Body.of("error", error));
    }

    @Override
    public Optional<String> credential(Seen request) {
        return request.authorization("Zoho-oauthtoken");
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "INVALID_TOKEN",
                Body.of("code", "INVALID_TOKEN")
                        .and("details", Body.empty())
                        .and("message", "invalid oauth token")
                        .and("status", "error"));
    }
}
