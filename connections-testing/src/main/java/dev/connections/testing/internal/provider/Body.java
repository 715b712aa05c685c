package dev.connections.testing.internal.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A JSON object in the order it is written. Confined to one answer; prints itself, tokens included, for that is its job. */
final class Body {
    private final Map<String, String> members = new LinkedHashMap<>();

    private Body() {}

    static Body empty() {
        return new Body();
    }

    static Body of(String name, String value) {
        return empty().and(name, value);
    }

    Body and(String name, String value) {
        members.put(name, quoted(value));
        return this;
    }

    Body and(String name, long value) {
        members.put(name, Long.toString(value));
        return this;
    }

    Body and(String name, boolean value) {
        members.put(name, Boolean.toString(value));
        return this;
    }

    Body and(String name, Body value) {
        members.put(name, value.toString());
        return this;
    }

    Body and(String name, List<String> values) {
        members.put(name, values.stream().map(Body::quoted).collect(Collectors.joining(",", "[", "]")));
        return this;
    }

    /** Adds a member that may be left out. */
    Body and(String name, Optional<?> value) {
        value.ifPresent(given -> {
            if (given instanceof Number number) {
                and(name, number.longValue());
            } else {
                and(name, given.toString());
            }
        });
        return this;
    }

    /** Adds a member that has no value. */
    Body andNull(String name) {
        members.put(name, "null");
        return this;
    }

    /** Adds a member whose value is JSON already. */
    Body andRaw(String name, String json) {
        members.put(name, json);
        return this;
    }

    /** Writes the members as a form: texts without their quotation marks. */
    String asForm() {
        return members.entrySet().stream()
                .map(each -> each.getKey() + "="
                        + URLEncoder.encode(each.getValue().replace("\"", ""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String inArray() {
        return "[" + this + "]";
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
        return members.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
