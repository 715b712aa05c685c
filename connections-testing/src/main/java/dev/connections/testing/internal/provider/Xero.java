package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Xero: half-hour tokens, refresh tokens that rotate with half an hour of grace, a header that names the organisation.
 *
 * @see <a href="https://github.com/XeroAPI/xero-node/releases/tag/4.10.1">Xero (read 2026-11-20)</a>
 */
final class Xero extends Personality {
    private static final String IDENTITY = "identity.xero.com";

    private static final Body ORGANISATION = Body.of("id", "7cb59f93-2964-421d-bb5e-a0f7a4572a44")
            .and("tenantId", "fa6ac428-82b3-49eb-9cdf-5f0f6ed6dca7")
            .and("tenantType", "ORGANISATION")
            .and("tenantName", "Acme");

    Xero() {
        super("xero");
    }

    @Override
    public Place authorization() {
        return new Place("login.xero.com", "/identity/connect/authorize");
    }

    @Override
    public Place token() {
        return new Place(IDENTITY, "/connect/token");
    }

    @Override
    public Optional<Place> revocation() {
        return Optional.of(new Place(IDENTITY, "/connect/revocation"));
    }

    @Override
    public Place api() {
        return new Place("api.xero.com", "");
    }

    @Override
    public Proof proof() {
        return Proof.EITHER;
    }

    @Override
    public boolean lasts(Seen request, boolean first) {
        return request.asks("offline_access");
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofMinutes(30));
    }

    @Override
    public Optional<Duration> grace() {
        return Optional.of(Duration.ofMinutes(30));
    }

    @Override
    public Former former() {
        return Former.REFUSED;
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        return Reply.json(Body.of("access_token", handout.access())
                .and("expires_in", handout.seconds())
                .and("token_type", "Bearer")
                .and("refresh_token", handout.refresh())
                .and("scope", handout.scope(" ")));
    }

    @Override
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> said("invalid_client");
            case CODE, REFRESH_TOKEN -> said("invalid_grant");
            default -> super.refusal(request, wrong, text);
        };
    }

    private static Reply said(String error) {
        return Reply.error(400, error, Body.of("error", error));
    }

    /** Every token reaches one organisation, which {@code /connections} lists. */
    @Override
    public Reply resource(String account, String path) {
        return path.equals("/connections")
                ? Reply.of(200, "application/json", '[' + ORGANISATION.toString() + ']')
                : super.resource(account, path);
    }

    @Override
    public Optional<Reply> objection(Seen request) {
        boolean free = !request.path().startsWith("/api.xro/")
                || request.header("Xero-Tenant-Id").isPresent();
        return free ? Optional.empty() : Optional.of(problem(403, "Forbidden", "AuthenticationUnsuccessful"));
    }

    @Override
    public Reply stale(Seen request) {
        return problem(401, "Unauthorized", "TokenExpired: token expired");
    }

    private static Reply problem(int status, String title, String detail) {
        return Reply.error(
                status, title, Body.of("Title", title).and("Status", status).and("Detail", detail));
    }
}
