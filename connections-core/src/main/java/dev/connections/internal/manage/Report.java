package dev.connections.internal.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.DefinedConnection;

/** A report as text or JSON. Immutable: nobody else holds the tree. */
record Report(ObjectNode tree) implements DefinedConnection.Diagnosis {
    @Override
    public String toJson() {
        return tree.toPrettyString();
    }

    @Override
    public String toText() {
        var text = new StringBuilder();
        members(text, "", tree);
        return text.toString();
    }

    private static void members(StringBuilder text, String indent, JsonNode object) {
        object.properties().forEach(member -> member(text, indent, member.getKey(), member.getValue()));
    }

    private static void member(StringBuilder text, String indent, String name, JsonNode value) {
        text.append(indent).append(name).append(':');
        if (value.isObject()) {
            text.append('\n');
            members(text, indent + "  ", value);
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            text.append('\n');
            value.forEach(element -> {
                text.append(indent).append("  -\n");
                members(text, indent + "    ", element);
            });
        } else {
            text.append(' ').append(line(value)).append('\n');
        }
    }

    private static String line(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        var words = new StringBuilder();
        value.forEach(word -> words.append(words.isEmpty() ? "" : " ").append(word.asText()));
        return words.isEmpty() ? "none" : words.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
