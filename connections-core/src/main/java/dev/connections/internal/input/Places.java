package dev.connections.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connections.internal.json.Json;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The texts of a service document in which a value may stand. */
final class Places {
    /** Names, versions and marks are not among them. */
    private static final Set<String> MEMBERS = Set.of("resource_servers", "api_base", "headers", "probe", "identity");

    private static final String AUTHENTICATION = "authentication";
    private static final String SETTINGS = "settings";

    private Places() {}

    /** Returns a copy of a service document with other texts. */
    static ObjectNode mapped(ObjectNode document, UnaryOperator<String> change) {
        ObjectNode copy = document.deepCopy();
        for (String member : MEMBERS) {
            if (copy.has(member)) {
                copy.set(member, mapped(copy.get(member), change));
            }
        }
        if (copy.path(AUTHENTICATION).path(SETTINGS) instanceof ObjectNode settings) {
            ((ObjectNode) copy.get(AUTHENTICATION)).set(SETTINGS, mapped((JsonNode) settings, change));
        }
        return copy;
    }

    private static JsonNode mapped(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return TextNode.valueOf(change.apply(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(member -> copy.set(member.getKey(), mapped(member.getValue(), change)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.array(java.util.List.of());
            array.forEach(item -> copy.add(mapped(item, change)));
            return copy;
        }
        return node;
    }

    /** Visits the names of members in which no value may stand. */
    static void names(JsonNode node, Consumer<String> visitor) {
        node.properties().forEach(member -> visitor.accept(member.getKey()));
        node.forEach(child -> names(child, visitor));
    }

    /** Whether a document's authentication differs from another's. */
    static boolean sameAuthentication(ObjectNode one, ObjectNode other) {
        return one.path(AUTHENTICATION).equals(other.path(AUTHENTICATION));
    }
}
