package dev.connections.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Actor;
import dev.connections.ConnectionStoreException;
import dev.connections.Secret;
import dev.connections.Subject;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that several kinds of records hold. */
final class Documents {
    static final String WHAT = "record";

    private Documents() {}

    static void putSecrets(ObjectNode document, String name, Map<String, Secret> secrets) {
        ObjectNode object = document.putObject(name);
        secrets.forEach((key, secret) -> object.put(key, secret.reveal()));
    }

    static Map<String, Secret> secrets(JsonNode document, String name) {
        var secrets = new LinkedHashMap<String, Secret>();
        Json.textMap(document, name, WHAT).forEach((key, text) -> secrets.put(key, Secret.of(text)));
        return secrets;
    }

    static void put(ObjectNode document, String name, Optional<String> text) {
        text.ifPresentOrElse(value -> document.put(name, value), () -> document.remove(name));
    }

    /** Reads a constant; one that this release does not know was written by a newer one. */
    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new ConnectionStoreException(
                "newer_format",
                "a record holds the " + type.getSimpleName() + " \"" + Texts.clean(name)
                        + "\", which this release does not know; upgrade this node",
                null);
    }

    static Optional<String> text(JsonNode document, String name) {
        return Optional.ofNullable(document.path(name).textValue());
    }

    static Instant instant(JsonNode document, String name) {
        return instant(Json.text(document, name, WHAT));
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("an instant is malformed", e);
        }
    }

    static void putSubject(ObjectNode document, Optional<Subject> subject) {
        if (subject.isEmpty()) {
            document.remove("subject");
        }
        subject.ifPresent(value -> {
            ObjectNode object = document.withObject("/subject").put("id", value.id());
            put(object, "name", value.name());
            put(object, "email", value.email());
            put(object, "type", value.type());
        });
    }

    static Optional<Subject> subject(JsonNode document) {
        JsonNode object = document.path("subject");
        if (object.isMissingNode()) {
            return Optional.empty();
        }
        Subject subject = Subject.of(Json.text(object, "id", WHAT));
        subject = text(object, "name").map(subject::withName).orElse(subject);
        subject = text(object, "email").map(subject::withEmail).orElse(subject);
        return Optional.of(text(object, "type").map(subject::withType).orElse(subject));
    }

    static void putTrail(ObjectNode document, String name, Trail trail) {
        document.withObject("/" + name)
                .put("by", trail.by().id())
                .put("role", trail.by().role().name())
                .put("at", trail.at().toString());
    }

    static Trail trail(JsonNode document, String name) {
        JsonNode object = document.path(name);
        var role = constant(Actor.Role.class, Json.text(object, "role", WHAT));
        return new Trail(Trail.actor(role, Json.text(object, "by", WHAT)), instant(object, "at"));
    }
}
