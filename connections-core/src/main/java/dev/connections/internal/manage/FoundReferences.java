package dev.connections.internal.manage;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSummary;
import dev.connections.Reference;
import dev.connections.internal.Kernel;
import dev.connections.internal.Permission;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.event.Events;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.ReferenceRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the recorded references of an application those that were found. Only differences are written, and what is new before
 * what is gone: a crash in between protects too many connections rather than too few. Confined to one call.
 */
public final class FoundReferences {
    private final Permission permission;
    private final String tenant;
    private final Vault vault;
    private final Events events;
    private final Map<String, ConnectionSummary.Kind> declared;
    private final Set<String> unknown = new TreeSet<>();

    /** Changes a tenant's references, where the actor may. */
    public FoundReferences(Kernel kernel, Permission permission, String tenant) {
        this.permission = permission;
        this.tenant = tenant;
        this.vault = kernel.vault();
        this.events = kernel.events();
        this.declared = vault.list(DefinitionRecord.TYPE, Query.of(tenant, Kind.DEFINITION)).stream()
                .map(Stored::value)
                .collect(Collectors.toMap(DefinitionRecord::linkName, record -> Defined.kind(record.nature())));
    }

    /** Replaces them; returns the link names under which the actor sees no connection. */
    public List<String> replace(String application, Map<String, List<Reference>> found) {
        Set<ReferenceRecord> wanted = wanted(new Reference(application, "", "").application(), found);
        Set<ReferenceRecord> recorded = recorded(application);
        wanted.forEach(this::check);
        recorded.forEach(this::check);
        wanted.stream().filter(each -> !recorded.contains(each)).forEach(this::add);
        recorded.stream()
                .filter(each -> !wanted.contains(each))
                .filter(this::known)
                .forEach(this::remove);
        return List.copyOf(unknown);
    }

    private Set<ReferenceRecord> wanted(String application, Map<String, List<Reference>> found) {
        Set<ReferenceRecord> wanted = new LinkedHashSet<>();
        found.forEach((linkName, places) -> {
            places.forEach(place -> refuseForeign(application, place));
            if (sees(linkName)) {
                places.forEach(place -> wanted.add(new ReferenceRecord(linkName, place)));
            } else {
                unknown.add(linkName);
            }
        });
        return wanted;
    }

    private static void refuseForeign(String application, Reference place) {
        if (!place.application().equals(application)) {
            throw new ConnectionConfigurationException(
                    "reference_malformed",
                    "the place " + Texts.clean(place.location()) + " is one of the application \""
                            + Texts.clean(place.application()) + "\", not of \"" + Texts.clean(application)
                            + "\"; scan and replace under the same name",
                    null);
        }
    }

    private boolean sees(String linkName) {
        return declared.containsKey(linkName) && permission.maySee(declared.get(linkName), linkName);
    }

    private Set<ReferenceRecord> recorded(String application) {
        return ReferenceRecord.of(vault, tenant, application).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A connection whose definition cannot be read here keeps its references: they protect it. */
    private boolean known(ReferenceRecord record) {
        var key = new ConnectionStore.Key(tenant, Kind.DEFINITION, record.linkName());
        return declared.containsKey(record.linkName())
                || vault.store().find(key).isEmpty();
    }

    private void check(ReferenceRecord record) {
        if (declared.containsKey(record.linkName())) {
            permission.check(Operation.REFERENCE, declared.get(record.linkName()), record.linkName());
        }
    }

    private void add(ReferenceRecord record) {
        boolean added = vault.create(ReferenceRecord.TYPE, tenant, record.id(), record);
        if (vault.find(DefinitionRecord.TYPE, tenant, record.linkName()).isEmpty()) { // deleted meanwhile
            boolean unused = take(record);
            unknown.add(record.linkName());
        } else if (added) {
            tell("reference_added", record);
        }
    }

    private void remove(ReferenceRecord record) {
        if (take(record)) {
            tell("reference_removed", record);
        }
    }

    private boolean take(ReferenceRecord record) {
        return vault.store()
                .take(new ConnectionStore.Key(tenant, Kind.REFERENCE, record.id()))
                .isPresent();
    }

    private void tell(String code, ReferenceRecord record) {
        var whole = new AuthorizationKey(record.linkName(), Optional.empty(), Optional.empty());
        events.happened(new Concern(tenant, whole), code, permission.actor(), References.details(record.reference()));
    }
}
