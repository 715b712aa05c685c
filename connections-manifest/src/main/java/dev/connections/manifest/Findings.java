package dev.connections.manifest;

import dev.connections.manifest.internal.edit.Splice;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.rule.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives diagnoses their lines and columns. */
final class Findings {
    /** A message is read on a screen. */
    private static final int SHOWN = 20;

    private final Positions positions;
    private final Function<List<Splice>, PluginManifest> mend;
    private final boolean mendable;

    private Findings(Positions positions, Function<List<Splice>, PluginManifest> mend, boolean mendable) {
        this.positions = positions;
        this.mend = mend;
        this.mendable = mendable;
    }

    /** Findings in the text of a manifest, which this function mends. */
    static List<Finding> of(byte[] text, List<Diagnosis> diagnoses, Function<List<Splice>, PluginManifest> mend) {
        return new Findings(new Positions(text), mend, true).all(diagnoses);
    }

    /** Findings in a connector that is printed on its own. */
    static List<Finding> of(String json, List<Diagnosis> diagnoses) {
        Positions positions = new Positions(json.getBytes(StandardCharsets.UTF_8));
        return new Findings(positions, splices -> PluginManifest.parse(json), false).all(diagnoses);
    }

    private List<Finding> all(List<Diagnosis> diagnoses) {
        List<Finding> findings = new ArrayList<>(diagnoses.size());
        diagnoses.forEach(diagnosis -> findings.add(finding(diagnosis)));
        return List.copyOf(findings);
    }

    private Finding finding(Diagnosis diagnosis) {
        Range range = diagnosis.place().range();
        return new Finding(diagnosis, positions.at(range.start()), positions.at(range.end()), () -> mended(diagnosis));
    }

    private Optional<PluginManifest> mended(Diagnosis diagnosis) {
        List<Splice> splices = mendable ? diagnosis.fix().splices() : List.of();
        return splices.isEmpty() ? Optional.empty() : readable(mend.apply(splices));
    }

    /** A bracket that was not closed may have hidden more levels than may be read. */
    private static Optional<PluginManifest> readable(PluginManifest mended) {
        try {
            var unused = mended.document();
            return Optional.of(mended);
        } catch (ManifestException tooDeep) {
            return Optional.empty();
        }
    }

    /** Findings one on a line; the first of many. */
    static String lines(List<Finding> findings) {
        String shown = findings.stream().limit(SHOWN).map(Finding::toString).collect(Collectors.joining("\n"));
        int more = findings.size() - SHOWN;
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }

    static List<Finding> errorsIn(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }
}
