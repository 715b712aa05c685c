package dev.connections.catalog.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The names and types of members in the published schema, for the parts of an entry that strategies read: a strategy
 * keeps what it does not know, as a newer release may have written it; whoever writes a file has mistyped it.
 */
final class SchemaNames {
    private static final String RESOURCE = "/dev/connections/catalog/connections-service.schema.json";
    private static final String REF = "#/$defs/";

    /** What the schema's types are called in messages. */
    private static final Map<String, String> TYPES = Map.of(
            "object", "an object",
            "array", "a list",
            "string", "a text",
            "boolean", "true or false",
            "integer", "a whole number");

    /** The authentication types whose settings the schema describes, each under its own name. */
    private static final Set<String> OURS = Set.of("oauth2", "oauth1", "basic", "api_key");

    /** Read with the first file. */
    private static final Map<String, Node> DEFINITIONS = definitions();

    private final Source source;

    private SchemaNames(Source source) {
        this.source = source;
    }

    /** Refuses what the schema does not name; the settings of a strategy that is not ours are its own business. */
    static void check(Map<String, Node> document, Source source) {
        var names = new SchemaNames(source);
        Map<String, Node> known = names.object(there(DEFINITIONS, "entry"), "properties");
        document.forEach((name, node) -> {
            if (name.equals("authentication")) {
                String type = there(node.members(), "type").value().toString();
                if (OURS.contains(type)) {
                    names.check("settings", there(node.members(), "settings"), there(DEFINITIONS, type));
                }
            } else {
                Optional.ofNullable(known.get(name)).ifPresent(rule -> names.check(name, node, rule));
            }
        });
    }

    private void check(String name, Node node, Node stated) {
        Node rule = resolved(stated);
        requireType(name, node, rule);
        if (node.isObject()) {
            node.members().forEach((each, member) -> member(each, member, rule));
        } else if (node.isArray() && rule.members().containsKey("items")) {
            node.elements()
                    .forEach(element -> check(name, element, rule.members().get("items")));
        }
    }

    private void member(String name, Node node, Node rule) {
        Map<String, Node> known = object(rule, "properties");
        Node others = rule.members().get("additionalProperties");
        if (known.containsKey(name)) {
            check(name, node, known.get(name));
        } else if (others != null && others.isObject()) {
            check(name, node, others);
        } else if (others != null) {
            throw source.malformed(
                    node.at(),
                    "has the unknown member " + Refusal.quoted(name) + "; remove it or use one of "
                            + known.keySet().stream().sorted().toList());
        }
    }

    private void requireType(String name, Node node, Node rule) {
        Node type = rule.members().get("type");
        if (type != null && !isOf(type.value(), node)) {
            throw source.malformed(
                    node.at(), "cannot be used for " + Refusal.quoted(name) + "; write " + TYPES.get(type.value()));
        }
    }

    private static boolean isOf(Object type, Node node) {
        return switch (type.toString()) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            case "boolean" -> node.value() instanceof Boolean;
            case "string" -> node.value() instanceof String;
            default -> node.value() instanceof Number;
        };
    }

    private static Node resolved(Node rule) {
        Node ref = rule.members().get("$ref");
        return ref == null ? rule : there(DEFINITIONS, ref.value().toString().substring(REF.length()));
    }

    private Map<String, Node> object(Node rule, String member) {
        return Optional.ofNullable(rule.members().get(member))
                .map(Node::members)
                .orElse(Map.of());
    }

    /** The schema is ours, and an entry has been read before it comes here. */
    private static Node there(Map<String, Node> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private static Map<String, Node> definitions() {
        try (InputStream in = SchemaNames.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE + "; use the published one");
            }
            Node schema = JsonTree.read(in.readAllBytes(), new Source("the schema"));
            return there(schema.members(), "$defs").members();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
