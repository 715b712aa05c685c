package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** No two entries of a manifest have the same value under one key. Remembers what it saw: one for each manifest. */
final class DistinctEntries implements EntryRule {
    private final Map<String, Seen> seen = new HashMap<>();
    private final String code;
    private final Key key;
    private final String what;
    private final String advice;

    /** Where an entry stands; less than the entry itself, of which there may be many. */
    private record Seen(Section section, int index) {}

    private DistinctEntries(String code, Key key, String what, String advice) {
        this.code = code;
        this.key = key;
        this.what = what;
        this.advice = advice;
    }

    static DistinctEntries linkNames() {
        return new DistinctEntries(
                "link_name_duplicate",
                Key.LINK_NAME,
                "link name",
                "a link name names one connection: remove one entry, or rename it");
    }

    static DistinctEntries displayNames() {
        return new DistinctEntries(
                "connection_name_duplicate",
                Key.NAME,
                "connection name",
                "this product wants distinct connection names: change one");
    }

    static DistinctEntries services() {
        return new DistinctEntries(
                "service_repeated",
                Key.SERVICE,
                "service",
                "DESK allows one connector for each service: remove one entry");
    }

    @Override
    public void check(Inspected entry, Diagnoses found) {
        boolean concerned = key == Key.LINK_NAME || entry.placed().section() == Section.CONNECTORS;
        Key its = key == Key.LINK_NAME && entry.shape() == Shape.WRITER ? Key.WRITER_NAME : key;
        Optional<Node> value = entry.fields().value(its).filter(node -> concerned && node.is(Kind.STRING));
        if (value.isEmpty() || value.get().text().isBlank()) {
            return;
        }
        Placed placed = entry.placed();
        Seen first = seen.putIfAbsent(folded(value.get().text()), new Seen(placed.section(), placed.index()));
        if (first != null) {
            found.add(Diagnosis.error(
                    code,
                    entry.place(its, value.get()),
                    "the " + what + " " + Quote.of(value.get().text()) + " is that of "
                            + first.section().pointer(first.index()) + " already",
                    advice));
        }
    }

    /** Names that differ by letter case or by how an accent is stored look the same to a person. */
    private static String folded(String value) {
        if (value.chars().allMatch(c -> c < 0x80 && (c < 'A' || c > 'Z'))) {
            return value;
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
