package dev.connections.testing.internal.service;

import dev.connections.UnattendedFlow;
import dev.connections.oauth.OAuth2;
import dev.connections.spi.CredentialStrategy;
import java.util.Set;

/** The client acts for itself; the account is only a name for what it gets. */
final class ClientCredentialsKind extends UnattendedKind {
    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.CLIENT_CREDENTIALS);
    }

    @Override
    CredentialStrategy<?, UnattendedFlow> strategy(Site site) {
        return OAuth2.clientCredentials()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(site.origin() + Paths.TOKEN)
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withRevocationEndpoint(site.origin() + Paths.REVOCATION);
    }
}
