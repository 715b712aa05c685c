package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.internal.provider.Personality;
import dev.connections.testing.internal.provider.Place;
import dev.connections.testing.internal.provider.Seen;
import dev.connections.testing.internal.provider.Wrong;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider: the catalogue's own entry, moved to a mock that was written from the provider's documentation. */
final class ProviderKind implements Kind<RedirectFlow> {
    private static final String REDIRECT_URI = "https://app.example.com/callback";
    private static final String FORCED = "forced by the test";

    private final Personality who;

    ProviderKind(Personality who) {
        this.who = who;
    }

    @Override
    public Optional<Personality> personality() {
        return Optional.of(who);
    }

    @Override
    @SuppressWarnings("unchecked") // every provider here has a redirect flow
    public Service<RedirectFlow> service(Site site) {
        var values = new LinkedHashMap<>(who.values());
        values.put("client_id", Clients.CONFIDENTIAL);
        Secret secret = site.clients().secret();
        values.put("client_secret", secret.reveal());
        Service<?> entry = ServiceCatalog.bundled().get(who.entry()).withValues(values);
        String json = new Relocation(site.provider().hosts()).of(entry.toJson());
        return (Service<RedirectFlow>) Service.fromJson(json, Map.of("client_secret", secret));
    }

    @Override
    public Authorization approve(RedirectFlow flow, Site site, String account) {
        AuthorizationRequest request = flow.begin(REDIRECT_URI);
        return flow.complete(site.browser().approve(request.uri(), account), request.state());
    }

    @Override
    public void deny(RedirectFlow flow, Site site) {
        AuthorizationRequest request = flow.begin(REDIRECT_URI);
        flow.complete(site.browser().deny(request.uri()), request.state());
    }

    @Override
    public Guard guard(Site site) {
        return new BearerGuard(site.book(), site.proofs());
    }

    @Override
    public Secret secretOf(Site site, String account) {
        return site.provider()
                .book()
                .newestAccessToken(account)
                .orElseThrow(() -> new IllegalStateException(
                        "the account \"" + account + "\" has no access token; approve a connection as it first"));
    }

    @Override
    public Endpoint mainEndpoint() {
        return Endpoint.TOKEN;
    }

    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.AUTHORIZATION_CODE, TokenEndpoint.REFRESH_TOKEN);
    }

    @Override
    public boolean has(Endpoint endpoint) {
        return switch (endpoint) {
            case AUTHORIZATION, TOKEN, RESOURCE -> true;
            case REVOCATION -> who.revocation().isPresent();
            default -> false;
        };
    }

    @Override
    public URI at(Site site, Endpoint endpoint) {
        return switch (endpoint) {
            case AUTHORIZATION -> here(site, who.authorization());
            case TOKEN -> here(site, who.token());
            case REVOCATION -> here(site, who.revocation().orElseThrow());
            default -> here(site, who.api());
        };
    }

    private static URI here(Site site, Place place) {
        return URI.create(site.provider().hosts().origin(place.host()) + place.path());
    }

    @Override
    public String resourcePath(String path) {
        return who.api().path() + (path.startsWith("/") ? path : "/" + path);
    }

    @Override
    public URI resource(Site site, String path) {
        return URI.create(site.provider().hosts().origin(who.api().host()) + resourcePath(path));
    }

    @Override
    public Answer endedGrant(Site site) {
        return site.provider().refusal(Seen.nothing(), Wrong.REFRESH_TOKEN, FORCED);
    }

    @Override
    public Answer pause(Site site) {
        return site.provider().refusal(Seen.nothing(), Wrong.LIMIT, FORCED);
    }

    @Override
    public String toString() {
        return who.entry();
    }
}
