package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import dev.connections.catalog.ServiceFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A definition under examination, and where it stands in what was given.
 *
 * @param node the definition
 * @param pointer where it stands
 */
record Linted(Node node, String pointer) {
    /** A text in a definition. */
    record Text(String pointer, String member, String value) {}

    /** Returns a part; an empty object where there is none. */
    Linted at(String... path) {
        Linted part = this;
        for (String each : path) {
            Node found = part.members().getOrDefault(each, new Node(Map.of(), node.at()));
            part = new Linted(
                    found, part.pointer + "/" + each.replace("~", "~0").replace("/", "~1"));
        }
        return part;
    }

    Linted settings() {
        return at("authentication", "settings");
    }

    boolean has(String member) {
        return members().containsKey(member);
    }

    Map<String, Node> members() {
        return node.isObject() ? node.members() : Map.of();
    }

    List<Linted> elements() {
        var elements = new ArrayList<Linted>();
        List<Node> nodes = node.isArray() ? node.elements() : List.of();
        for (int i = 0; i < nodes.size(); i++) {
            elements.add(new Linted(nodes.get(i), pointer + "/" + i));
        }
        return elements;
    }

    Optional<String> text() {
        return node.value() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<String> text(String member) {
        return at(member).text();
    }

    boolean flag(String member) {
        return Boolean.TRUE.equals(at(member).node.value());
    }

    List<String> texts(String member) {
        return at(member).elements().stream()
                .flatMap(each -> each.text().stream())
                .toList();
    }

    /** Returns every text in it. */
    Stream<Text> allTexts() {
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        return allTexts(member);
    }

    private Stream<Text> allTexts(String member) {
        if (node.isObject()) {
            return members().keySet().stream().flatMap(each -> at(each).allTexts(each));
        }
        return node.isArray()
                ? elements().stream().flatMap(each -> each.allTexts(member))
                : text().stream().map(value -> new Text(pointer, member, value));
    }

    ServiceFinding error(String code, String problem, String advice) {
        return new ServiceFinding(Severity.ERROR, code, pointer, problem, advice);
    }

    ServiceFinding warning(String code, String problem, String advice) {
        return new ServiceFinding(Severity.WARNING, code, pointer, problem, advice);
    }

    ServiceFinding hint(String code, String problem, String advice) {
        return new ServiceFinding(Severity.HINT, code, pointer, problem, advice);
    }
}
