package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Notion: Basic and a JSON body, {@code owner=user}, no scopes, a header with the version of its API.
 *
 * @see <a href="https://developers.notion.com/reference/refresh-a-token">Notion (read 2026-11-20)</a>
 */
final class Notion extends Personality {
    private static final String HOST = "api.notion.com";

    Notion() {
        super("notion");
    }

    @Override
    public Place authorization() {
        return new Place(HOST, "/v1/oauth/authorize");
    }

    @Override
    public Place token() {
        return new Place(HOST, "/v1/oauth/token");
    }

    @Override
    public Place api() {
        return new Place(HOST, "");
    }

    @Override
    public Map<String, String> demanded() {
        return Map.of("owner", "user");
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public String format() {
        return "application/json";
    }

    @Override
    public Proof proof() {
        return Proof.BASIC;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("token_type", "bearer")
                .and("refresh_token", handout.refresh())
                .and("bot_id", "b0688871-85eb-4637-8fc9-000000000000")
                .and("workspace_id", "af2fe1d0-72ed-4afd-b15b-000000000000")
                .and("workspace_name", handout.account())
                .andNull("workspace_icon")
                .and("owner", Body.of("type", "user"))
                .andNull("duplicated_template_id"));
    }

    @Override
    public Optional<Reply> objection(Seen request) {
        return request.header("Notion-Version").isPresent()
                ? Optional.empty()
                : Optional.of(said(400, "missing_version", "Notion-Version header failed validation"));
    }

    @Override
    public Reply stale(Seen request) {
        return said(401, "unauthorized", "API token is invalid.");
    }

    private static Reply said(int status, String code, String message) {
        return Reply.error(
                status,
                code,
                Body.of("object", "error")
                        .and("status", status)
                        .and("code", code)
                        .and("message", message));
    }
}
