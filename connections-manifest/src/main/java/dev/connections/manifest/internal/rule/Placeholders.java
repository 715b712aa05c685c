package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.util.Optional;

/** Values of help pages and templates that were to be replaced: {@code <Connection Name>}, {@code https://...}. */
final class Placeholders implements EntryRule {
    @Override
    public void check(Inspected entry, Diagnoses found) {
        for (Key key : entry.shape().keys()) {
            Optional<Node> value = entry.fields().value(key).filter(node -> node.is(Kind.STRING));
            if (value.isPresent() && in(value.get().text())) {
                found.add(Diagnosis.error(
                        "placeholder_left",
                        entry.place(key, value.get()),
                        Quote.of(value.get().text()) + " is a placeholder",
                        "put your connection's own value in its place"));
            }
        }
    }

    static boolean in(String value) {
        return (value.startsWith("<") && value.endsWith(">"))
                || value.contains("...")
                || value.contains("…")
                || (value.contains("{") && value.contains("}"));
    }
}
