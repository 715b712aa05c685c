package dev.connections.manifest.internal.report;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Position;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.rule.Diagnosis;
import java.util.List;
import java.util.Locale;

/**
 * A text with what was found in it.
 *
 * @param label the file it was read from; empty if it was none
 * @param document the text
 * @param found in order of the text
 */
public record Checked(String label, Document document, List<Diagnosis> found) {
    /** What a manifest is called that was read from no file. */
    private static final String USUAL_NAME = "plugin-manifest.json";

    /** Copies the list. */
    public Checked {
        label = label.isEmpty() ? USUAL_NAME : label;
        found = List.copyOf(found);
    }

    /** How many of them are so bad. */
    public long count(Severity severity) {
        return found.stream()
                .filter(diagnosis -> diagnosis.severity() == severity)
                .count();
    }

    /**
     * Where a piece of text starts and ends.
     *
     * @param start position of its first character
     * @param end position behind its last one
     */
    record Region(Position start, Position end) {
        static Region of(Positions positions, Range range) {
            return new Region(positions.at(range.start()), positions.at(range.end()));
        }
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
