package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.DirectFlow;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.SubjectToken;
import dev.connections.spi.CredentialStrategy;
import dev.connections.testing.internal.CanarySecret;
import java.util.Set;

/** The application hands in a token that it holds of the user. */
final class TokenExchangeKind extends OAuthKind<DirectFlow<SubjectToken>> {
    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.TOKEN_EXCHANGE);
    }

    @Override
    CredentialStrategy<?, DirectFlow<SubjectToken>> strategy(Site site) {
        return OAuth2.tokenExchange()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(site.origin() + Paths.TOKEN)
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withRevocationEndpoint(site.origin() + Paths.REVOCATION);
    }

    @Override
    public Authorization approve(DirectFlow<SubjectToken> flow, Site site, String account) {
        return flow.with(SubjectToken.accessToken(site.passwords().of(account)));
    }

    @Override
    public void deny(DirectFlow<SubjectToken> flow, Site site) {
        flow.with(SubjectToken.jwt(CanarySecret.of("wrong-token")));
    }

    @Override
    public String passwordKind() {
        return "subject-token";
    }
}
