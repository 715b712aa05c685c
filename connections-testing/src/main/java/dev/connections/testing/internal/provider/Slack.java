package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slack: {@code ok} tells success, commas between scopes, a bot's token and a user's.
 *
 * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Slack (read 2026-11-20)</a>
 */
final class Slack extends Personality {
    private static final String HOST = "slack.com";
    private static final String USER = "user";

    Slack() {
        super("slack");
    }

    @Override
    public Place authorization() {
        return new Place(HOST, "/oauth/v2/authorize");
    }

    @Override
    public Place token() {
        return new Place(HOST, "/api/oauth.v2.access");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(HOST, "/api/auth.revoke"));
    }

    @Override
    public Revocation revokes() {
        return Revocation.BY_ACCESS_TOKEN;
    }

    @Override
    public Reply revoked() {
        return Reply.json(Body.empty().and("ok", true).and("revoked", true));
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public Place api() {
        return new Place(HOST, "/api");
    }

    @Override
    public String delimiter() {
        return ",";
    }

    @Override
    public Pkce pkce() {
        return Pkce.REFUSED;
    }

    @Override
    public Optional<String> codeGrant() {
        return Optional.empty();
    }

    @Override
    public List<String> tokenNames(Seen authorization) {
        var names = new ArrayList<String>();
        authorization.one("scope").ifPresent(any -> names.add(Handout.MAIN));
        authorization.one("user_scope").ifPresent(any -> names.add(USER));
        return names;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.empty();
    }

    @Override
    public boolean refreshes() {
        return false;
    }

    /** Token rotation is the app's choice, and cannot be undone. */
    @Override
    public Optional<Duration> rotatingLifetime() {
        return Optional.of(Duration.ofHours(12));
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        Body body = Body.empty().and("ok", true).and("app_id", "A0KRD7HC3");
        boolean refresh = request.is("grant_type", "refresh_token");
        if (handout.has(Handout.MAIN)) {
            token(body, handout, Handout.MAIN).and("scope", handout.scope(",")).and("bot_user_id", "U0KRQLJ9H");
        } else if (refresh) {
            token(body, handout, USER);
        }
        if (handout.has(USER) && !refresh) {
            body.and("authed_user", token(Body.of("id", "U1234"), handout, USER));
        }
        return Reply.json(body.and("team", Body.of("id", "T9TK3CUKW").and("name", handout.account())));
    }

    private static Body token(Body body, Handout handout, String name) {
        Handout.Pair pair = handout.pair(name);
        return body.and("access_token", pair.access())
                .and("token_type", name.equals(USER) ? USER : "bot")
                .and("refresh_token", pair.refresh())
                .and("expires_in", handout.seconds());
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> said("bad_client_secret");
            case CODE -> said("invalid_code");
            case REFRESH_TOKEN -> said("invalid_refresh_token");
            case GRANT_TYPE -> said("invalid_grant_type");
            case LIMIT ->
                Reply.error(429, "ratelimited", failure("ratelimited")).with("Retry-After", "7");
            default -> said("invalid_arguments");
        };
    }

    private static Reply said(String error) {
        return Reply.error(200, error, failure(error));
    }

    private static Body failure(String error) {
        return Body.empty().and("ok", false).and("error", error);
    }

    @Override
    public Reply stale(Seen request) {
        return said(credential(request).isPresent() ? "token_expired" : "not_authed");
    }

    @Override
    public Reply resource(String account, String path) {
        return Reply.json(Body.empty().and("ok", true).and("account", account).and("path", path));
    }
}
