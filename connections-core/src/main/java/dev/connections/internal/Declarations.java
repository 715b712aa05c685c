package dev.connections.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConflictException;
import dev.connections.Service;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.Names;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.json.Json;
import dev.connections.internal.manage.Edits;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.DefinitionRecord.Declared;
import dev.connections.internal.record.DefinitionRecord.Modified;
import dev.connections.internal.record.DefinitionRecord.Nature;
import dev.connections.internal.record.DefinitionRecord.Switches;
import dev.connections.internal.record.Redeclaring;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.serve.Definitions;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Declares connections and finds declared ones, for one tenant and one actor. */
final class Declarations {
    private static final int MOST_SUFFIXES = 10_000;

    private final Kernel kernel;
    private final Permission access;
    private final String tenant;

    Declarations(Kernel kernel, Permission access, String tenant) {
        this.kernel = kernel;
        this.access = access;
        this.tenant = tenant;
    }

    /** Creates a connection, or takes over what may change of one that is there. */
    <F extends AuthorizationFlow> Defined<F> declare(DefinitionValue<F> value, boolean perUser) {
        kernel.slots().refuseClosed();
        if (value.free()) {
            return declareFree(value, perUser);
        }
        while (true) {
            Optional<Stored<DefinitionRecord>> found = stored(value.linkName());
            Defined<F> declared = found.isPresent() ? merged(value, perUser, found.get()) : created(value, perUser);
            if (declared != null) {
                return declared;
            }
        }
    }

    private <F extends AuthorizationFlow> Defined<F> declareFree(DefinitionValue<F> value, boolean perUser) {
        Defined<F> declared = created(value, perUser);
        for (int n = 1; declared == null && n <= MOST_SUFFIXES; n++) {
            declared = created(value.suffixed(n), perUser);
        }
        if (declared == null) {
            throw conflict(
                    value.linkName(), "and its suffixes up to _" + MOST_SUFFIXES + " are taken; state another name");
        }
        return declared;
    }

    private Optional<Stored<DefinitionRecord>> stored(String linkName) {
        if (!Names.isLink(linkName)) { // what a person typed; nothing can be declared under it
            return Optional.empty();
        }
        return kernel.vault().find(DefinitionRecord.TYPE, tenant, linkName);
    }

    /** Returns null if somebody else created it meanwhile. */
    private <F extends AuthorizationFlow> @Nullable Defined<F> created(DefinitionValue<F> value, boolean perUser) {
        DefinitionRecord record = record(value, perUser);
        access.check(Operation.CREATE, Defined.kind(record.nature()), value.linkName());
        if (!kernel.vault().create(DefinitionRecord.TYPE, tenant, value.linkName(), record)) {
            return null;
        }
        Defined<F> defined = kernel.slots().take(tenant, value, record, 1);
        var details = Map.of("service", value.service().linkName());
        kernel.events().happened(Keys.concern(defined), "created", access.actor(), details);
        return defined;
    }

    private DefinitionRecord record(DefinitionValue<?> value, boolean perUser) {
        ServiceValue<?> service = value.service();
        String json = service.toJson();
        OpenInputs.refuseUndeclared(service.name(), json);
        ObjectNode document = Json.parse(json, "service document");
        var now = new Trail(access.actor(), kernel.clock().instant());
        return new DefinitionRecord(
                value.linkName(),
                value.name(),
                value.ownScopes(),
                new Nature(perUser, value.separateEnvironments(), value.system()),
                document,
                service.strategy().settings().secrets(),
                Switches.ALL_ON,
                new Declared(value.name(), value.scopes(), document),
                now,
                new Modified(now, now));
    }

    /** Returns null if somebody else changed it meanwhile. */
    private <F extends AuthorizationFlow> @Nullable Defined<F> merged(
            DefinitionValue<F> value, boolean perUser, Stored<DefinitionRecord> found) {
        DefinitionRecord before = found.value();
        DefinitionRecord incoming = record(value, perUser);
        refuseConflict(before, incoming);
        DefinitionRecord merged = new Redeclaring(before, incoming).merged();
        if (merged.equals(before)) {
            return Definitions.taken(kernel, value, found);
        }
        List<String> changed = before.changes(merged);
        if (!changed.isEmpty()) {
            access.check(Operation.EDIT, Defined.kind(before.nature()), value.linkName());
            merged = merged.edited(incoming.modified());
        }
        if (!kernel.vault().update(DefinitionRecord.TYPE, found, merged)) {
            return null;
        }
        Defined<F> defined = Definitions.taken(kernel, value, found.next(merged));
        if (!changed.isEmpty()) {
            var details = Edits.details(before, merged);
            kernel.events().happened(Keys.concern(defined), "edited", access.actor(), details);
        }
        return defined;
    }

    private static void refuseConflict(DefinitionRecord before, DefinitionRecord next) {
        String linkName = next.linkName();
        refuse(linkName, "service", service(before, "/link_name"), service(next, "/link_name"));
        refuse(
                linkName,
                "authentication type",
                service(before, "/authentication/type"),
                service(next, "/authentication/type"));
        refuse(
                linkName,
                "kind",
                Defined.kind(before.nature()).name(),
                Defined.kind(next.nature()).name());
        refuse(linkName, "environments", environments(before), environments(next));
    }

    private static String service(DefinitionRecord record, String pointer) {
        return record.service().at(pointer).asText();
    }

    private static String environments(DefinitionRecord record) {
        return record.nature().separateEnvironments() ? "separate" : "one authorization for all";
    }

    private static void refuse(String linkName, String what, String before, String next) {
        if (!before.equals(next)) {
            throw conflict(
                    linkName,
                    "is declared with another " + what + " (" + before + ", now " + next
                            + "); declare this one under a link name of its own with withLinkName(\"…\")");
        }
    }

    private static ConnectionConflictException conflict(String linkName, String problem) {
        return new ConnectionConflictException(
                "definition_conflict", "the connection link name \"" + linkName + "\" " + problem, List.of());
    }

    /** Finds a declared connection. */
    Optional<Defined<?>> find(String linkName) {
        kernel.slots().refuseClosed();
        return stored(linkName)
                .<Defined<?>>map(stored -> Definitions.of(kernel, stored))
                .filter(defined -> access.maySee(defined.kind(), defined.linkName()));
    }

    /** Returns every declared connection that the actor may see. */
    List<Defined<?>> all() {
        kernel.slots().refuseClosed();
        List<Stored<DefinitionRecord>> records =
                kernel.vault().list(DefinitionRecord.TYPE, Query.of(tenant, Kind.DEFINITION));
        return records.stream()
                .flatMap(stored -> Definitions.understood(kernel, stored).stream())
                .filter(defined -> access.maySee(defined.kind(), defined.linkName()))
                .toList();
    }

    /** Returns the services of the connections that the actor may see, each once, as the connection changed last has it. */
    List<Service<?>> services() {
        var services = new TreeMap<String, Service<?>>();
        all().stream()
                .sorted(Comparator.comparing(
                        defined -> defined.record().modified().at()))
                .forEach(defined -> services.put(
                        defined.value().service().linkName(), defined.value().service()));
        return List.copyOf(services.values());
    }
}
