package dev.connections.internal.serve;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.ServiceDocuments;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.Stored;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Definitions as the store has them. */
public final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.serve");

    private Definitions() {}

    /** Returns the definition that a record holds; the one known already if it is the same. */
    public static Defined<?> of(Kernel kernel, Stored<DefinitionRecord> stored) {
        DefinitionRecord record = stored.value();
        Defined<?> known = kernel.slots().defined(stored.key().tenant(), record.linkName());
        if (known != null && known.record().equals(record)) {
            return known;
        }
        if (known != null
                && sameService(known.record(), record)) { // also of a strategy that no provider can make again
            return taken(kernel, known.value().service(), stored);
        }
        return taken(kernel, read(kernel, record), stored);
    }

    /** The same where one among many must not hide the others: empty if this release cannot read its service. */
    public static Optional<Defined<?>> understood(Kernel kernel, Stored<DefinitionRecord> stored) {
        try {
            return Optional.of(of(kernel, stored));
        } catch (ConnectionConfigurationException e) { // a document of a newer release
            LOG.atWarn()
                    .addKeyValue("record", stored.key())
                    .addKeyValue("code", e.code())
                    .log("a service cannot be read");
            return Optional.empty();
        }
    }

    /** Takes over a stored definition for whoever declared it, with the service as declared where that is stored. */
    @SuppressWarnings("unchecked") // service and type of a link name never change, and with them the flow
    public static <F extends AuthorizationFlow> Defined<F> taken(
            Kernel kernel, DefinitionValue<F> declared, Stored<DefinitionRecord> stored) {
        DefinitionRecord record = stored.value();
        boolean asDeclared = record.service().equals(record.declared().service())
                && record.secrets()
                        .equals(declared.service().strategy().settings().secrets());
        return taken(kernel, asDeclared ? declared.service() : (ServiceValue<F>) read(kernel, record), stored);
    }

    /** Takes over a stored definition with its service. */
    public static <F extends AuthorizationFlow> Defined<F> taken(
            Kernel kernel, ServiceValue<F> service, Stored<DefinitionRecord> stored) {
        DefinitionValue<F> value = DefinitionValue.stored(service, stored.value());
        return kernel.slots().take(stored.key().tenant(), value, stored.value(), stored.version());
    }

    private static boolean sameService(DefinitionRecord one, DefinitionRecord other) {
        return one.created().equals(other.created())
                && one.service().equals(other.service())
                && one.secrets().equals(other.secrets());
    }

    private static ServiceValue<?> read(Kernel kernel, DefinitionRecord record) {
        return (ServiceValue<?>) ServiceDocuments.readStored(record.service(), record.secrets(), kernel.strategies());
    }

    /** Finds a connection to a service: any of them has the client's credentials. */
    public static Optional<Defined<?>> ofService(Kernel kernel, String tenant, String serviceLinkName) {
        Query query = Query.of(tenant, Kind.DEFINITION).withEqual(Index.SERVICE, serviceLinkName);
        return kernel.vault().list(DefinitionRecord.TYPE, query).stream()
                .findFirst()
                .map(stored -> of(kernel, stored));
    }

    /** Takes over what another process made of a connection. */
    static void compare(Kernel kernel, Defined<?> defined) {
        Optional<Stored<DefinitionRecord>> stored =
                kernel.vault().find(DefinitionRecord.TYPE, defined.tenant(), defined.linkName());
        if (stored.isEmpty()) {
            kernel.slots().deleted(defined.tenant(), defined.linkName());
        } else {
            Defined<?> unused = of(kernel, stored.get());
        }
    }
}
