package dev.connections.internal.definition;

import dev.connections.AuthorizationFlow;
import dev.connections.Service;
import dev.connections.spi.CredentialStrategy;
import java.util.ArrayList;
import java.util.List;

/** The stages from a name to a finished service. */
public final class ServiceStages {
    private ServiceStages() {}

    /** Starts a custom service. */
    public static Service.NeedsResourceServers custom(String name) {
        String checked = Names.display(name, "service");
        return new NeedsServers(new ServiceIdentity(Names.derive(checked), checked, true), false);
    }

    /** Starts a default service. */
    public static Service.NeedsResourceServers catalogued(String linkName, String name) {
        return new NeedsServers(
                new ServiceIdentity(Names.link(linkName, "service"), Names.display(name, "service"), false), false);
    }

    private record NeedsServers(ServiceIdentity identity, boolean loopback) implements Service.NeedsResourceServers {
        @Override
        public Service.NeedsResourceServers withPlainHttpForLoopbackTestsOnly() {
            return new NeedsServers(identity, true);
        }

        @Override
        public Service.NeedsAuthentication resourceServers(String first, String... more) {
            var all = new ArrayList<String>();
            all.add(first);
            all.addAll(List.of(more));
            return new NeedsStrategy(identity, Reach.of(all, loopback));
        }
    }

    private record NeedsStrategy(ServiceIdentity identity, Reach reach) implements Service.NeedsAuthentication {
        @Override
        public <F extends AuthorizationFlow> Service<F> authentication(CredentialStrategy<?, F> strategy) {
            return new ServiceValue<>(identity, reach, AuthenticationTypes.checked(strategy), ServiceExtras.NONE);
        }
    }
}
