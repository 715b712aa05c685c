package dev.connections.manifest.internal.report;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.edit.Splice;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.rule.Codes;
import dev.connections.manifest.internal.rule.Diagnosis;
import dev.connections.manifest.internal.text.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings in the Static Analysis Results Interchange Format, for code scanning services and editors.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifReport {
    private static final String VERSION = "2.1.0";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String TEXT = "text";

    private final Checked checked;
    private final Positions positions;
    private final Map<String, Object> artifact;
    private final List<String> codes;
    private final SecretRanges secrets;

    private SarifReport(Checked checked) {
        this.checked = checked;
        this.positions = new Positions(checked.document().text());
        this.secrets = SecretRanges.in(checked.document());
        this.artifact = Map.of("uri", uri(checked.label()));
        this.codes = checked.found().stream()
                .map(Diagnosis::code)
                .distinct()
                .sorted()
                .toList();
    }

    /** Prints a report. */
    public static String of(Checked checked) {
        return JsonText.of(new SarifReport(checked).log());
    }

    /** A path as a reference: relative ones stay so, since a code scanning service looks for them in the repository. */
    private static String uri(String label) {
        Path path = Path.of(label);
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        try {
            return new URI(null, null, label.replace('\\', '/'), null).toString();
        } catch (URISyntaxException unprintable) {
            return "plugin-manifest.json";
        }
    }

    private Map<String, Object> log() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "connections-manifest");
        driver.put("rules", codes.stream().map(SarifReport::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", checked.found().stream().map(this::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", VERSION);
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(String code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code);
        rule.put("shortDescription", Map.of(TEXT, Codes.all().getOrDefault(code, code)));
        return rule;
    }

    private Map<String, Object> result(Diagnosis diagnosis) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", diagnosis.code());
        result.put("ruleIndex", codes.indexOf(diagnosis.code()));
        result.put("level", level(diagnosis.severity()));
        result.put("message", Map.of(TEXT, diagnosis.problem() + "; " + diagnosis.advice()));
        result.put("locations", List.of(location(diagnosis)));
        List<Splice> splices = diagnosis.fix().splices();
        if (!splices.isEmpty() && splices.stream().noneMatch(this::showsSecret)) {
            result.put("fixes", List.of(fix(diagnosis, splices)));
        }
        return result;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "note";
        };
    }

    private Map<String, Object> location(Diagnosis diagnosis) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put(
                "region", region(Checked.Region.of(positions, diagnosis.place().range())));
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        if (!diagnosis.place().pointer().isEmpty()) {
            location.put(
                    "logicalLocations",
                    List.of(Map.of("fullyQualifiedName", diagnosis.place().pointer())));
        }
        return location;
    }

    private static Map<String, Object> region(Checked.Region where) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", where.start().line());
        region.put("startColumn", where.start().column());
        region.put("endLine", where.end().line());
        region.put("endColumn", where.end().column());
        return region;
    }

    private boolean showsSecret(Splice splice) {
        boolean named = secrets.touch(splice.range().start(), splice.range().end());
        return !splice.with().isEmpty() && (named || Secrets.value(splice.with()));
    }

    private Map<String, Object> fix(Diagnosis diagnosis, List<Splice> splices) {
        List<Object> replacements = new ArrayList<>();
        for (Splice splice : splices) {
            Map<String, Object> replacement = new LinkedHashMap<>();
            replacement.put("deletedRegion", region(Checked.Region.of(positions, splice.range())));
            replacement.put("insertedContent", Map.of(TEXT, splice.with()));
            replacements.add(replacement);
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", artifact);
        change.put("replacements", replacements);
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("description", Map.of(TEXT, diagnosis.advice()));
        fix.put("artifactChanges", List.of(change));
        return fix;
    }
}
