package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Secret;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A declared connection: names and scopes, its service as a document, and the secrets that document names. */
public record DefinitionRecord(
        String linkName,
        String name,
        Optional<List<String>> scopes,
        Nature nature,
        ObjectNode service,
        Map<String, Secret> secrets,
        Switches switches,
        Trail created,
        Trail modified) {
    /** How definitions are stored. */
    public static final RecordType<DefinitionRecord> TYPE = new Type();

    /** What is fixed at creation. */
    public record Nature(boolean perUser, boolean separateEnvironments, boolean system) {}

    /** Whether it may be used, and which applications may not. */
    public record Switches(boolean enabled, Set<String> disabledApplications) {
        /** Everybody may. */
        public static final Switches ALL_ON = new Switches(true, Set.of());

        public Switches {
            disabledApplications = Set.copyOf(disabledApplications);
        }

        /** Returns a copy with the connection on or off. */
        public Switches turned(boolean on) {
            return new Switches(on, disabledApplications);
        }

        /** Returns a copy with one application on or off. */
        public Switches turned(String application, boolean on) {
            var disabled = new TreeSet<>(disabledApplications);
            boolean ignored = on ? disabled.remove(application) : disabled.add(application);
            return new Switches(enabled, disabled);
        }
    }

    /** Returns a copy with other switches. */
    public DefinitionRecord with(Switches next, Trail change) {
        return new DefinitionRecord(linkName, name, scopes, nature, service, secrets, next, created, change);
    }

    public DefinitionRecord {
        secrets = Map.copyOf(secrets);
    }

    private static final class Type implements RecordType<DefinitionRecord> {
        @Override
        public Kind kind() {
            return Kind.DEFINITION;
        }

        @Override
        public Map<String, String> index(DefinitionRecord value) {
            return Map.of(
                    Index.NAME, value.name(),
                    Index.SERVICE, value.service().path("link_name").asText(),
                    Index.CREATED_BY, value.created().by().id());
        }

        @Override
        public void write(DefinitionRecord value, ObjectNode document) {
            document.put("link_name", value.linkName()).put("name", value.name());
            document.remove("scopes");
            value.scopes().ifPresent(scopes -> document.set("scopes", Json.array(scopes)));
            document.put("per_user", value.nature().perUser())
                    .put("separate_environments", value.nature().separateEnvironments())
                    .put("system", value.nature().system());
            document.set("service", value.service());
            Documents.putSecrets(document, "secrets", value.secrets());
            document.put("enabled", value.switches().enabled());
            document.set(
                    "disabled_applications",
                    Json.array(List.copyOf(new TreeSet<>(value.switches().disabledApplications()))));
            Documents.putTrail(document, "created", value.created());
            Documents.putTrail(document, "modified", value.modified());
        }

        @Override
        public DefinitionRecord read(ObjectNode document) {
            return new DefinitionRecord(
                    Json.text(document, "link_name", Documents.WHAT),
                    Json.text(document, "name", Documents.WHAT),
                    document.has("scopes")
                            ? Optional.of(Json.texts(document, "scopes", Documents.WHAT))
                            : Optional.empty(),
                    new Nature(
                            document.path("per_user").asBoolean(),
                            document.path("separate_environments").asBoolean(),
                            document.path("system").asBoolean()),
                    document.withObject("/service").deepCopy(),
                    Documents.secrets(document, "secrets"),
                    new Switches(
                            document.path("enabled").asBoolean(true),
                            document.has("disabled_applications")
                                    ? Set.copyOf(Json.texts(document, "disabled_applications", Documents.WHAT))
                                    : Set.of()),
                    Documents.trail(document, "created"),
                    Documents.trail(document, "modified"));
        }
    }
}
