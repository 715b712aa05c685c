package dev.connections.manifest;

import dev.connections.manifest.internal.entry.Entry;
import dev.connections.manifest.internal.entry.Fields;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Flaw;
import dev.connections.manifest.internal.json.FlawKind;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the one entry in a text that a person copied. */
final class CopiedEntry {
    /** What copying does to JSON without changing what it says. */
    private static final Set<FlawKind> HARMLESS = EnumSet.of(
            FlawKind.BYTE_ORDER_MARK,
            FlawKind.COMMENT,
            FlawKind.TRAILING_COMMA,
            FlawKind.FOREIGN_BLANK,
            FlawKind.LINE_NUMBERS,
            FlawKind.TEXT_AFTER_END,
            FlawKind.BRACES_MISSING);

    private final List<Fields> entries = new ArrayList<>();

    private CopiedEntry() {}

    static Entry read(String copied) {
        PluginManifest text = PluginManifest.parse(copied);
        Document document = text.document();
        for (Flaw flaw : document.flaws()) {
            if (!HARMLESS.contains(flaw.kind())) {
                throw text.notJson();
            }
        }
        CopiedEntry found = new CopiedEntry();
        document.root().ifPresent(found::collect);
        return found.only();
    }

    private void collect(Node value) {
        value.elements().forEach(this::collect);
        Fields fields = Fields.of(value);
        if (!fields.isEmpty()) {
            entries.add(fields);
            return;
        }
        for (Section section : Section.values()) {
            Optional<Node> inside = value.is(Kind.OBJECT) ? value.value(section.json()) : Optional.empty();
            inside.ifPresent(this::collect);
        }
    }

    private Entry only() {
        if (entries.isEmpty()) {
            throw new ManifestException(
                    "connector_missing",
                    "no entry of a connection is in the text; copy the object with \"connectionLinkName\" in it from the"
                            + " connection's JSON tab, once the connection is authorized",
                    null);
        }
        if (entries.size() > 1) {
            throw new ManifestException(
                    "connector_ambiguous", entries.size() + " entries are in the text; give one of them", null);
        }
        return Entry.of(entries.get(0));
    }
}
