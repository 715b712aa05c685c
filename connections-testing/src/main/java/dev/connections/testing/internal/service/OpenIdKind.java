package dev.connections.testing.internal.service;

import dev.connections.RedirectFlow;
import dev.connections.oauth.OAuth2;
import dev.connections.spi.CredentialStrategy;
import java.util.Optional;

/** A user consents in a browser, and an ID token says who it was. */
final class OpenIdKind extends AuthorizationCodeKind {
    private final OpenIdTerms terms = new OpenIdTerms();

    OpenIdTerms terms() {
        return terms;
    }

    @Override
    public Optional<OpenIdTerms> openId() {
        return Optional.of(terms);
    }

    @Override
    CredentialStrategy<?, RedirectFlow> strategy(Site site) {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(site.origin())
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withOpenIdConnect();
    }
}
