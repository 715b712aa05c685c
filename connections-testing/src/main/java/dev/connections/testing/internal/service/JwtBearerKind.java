package dev.connections.testing.internal.service;

import dev.connections.UnattendedFlow;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.OAuth2;
import dev.connections.spi.CredentialStrategy;
import java.util.Set;

/** The client signs for itself, and the account is only a name for what it gets. */
final class JwtBearerKind extends UnattendedKind {
    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.JWT_BEARER);
    }

    @Override
    CredentialStrategy<?, UnattendedFlow> strategy(Site site) {
        return OAuth2.jwtBearer(JwtAssertion.signedWith("mock-key", ClientKey.privateKey()))
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(site.origin() + Paths.TOKEN)
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withRevocationEndpoint(site.origin() + Paths.REVOCATION);
    }
}
