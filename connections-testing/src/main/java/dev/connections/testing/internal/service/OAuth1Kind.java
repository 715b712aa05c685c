package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.OAuth1;
import dev.connections.testing.MockService.Endpoint;
import java.util.Set;

/** A user consents in a browser, and every request is signed. */
final class OAuth1Kind implements Kind<RedirectFlow> {
    /** Never contacted: the browser stops before it. */
    private static final String REDIRECT_URI = "https://app.example.com/callback";

    @Override
    public Service<RedirectFlow> service(Site site) {
        return Service.custom(NAME)
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(site.origin() + Paths.API)
                .authentication(OAuth1.threeLegged()
                        .withPlainHttpForLoopbackTestsOnly()
                        .requestTokenEndpoint(site.origin() + Paths.REQUEST_TOKEN)
                        .authorizationEndpoint(site.origin() + Paths.AUTHORIZATION)
                        .tokenEndpoint(site.origin() + Paths.TOKEN)
                        .client(Clients.CONFIDENTIAL, site.clients().secret())
                        .withAccountId("user_id")
                        .withAccountName("screen_name"));
    }

    @Override
    public Authorization approve(RedirectFlow flow, Site site, String account) {
        AuthorizationRequest request = flow.begin(REDIRECT_URI);
        return flow.complete(site.browser().approve(request.uri(), account), request.state());
    }

    @Override
    public void deny(RedirectFlow flow, Site site) {
        AuthorizationRequest request = flow.begin(REDIRECT_URI);
        var unused = flow.complete(site.browser().deny(request.uri()), request.state());
    }

    @Override
    public Guard guard(Site site) {
        return new SignatureGuard(site.oauth1());
    }

    @Override
    public Secret secretOf(Site site, String account) {
        return site.oauth1()
                .newestToken(account)
                .orElseThrow(() -> new IllegalStateException(
                        "the account \"" + account + "\" has no access token; approve a connection as it first"));
    }

    @Override
    public Endpoint mainEndpoint() {
        return Endpoint.TOKEN;
    }

    @Override
    public Set<String> grantTypes() {
        return Set.of();
    }

    @Override
    public boolean has(Endpoint endpoint) {
        return switch (endpoint) {
            case REQUEST_TOKEN, AUTHORIZATION, TOKEN, RESOURCE -> true;
            case REVOCATION, INTROSPECTION, PUSHED_AUTHORIZATION, DEVICE_AUTHORIZATION, METADATA, KEYS, USER_INFO ->
                false;
        };
    }

    @Override
    public boolean speaksOAuth1() {
        return true;
    }
}
