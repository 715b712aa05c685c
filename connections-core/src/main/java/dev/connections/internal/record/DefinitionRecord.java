package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Secret;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.ArrayList;
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
        Declared declared,
        Trail created,
        Modified changes) {
    /** How definitions are stored. */
    public static final RecordType<DefinitionRecord> TYPE = new Type();

    /** What is fixed at creation. */
    public record Nature(boolean perUser, boolean separateEnvironments, boolean system) {}

    /**
     * What code declared last. What an administrator edits since stays until code declares something else. The client's
     * secrets are not part of it.
     */
    public record Declared(String name, List<String> scopes, ObjectNode service) {
        public Declared {
            scopes = List.copyOf(scopes);
        }
    }

    /** Who changed it last, and who edited what may be edited. */
    public record Modified(Trail last, Trail edited) {}

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
        return new DefinitionRecord(
                linkName,
                name,
                scopes,
                nature,
                service,
                secrets,
                next,
                declared,
                created,
                new Modified(change, edited()));
    }

    /** Returns a copy that was edited just now. */
    public DefinitionRecord edited(Trail change) {
        return new DefinitionRecord(
                linkName,
                name,
                scopes,
                nature,
                service,
                secrets,
                switches,
                declared,
                created,
                new Modified(change, change));
    }

    /** Who changed anything last. */
    public Trail modified() {
        return changes.last();
    }

    /** Who changed name, scopes or service last: switches do not stand in the way of an edit. */
    public Trail edited() {
        return changes.edited();
    }

    /** Returns a copy with another name and other scopes. */
    public DefinitionRecord with(String nextName, Optional<List<String>> nextScopes) {
        return new DefinitionRecord(
                linkName, nextName, nextScopes, nature, service, secrets, switches, declared, created, changes);
    }

    /** Returns a copy with other service settings. */
    public DefinitionRecord with(ObjectNode nextService, Map<String, Secret> nextSecrets) {
        return new DefinitionRecord(
                linkName, name, scopes, nature, nextService, nextSecrets, switches, declared, created, changes);
    }

    /** Returns a copy that remembers what code declares now. */
    public DefinitionRecord with(Declared next) {
        return new DefinitionRecord(linkName, name, scopes, nature, service, secrets, switches, next, created, changes);
    }

    /** The scopes it asks for: its own, or those its service asks for by default. */
    public List<String> effectiveScopes() {
        return scopes.orElseGet(() -> defaultScopes(service));
    }

    /** Names what differs of what may be edited. */
    public List<String> changes(DefinitionRecord next) {
        var changed = new ArrayList<String>();
        if (!name.equals(next.name())) {
            changed.add("name");
        }
        if (!effectiveScopes().equals(next.effectiveScopes())) {
            changed.add("scopes");
        }
        if (!service.equals(next.service()) || !secrets.equals(next.secrets())) {
            changed.add("service");
        }
        return changed;
    }

    /** Tells this state from every other one; says nothing about secrets. */
    public String revision() {
        String who = edited().by().role() + "\n" + edited().by().id() + "\n" + edited().at();
        return AuthorizationKey.digest(
                String.join("\n", linkName, name, effectiveScopes().toString(), Json.write(service), who));
    }

    private static List<String> defaultScopes(ObjectNode service) {
        return Json.texts(service, "default_scopes", Documents.WHAT);
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
            writeDeclared(value.declared(), document.putObject("declared"));
            Documents.putTrail(document, "created", value.created());
            Documents.putTrail(document, "modified", value.modified());
            Documents.putTrail(document, "edited", value.edited());
        }

        private static void writeDeclared(Declared declared, ObjectNode into) {
            into.put("name", declared.name());
            into.set("scopes", Json.array(declared.scopes()));
            into.set("service", declared.service());
        }

        /** Records of releases that did not keep it were as declared. */
        private static Declared declared(ObjectNode document, Optional<List<String>> scopes) {
            if (!document.has("declared")) {
                ObjectNode service = document.withObject("/service").deepCopy();
                String name = Json.text(document, "name", Documents.WHAT);
                return new Declared(name, scopes.orElseGet(() -> defaultScopes(service)), service);
            }
            ObjectNode declared = document.withObject("/declared");
            return new Declared(
                    Json.text(declared, "name", Documents.WHAT),
                    Json.texts(declared, "scopes", Documents.WHAT),
                    declared.withObject("/service").deepCopy());
        }

        @Override
        public DefinitionRecord read(ObjectNode document) {
            Optional<List<String>> scopes = document.has("scopes")
                    ? Optional.of(Json.texts(document, "scopes", Documents.WHAT))
                    : Optional.empty();
            return new DefinitionRecord(
                    Json.text(document, "link_name", Documents.WHAT),
                    Json.text(document, "name", Documents.WHAT),
                    scopes,
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
                    declared(document, scopes),
                    Documents.trail(document, "created"),
                    new Modified(
                            Documents.trail(document, "modified"),
                            Documents.trail(document, document.has("edited") ? "edited" : "modified")));
        }
    }
}
