package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Dialect;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An entry has all keys that its place asks for; one that lacks some was copied too early. */
final class Completeness implements EntryRule {
    private static final List<Key> LINK_NAME_SHAPE = List.of(Key.LINK_NAME, Key.NAME, Key.SERVICE);
    private static final List<Key> WRITER_SHAPE = List.of(Key.WRITER_NAME, Key.TYPE);

    private final List<Key> also;

    /** Asks for more keys than the shape does, where the product does so. */
    Completeness(Key... also) {
        this.also = List.of(also);
    }

    @Override
    public void check(Inspected entry, Diagnoses found) {
        List<Key> missing = new ArrayList<>(required(entry));
        missing.removeIf(entry.fields()::has);
        if (!missing.isEmpty()) {
            found.add(Diagnosis.error(
                    "connector_incomplete", entry.place(), "the entry lacks " + names(missing), advice(entry)));
        }
    }

    private static String names(List<Key> keys) {
        return keys.stream().map(key -> "\"" + key.json() + "\"").collect(Collectors.joining(", "));
    }

    private static String advice(Inspected entry) {
        if (entry.shape() == Shape.WRITER && !writes(entry, Shape.WRITER)) {
            return "this is how Writer's entries look: upsert the connector, or copy the JSON from a connection made for "
                    + Quote.of(entry.product());
        }
        return "the connection was not created and authenticated when its JSON was copied: authorize it, then upsert its"
                + " connector or copy the JSON again";
    }

    /** Tells whether the product's entries have this shape; without a product any shape may be right. */
    private static boolean writes(Inspected entry, Shape shape) {
        return entry.product().isEmpty() || Dialect.of(entry.product()).shape() == shape;
    }

    private List<Key> required(Inspected entry) {
        Shape shape = entry.shape();
        if (shape == Shape.WRITER && writes(entry, Shape.WRITER)) {
            return WRITER_SHAPE;
        }
        if (shape == Shape.MAIL && writes(entry, Shape.MAIL)) {
            return List.of();
        }
        if (entry.placed().section() == Section.USED_CONNECTIONS) {
            return List.of(Key.LINK_NAME); // public manifests of the finance family hold nothing else in some entries
        }
        List<Key> required = new ArrayList<>(LINK_NAME_SHAPE);
        required.addAll(also);
        return required;
    }
}
