package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Reference;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place that uses a connection. */
public record ReferenceRecord(String linkName, Reference reference) {
    /** How references are stored. */
    public static final RecordType<ReferenceRecord> TYPE = new Type();

    private static final Comparator<Reference> ORDER = Comparator.comparing(Reference::application)
            .thenComparing(Reference::component)
            .thenComparing(Reference::location);

    /** Returns every place that uses a connection, by application, component and location. */
    public static List<Reference> all(Vault vault, String tenant, String linkName) {
        return vault.list(TYPE, Query.of(tenant, Kind.REFERENCE).withEqual(Index.CONNECTION, linkName)).stream()
                .map(stored -> stored.value().reference())
                .sorted(ORDER)
                .toList();
    }

    /** Returns the link names of the connections that an application uses, in these components or in any. */
    public static Set<String> users(Vault vault, String tenant, String application, List<String> components) {
        String checked = new Reference(application, "", "").application();
        return of(vault, tenant, checked)
                .filter(record -> components.isEmpty()
                        || components.contains(record.reference().component()))
                .map(ReferenceRecord::linkName)
                .collect(Collectors.toSet());
    }

    /** Returns the references of an application, to whatever connections. */
    public static Stream<ReferenceRecord> of(Vault vault, String tenant, String application) {
        Query query = Query.of(tenant, Kind.REFERENCE).withEqual(Index.NAME, application);
        return vault.list(TYPE, query).stream().map(Stored::value);
    }

    /** The record's id: the same place is recorded once. */
    public String id() {
        String place = String.join("\n", reference.application(), reference.component(), reference.location());
        return linkName + "." + AuthorizationKey.digest(place);
    }

    private static final class Type implements RecordType<ReferenceRecord> {
        @Override
        public Kind kind() {
            return Kind.REFERENCE;
        }

        @Override
        public Map<String, String> index(ReferenceRecord value) {
            return Map.of(
                    Index.CONNECTION, value.linkName(),
                    Index.NAME, value.reference().application());
        }

        @Override
        public void write(ReferenceRecord value, ObjectNode document) {
            document.put("connection", value.linkName())
                    .put("application", value.reference().application())
                    .put("component", value.reference().component())
                    .put("location", value.reference().location());
        }

        @Override
        public ReferenceRecord read(ObjectNode document) {
            return new ReferenceRecord(
                    Json.text(document, "connection", Documents.WHAT),
                    new Reference(
                            Json.text(document, "application", Documents.WHAT),
                            Json.text(document, "component", Documents.WHAT),
                            Json.text(document, "location", Documents.WHAT)));
        }
    }
}
