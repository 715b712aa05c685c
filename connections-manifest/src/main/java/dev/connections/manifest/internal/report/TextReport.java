package dev.connections.manifest.internal.report;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.rule.Diagnosis;
import dev.connections.manifest.internal.text.Quote;

/** Findings for people: what, where with the line it stands in, and what to write instead. */
public final class TextReport {
    private final Checked checked;
    private final Positions positions;
    private final Excerpts excerpts;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Checked checked) {
        this.checked = checked;
        this.positions = new Positions(checked.document().text());
        this.excerpts = new Excerpts(checked.document());
    }

    /** Prints a report; ends with a line that counts. */
    public static String of(Checked checked) {
        TextReport report = new TextReport(checked);
        checked.found().forEach(report::add);
        return report.text.append(summary(checked)).append('\n').toString();
    }

    /** How many errors, warnings and hints there are. */
    public static String summary(Checked checked) {
        if (checked.found().isEmpty()) {
            return checked.label() + ": nothing was found";
        }
        return checked.label() + ": " + counted(checked, Severity.ERROR) + ", " + counted(checked, Severity.WARNING)
                + ", " + counted(checked, Severity.HINT);
    }

    private static String counted(Checked checked, Severity severity) {
        long count = checked.count(severity);
        return count + " " + Checked.word(severity) + (count == 1 ? "" : "s");
    }

    private void add(Diagnosis diagnosis) {
        Checked.Region region = Checked.Region.of(positions, diagnosis.place().range());
        String line = Integer.toString(region.start().line());
        String margin = " ".repeat(line.length());
        Excerpts.Excerpt excerpt = excerpts.of(diagnosis.place().range());
        String at = diagnosis.place().pointer().isEmpty()
                ? ""
                : " at " + Quote.clean(diagnosis.place().pointer());
        text.append(checked.label())
                .append(':')
                .append(line)
                .append(':')
                .append(region.start().column());
        text.append(": ").append(Checked.word(diagnosis.severity())).append(' ').append(diagnosis.code());
        text.append(at).append('\n');
        text.append(' ')
                .append(line)
                .append(" | ")
                .append(excerpt.line().stripTrailing())
                .append('\n');
        text.append(' ').append(margin).append(" | ").append(excerpt.marks()).append('\n');
        text.append(' ')
                .append(margin)
                .append(" = ")
                .append(diagnosis.problem())
                .append('\n');
        text.append(' ').append(margin).append(" = ").append(diagnosis.advice()).append("\n\n");
    }
}
