package dev.connections.internal.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationFlow;
import dev.connections.Secret;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.ServiceDocuments;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.Stored;
import java.util.Map;
import java.util.Optional;

/** Definitions as the store has them. */
public final class Definitions {
    private Definitions() {}

    /** Returns the definition that a record holds; the one known already if it is the same. */
    public static Defined<?> of(Kernel kernel, Stored<DefinitionRecord> stored) {
        String tenant = stored.key().tenant();
        DefinitionRecord record = stored.value();
        Defined<?> known = kernel.slots().defined(tenant, record.linkName());
        if (known != null && known.record().equals(record)) {
            return known;
        }
        ObjectNode document = record.service();
        Map<String, Secret> secrets = record.secrets();
        var service = (ServiceValue<?>) ServiceDocuments.readStored(document, secrets, kernel.strategies());
        return taken(kernel, service, stored);
    }

    private static <F extends AuthorizationFlow> Defined<F> taken(
            Kernel kernel, ServiceValue<F> service, Stored<DefinitionRecord> stored) {
        DefinitionValue<F> value = DefinitionValue.stored(service, stored.value());
        return kernel.slots().take(stored.key().tenant(), value, stored.value(), stored.version());
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
