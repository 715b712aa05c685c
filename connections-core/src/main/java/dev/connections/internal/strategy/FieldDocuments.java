package dev.connections.internal.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Field;
import dev.connections.internal.json.Json;

/** Parameters in the settings of the built-in strategies. */
final class FieldDocuments {
    private static final String WHAT = "parameter of the service";

    private FieldDocuments() {}

    static ObjectNode write(Field field) {
        return Json.object().put("name", field.name()).put("display_name", field.displayName());
    }

    static Field read(JsonNode json, boolean secret) {
        String name = Json.text(json, "name", WHAT);
        String displayName = Json.text(json, "display_name", WHAT);
        return secret ? Field.secret(name, displayName) : Field.text(name, displayName);
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String name) {
        String text = Json.text(json, name, WHAT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw Json.malformed(WHAT, "/" + name, "is none of " + java.util.Arrays.toString(type.getEnumConstants()));
    }
}
