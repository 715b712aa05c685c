package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.edit.Editor;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Quote;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value outside the connection entries, and where it is.
 *
 * @param pointer JSON pointer
 * @param node the value
 */
record Located(String pointer, Node node) {
    /** The value of a top-level key. */
    static Optional<Located> top(Manifest manifest, String key) {
        return manifest.value(key).map(value -> new Located(Pointer.below("", key), value));
    }

    /** The manifest itself. */
    static Located root(Manifest manifest) {
        return new Located("", manifest.object().orElseThrow());
    }

    /** The value of a member. */
    Optional<Located> member(String key) {
        return node.value(key).map(value -> new Located(Pointer.below(pointer, key), value));
    }

    /** Shows the items of an array in order, one at a time: there may be millions. None for any other value. */
    void forEachItem(Consumer<Located> seen) {
        int index = 0;
        for (Node element : node.elements()) {
            seen.accept(new Located(Pointer.below(pointer, index++), element));
        }
    }

    /** How many items an array has. */
    int count() {
        int count = 0;
        for (var unused : node.elements()) {
            count++;
        }
        return count;
    }

    boolean is(Kind kind) {
        return node.is(kind);
    }

    /** Tells whether this is a string that says something. */
    boolean saysSomething() {
        return is(Kind.STRING) && !node.text().isBlank();
    }

    /** The last step of the pointer: the key, or the number of the item. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    String quoted() {
        return Quote.of(node.text());
    }

    Place place() {
        return new Place(pointer, node.range());
    }

    /** A fix that an editor makes. */
    Fix fix(Consumer<Editor> change) {
        return () -> {
            Editor editor = new Editor(node.document());
            change.accept(editor);
            return editor.splices();
        };
    }
}
