package dev.connections.testing.internal.service;

import dev.connections.AuthorizationFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.spi.CredentialStrategy;
import dev.connections.testing.MockService.Endpoint;

/** What both grants have in common: a token endpoint, and a resource that wants a bearer token. */
abstract class OAuthKind<F extends AuthorizationFlow> implements Kind<F> {
    abstract CredentialStrategy<?, F> strategy(Site site);

    @Override
    public final Service<F> service(Site site) {
        return Service.custom(NAME)
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(site.origin() + Paths.API)
                .authentication(strategy(site));
    }

    @Override
    public final Guard guard(Site site) {
        return new BearerGuard(site.book(), site.proofs());
    }

    @Override
    public final Secret secretOf(Site site, String account) {
        return site.book()
                .newestAccessToken(account)
                .orElseThrow(() -> new IllegalStateException(
                        "the account \"" + account + "\" has no access token; approve a connection as it first"));
    }

    @Override
    public final Endpoint mainEndpoint() {
        return Endpoint.TOKEN;
    }
}
