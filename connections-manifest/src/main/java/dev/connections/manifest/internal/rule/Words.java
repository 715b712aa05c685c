package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.json.Node;

/** How kinds of values are called in messages. */
final class Words {
    private Words() {}

    static String kind(Node value) {
        return switch (value.kind()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
            case BROKEN -> "no JSON value";
        };
    }
}
