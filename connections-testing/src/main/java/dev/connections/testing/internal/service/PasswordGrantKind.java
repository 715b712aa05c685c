package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.BasicCredential;
import dev.connections.DirectFlow;
import dev.connections.oauth.OAuth2;
import dev.connections.spi.CredentialStrategy;
import dev.connections.testing.internal.CanarySecret;
import java.util.Set;

/** A user types the service's own password. */
final class PasswordGrantKind extends OAuthKind<DirectFlow<BasicCredential>> {
    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.PASSWORD, TokenEndpoint.REFRESH_TOKEN);
    }

    @Override
    CredentialStrategy<?, DirectFlow<BasicCredential>> strategy(Site site) {
        return OAuth2.passwordGrantThatExposesThePassword()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(site.origin() + Paths.TOKEN)
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withRevocationEndpoint(site.origin() + Paths.REVOCATION);
    }

    @Override
    public Authorization approve(DirectFlow<BasicCredential> flow, Site site, String account) {
        return flow.with(new BasicCredential(account, site.passwords().of(account)));
    }

    @Override
    public void deny(DirectFlow<BasicCredential> flow, Site site) {
        flow.with(new BasicCredential("nobody", CanarySecret.of("wrong-password")));
    }
}
