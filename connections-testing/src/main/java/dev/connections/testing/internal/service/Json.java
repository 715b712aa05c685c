package dev.connections.testing.internal.service;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a flat JSON object. */
final class Json {
    private final StringBuilder members = new StringBuilder();

    Json put(String name, String value) {
        return putRaw(name, quoted(value));
    }

    Json put(String name, long value) {
        return putRaw(name, Long.toString(value));
    }

    Json put(String name, boolean value) {
        return putRaw(name, Boolean.toString(value));
    }

    Json put(String name, List<String> values) {
        return putRaw(name, values.stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    /** Adds a member whose value is JSON already. */
    Json putRaw(String name, String json) {
        members.append(members.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(json);
        return this;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
