package dev.connections.internal.manage;

import dev.connections.ConnectionConflictException;
import dev.connections.Reference;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.ReferenceRecord;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places that use a connection. */
public final class References {
    private final Administered of;
    private final Vault vault;

    /** Keeps the references of a connection. */
    public References(Administered of) {
        this.of = of;
        this.vault = of.kernel().vault();
    }

    /** Returns all of them, by application, component and location. */
    public List<Reference> all() {
        return ReferenceRecord.all(vault, of.tenant(), of.linkName());
    }

    /** Records one. */
    public void add(Reference reference) {
        if (vault.find(DefinitionRecord.TYPE, of.tenant(), of.linkName()).isEmpty()) {
            throw of.deleted();
        }
        var record = new ReferenceRecord(of.linkName(), reference);
        boolean added = vault.create(ReferenceRecord.TYPE, of.tenant(), record.id(), record);
        if (vault.find(DefinitionRecord.TYPE, of.tenant(), of.linkName()).isEmpty()) { // deleted meanwhile
            var unused = vault.store().take(new ConnectionStore.Key(of.tenant(), Kind.REFERENCE, record.id()));
            throw of.deleted();
        }
        if (added) {
            of.tell("reference_added", details(reference));
        }
    }

    /** Removes one. */
    public void remove(Reference reference) {
        String id = new ReferenceRecord(of.linkName(), reference).id();
        if (vault.store()
                .take(new ConnectionStore.Key(of.tenant(), Kind.REFERENCE, id))
                .isPresent()) {
            of.tell("reference_removed", details(reference));
        }
    }

    static Map<String, String> details(Reference reference) {
        return Map.of(
                "application", reference.application(),
                "component", reference.component(),
                "location", reference.location());
    }

    /** Refuses what would break these places. */
    void refuseIfUsed(List<Reference> uses, String operation, String fix) {
        if (!uses.isEmpty()) {
            Reference first = uses.get(0);
            throw new ConnectionConflictException(
                    "connection_in_use",
                    "the connection \"" + of.linkName() + "\" cannot be " + operation + ": " + uses.size()
                            + (uses.size() == 1 ? " place uses it" : " places use it") + ", such as " + shown(first)
                            + "; "
                            + fix,
                    uses);
        }
    }

    private static String shown(Reference place) {
        return Stream.of(place.application(), place.component(), place.location())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
