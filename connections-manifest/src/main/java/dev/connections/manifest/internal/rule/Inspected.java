package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.edit.Editor;
import dev.connections.manifest.internal.entry.Fields;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import java.util.function.Consumer;

/**
 * One entry under inspection.
 *
 * @param placed the entry
 * @param product upper-case code; empty if unknown
 * @param alone true if the entry is the whole text, not a part of a manifest
 */
public record Inspected(Placed placed, String product, boolean alone) {
    /** JSON pointer of the entry in the text that is checked. */
    String pointer() {
        return alone ? "" : placed.pointer();
    }

    Fields fields() {
        return placed.fields();
    }

    Shape shape() {
        return placed.shape();
    }

    /** The entry itself. */
    Place place() {
        return new Place(pointer(), placed.node().range());
    }

    /** A member's value. */
    Place place(Key key, Node value) {
        return new Place(Pointer.below(pointer(), key.json()), value.range());
    }

    /** A fix that an editor makes. */
    Fix fix(Consumer<Editor> change) {
        return () -> {
            Editor editor = new Editor(placed.node().document());
            change.accept(editor);
            return editor.splices();
        };
    }
}
