package dev.connections.catalog.internal;

import dev.connections.catalog.internal.Node.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the members of an object strictly: a wrong type or an unknown name is an error with line and column. */
final class Members {
    private final Source source;
    private final Place at;
    private final Map<String, Node> members;
    private final Set<String> known = new HashSet<>();

    Members(Node node, Source source) {
        if (!node.isObject()) {
            throw source.malformed(node.at(), "is no JSON object; write one there");
        }
        this.source = source;
        at = node.at();
        members = node.members();
    }

    Place at() {
        return at;
    }

    /** Returns a member of any type. */
    Optional<Node> node(String name) {
        known.add(name);
        return Optional.ofNullable(members.get(name));
    }

    /** Returns a member of any type that must be there. */
    Node required(String name) {
        return node(name).orElseThrow(() -> source.malformed(at, "lacks the member \"" + name + "\"; add it"));
    }

    String requiredText(String name) {
        return text(required(name), name);
    }

    Optional<String> text(String name) {
        return node(name).map(node -> text(node, name));
    }

    List<String> texts(String name) {
        return elements(name).stream().map(each -> text(each, name)).toList();
    }

    List<Node> elements(String name) {
        return node(name).map(node -> elements(node, name)).orElse(List.of());
    }

    int number(String name) {
        Node node = required(name);
        if (node.value() instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw wrong(node, name, "a whole number");
    }

    boolean flag(String name) {
        return node(name).map(node -> flag(node, name)).orElse(false);
    }

    /** Refuses what nobody asked for. */
    void requireNoOthers() {
        members.forEach((name, node) -> {
            if (!known.contains(name)) {
                throw source.malformed(
                        node.at(),
                        "has the unknown member " + Refusal.quoted(name) + "; remove it or use one of "
                                + known.stream().sorted().toList());
            }
        });
    }

    RuntimeException wrong(Node node, String name, String expected) {
        return source.malformed(node.at(), "cannot be used for \"" + name + "\"; write " + expected);
    }

    private String text(Node node, String name) {
        if (node.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(node, name, "a text");
    }

    private List<Node> elements(Node node, String name) {
        if (!node.isArray()) {
            throw wrong(node, name, "a list");
        }
        return node.elements();
    }

    private boolean flag(Node node, String name) {
        if (node.value() instanceof Boolean flag) {
            return flag;
        }
        throw wrong(node, name, "true or false");
    }
}
