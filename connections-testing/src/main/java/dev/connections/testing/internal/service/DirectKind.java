package dev.connections.testing.internal.service;

import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.spi.Credential;
import dev.connections.spi.DirectStrategy;
import dev.connections.testing.MockService.Endpoint;
import java.util.Set;

/** What services without an authorization server have in common: values are typed in, and tried before they are kept. */
abstract class DirectKind<C extends Credential> implements Kind<DirectFlow<C>> {
    abstract DirectStrategy<C> strategy();

    @Override
    public final Service<DirectFlow<C>> service(Site site) {
        return Service.custom(NAME)
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(site.origin() + Paths.API)
                .authentication(strategy())
                .withProbe("GET", Paths.PROBE);
    }

    @Override
    public final Set<String> grantTypes() {
        return Set.of();
    }

    @Override
    public final Secret secretOf(Site site, String account) {
        return site.passwords().of(account);
    }

    @Override
    public final Endpoint mainEndpoint() {
        return Endpoint.RESOURCE;
    }
}
