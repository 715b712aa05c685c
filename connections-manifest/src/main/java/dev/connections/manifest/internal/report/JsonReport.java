package dev.connections.manifest.internal.report;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.rule.Diagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as one JSON object, for programs. */
public final class JsonReport {
    private JsonReport() {}

    /** Prints a report. */
    public static String of(Checked checked) {
        Positions positions = new Positions(checked.document().text());
        List<Object> findings = new ArrayList<>();
        for (Diagnosis diagnosis : checked.found()) {
            findings.add(finding(
                    diagnosis, Checked.Region.of(positions, diagnosis.place().range())));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", checked.label());
        for (Severity severity : Severity.values()) {
            report.put(Checked.word(severity) + "s", checked.count(severity));
        }
        report.put("findings", findings);
        return JsonText.of(report);
    }

    private static Map<String, Object> finding(Diagnosis diagnosis, Checked.Region region) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("code", diagnosis.code());
        finding.put("severity", Checked.word(diagnosis.severity()));
        finding.put("pointer", diagnosis.place().pointer());
        finding.put("line", region.start().line());
        finding.put("column", region.start().column());
        finding.put("endLine", region.end().line());
        finding.put("endColumn", region.end().column());
        finding.put("problem", diagnosis.problem());
        finding.put("advice", diagnosis.advice());
        finding.put("fixable", !diagnosis.fix().splices().isEmpty());
        return finding;
    }
}
