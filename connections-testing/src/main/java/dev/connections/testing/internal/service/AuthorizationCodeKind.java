package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.RedirectFlow;
import dev.connections.oauth.OAuth2;
import dev.connections.spi.CredentialStrategy;
import java.util.Set;

/** A user consents in a browser. */
class AuthorizationCodeKind extends OAuthKind<RedirectFlow> {
    /** Never contacted: the browser stops before it. */
    private static final String REDIRECT_URI = "https://app.example.com/callback";

    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.AUTHORIZATION_CODE, TokenEndpoint.REFRESH_TOKEN);
    }

    @Override
    CredentialStrategy<?, RedirectFlow> strategy(Site site) {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(site.origin() + Paths.AUTHORIZATION)
                .tokenEndpoint(site.origin() + Paths.TOKEN)
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withRevocationEndpoint(site.origin() + Paths.REVOCATION);
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
}
