package dev.connections.catalog.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value and where it stands.
 *
 * @param value a {@code Map<String, Node>}, a {@code List<Node>}, a text, a number, a boolean, or {@link #NULL}
 * @param at where it begins
 */
record Node(Object value, Place at) {
    /** The value of JSON's null. */
    static final Object NULL = new Object();

    /** A line and column, both from 1. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    /** Returns the same value with another place, for itself and all in it. */
    Node at(Place place) {
        if (isObject()) {
            var members = new LinkedHashMap<String, Node>();
            members().forEach((name, node) -> members.put(name, node.at(place)));
            return new Node(members, place);
        }
        return new Node(
                isArray() ? elements().stream().map(node -> node.at(place)).toList() : value, place);
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isArray() {
        return value instanceof List;
    }

    @SuppressWarnings("unchecked") // made by JsonTree alone
    Map<String, Node> members() {
        return (Map<String, Node>) value;
    }

    @SuppressWarnings("unchecked") // made by JsonTree alone
    List<Node> elements() {
        return (List<Node>) value;
    }
}
