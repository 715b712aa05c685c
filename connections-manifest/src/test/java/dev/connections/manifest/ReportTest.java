package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.manifest.Validation.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings as text, as JSON and as SARIF. */
class ReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BAD = """
            {
              "service": "Crm",
              "connectors": [
            \t{ "connectionLinkName": "crm primary", "connectionName": "CRM", "serviceName": "x", "userAccess": "true" }
              ],
              "version": "1"
            }
            """;

    private static Report report(String text) {
        return Validation.forProduct().check(PluginManifest.parse(text));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(text, malformed);
        }
    }

    @Test
    void showsPeopleTheLineAndWhatToWriteInstead() {
        assertThat(report(BAD).toText()).isEqualTo("""
                plugin-manifest.json:2:14: warning service_case at /service
                 2 |   "service": "Crm",
                   |              ^^^^^
                   = "Crm" is not written as the product's code
                   = write "CRM"

                plugin-manifest.json:4:26: error link_name_shape at /connectors/0/connectionLinkName
                 4 |  { "connectionLinkName": "crm primary", "connectionName": "CRM", "serviceName": "x",
                   |                          ^^^^^^^^^^^^^
                   = "crm primary" contains a space
                   = start with a lower-case letter, then a-z, 0-9 or _, for example "crm_primary"

                plugin-manifest.json:4:100: error boolean_as_string at /connectors/0/userAccess
                 4 | …  "connectionName": "CRM", "serviceName": "x", "userAccess": "true" }
                   |                                                               ^^^^^^
                   = "userAccess" is the string "true"
                   = write true without quotes

                plugin-manifest.json:6:3: hint key_unknown at /version
                 6 |   "version": "1"
                   |   ^^^^^^^^^
                   = "version" is no key that Zoho's pages know
                   = compare it with the product's page; it is kept as it is

                plugin-manifest.json: 2 errors, 1 warning, 1 hint
                """);
    }

    @Test
    void saysWhenNothingWasFound() {
        Report report = report("{\"service\":\"CRM\"}");

        assertThat(report.toText()).isEqualTo("plugin-manifest.json: nothing was found\n");
        assertThat(report).hasToString("plugin-manifest.json: nothing was found");
        assertThat(report.passed()).isTrue();
        assertThat(json(report.toSarif()).at("/runs/0/results")).isEmpty();
    }

    @Test
    void passesUnlessThereIsAnError() {
        assertThat(report("{\"service\":\"Crm\"}").passed()).isTrue();
        assertThat(report(BAD).passed()).isFalse();
    }

    @Test
    void marksWhatStandsInAnEmptyFileAndBehindTheLastCharacter() {
        assertThat(report("").toText()).contains(" 1 | \n   | ^\n");
        assertThat(report("{\"service\":\"CRM\"").toText()).contains(" 1 | {\"service\":\"CRM\"\n   | ^\n");
    }

    @Test
    void cutsLongLinesAndShowsNoControlOrDirectionCharacters() {
        String text = "{\"service\":\"CRM\",\"a\u202Eb\":[" + "\"äöü\",".repeat(2000) + "\u0000 1]}";

        String shown = report(text).toText();

        assertThat(shown.lines()).allMatch(line -> line.length() < 330);
        assertThat(shown).contains("\"a·b\"", "… ").doesNotContain("\u202E", "\u0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service\":\"CRM\",\"client\":{\"client_secret\":\"hunter2-hunter2\"}}",
                "{\"service\":\"DESK\",\"secret\":\"hunter2-hunter2\",\"callbackListener\":7}",
                "{\"service\":\"CRM\",'password': 'hunter2-hunter2'}",
                "{\"service\":\"CRM\",\"password\": hunter2-hunter2}",
                "{\"service\":\"CRM\" // 1000.0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef\n}",
                "{\"service\":\"DESK\",\"TPAOauth\":[{\"clientSecret\":\"hunter2-hunter2\",\"tokenUrl\":\"x\"}]}"
            })
    void showsNoSecretInAnyForm(String text) {
        Report report = report(text);

        assertThat(report.findings()).isNotEmpty();
        assertThat(List.of(report.toText(), report.toJson(), report.toSarif(), report.toString()))
                .noneMatch(printed -> printed.contains("hunter2") || printed.contains("89abcdef"));
    }

    @Test
    void printsJsonWithTheMembersOfAFinding() {
        JsonNode printed = json(report(BAD).toJson());

        assertThat(printed.get("file").asText()).isEqualTo("plugin-manifest.json");
        assertThat(printed.get("errors").asInt()).isEqualTo(2);
        assertThat(printed.get("warnings").asInt()).isOne();
        assertThat(printed.get("hints").asInt()).isOne();
        assertThat(printed.get("findings").get(2))
                .isEqualTo(json("{\"code\":\"boolean_as_string\",\"severity\":\"error\",\"pointer\":"
                        + "\"/connectors/0/userAccess\",\"line\":4,\"column\":100,\"endLine\":4,\"endColumn\":106,"
                        + "\"problem\":\"\\\"userAccess\\\" is the string \\\"true\\\"\","
                        + "\"advice\":\"write true without quotes\",\"fixable\":true}"));
    }

    @Test
    void namesTheFileRelativeOrAsAnAddress(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("my extension").resolve("plugin-manifest.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, BAD);

        Report report = Validation.forProduct().check(PluginManifest.read(file));

        assertThat(report.toText()).startsWith(file + ":2:14: ");
        assertThat(json(report.toSarif())
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(file.toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"service\":\"DESK\"}",
                "{\"service\":\"CRM\", // c\n \"connectors\":[{'name':1,},{}],}",
                "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"ä 😀\"}],\"x\":1}"
            })
    void keepsToTheSchemaOfSarif(String text) {
        JsonNode log = json(report(text).toSarif());

        only(log, "$schema", "version", "runs");
        assertThat(log.get("version").asText()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").asText()).startsWith("https://").endsWith("sarif-schema-2.1.0.json");
        JsonNode run = log.get("runs").get(0);
        only(run, "tool", "columnKind", "results");
        assertThat(run.get("columnKind").asText()).isEqualTo("utf16CodeUnits");
        JsonNode driver = run.get("tool").get("driver");
        only(driver, "name", "rules");
        assertThat(driver.get("name").asText()).isNotBlank();
        checkRules(driver.get("rules"));
        assertThat(run.get("results")).isNotEmpty();
        run.get("results").forEach(result -> checkResult(result, driver.get("rules")));
    }

    private static void only(JsonNode object, String... members) {
        assertThat(object.isObject()).isTrue();
        assertThat(object.fieldNames()).toIterable().isSubsetOf(members);
    }

    private static void checkRules(JsonNode rules) {
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> {
            only(rule, "id", "shortDescription");
            assertThat(ids.add(rule.get("id").asText())).isTrue();
            message(rule.get("shortDescription"));
        });
    }

    private static void message(JsonNode message) {
        only(message, "text");
        assertThat(message.get("text").asText()).isNotBlank();
    }

    private static void checkResult(JsonNode result, JsonNode rules) {
        only(result, "ruleId", "ruleIndex", "level", "message", "locations", "fixes");
        assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
        assertThat(result.get("level").asText()).isIn("error", "warning", "note");
        message(result.get("message"));
        JsonNode location = result.get("locations").get(0);
        only(location, "physicalLocation", "logicalLocations");
        only(location.get("physicalLocation"), "artifactLocation", "region");
        checkArtifact(location.get("physicalLocation").get("artifactLocation"));
        checkRegion(location.get("physicalLocation").get("region"));
        if (result.has("fixes")) {
            checkFix(result.get("fixes").get(0));
        }
    }

    private static void checkFix(JsonNode fix) {
        only(fix, "description", "artifactChanges");
        message(fix.get("description"));
        JsonNode change = fix.get("artifactChanges").get(0);
        only(change, "artifactLocation", "replacements");
        checkArtifact(change.get("artifactLocation"));
        assertThat(change.get("replacements")).isNotEmpty().allSatisfy(replacement -> {
            only(replacement, "deletedRegion", "insertedContent");
            checkRegion(replacement.get("deletedRegion"));
            only(replacement.get("insertedContent"), "text");
        });
    }

    private static void checkArtifact(JsonNode artifact) {
        only(artifact, "uri");
        assertThat(URI.create(artifact.get("uri").asText()).toString()).isNotEmpty();
    }

    private static void checkRegion(JsonNode region) {
        only(region, "startLine", "startColumn", "endLine", "endColumn");
        int startLine = region.get("startLine").asInt();
        int endLine = region.get("endLine").asInt();
        assertThat(startLine).isPositive().isLessThanOrEqualTo(endLine);
        assertThat(region.get("startColumn").asInt()).isPositive();
        assertThat(region.get("endColumn").asInt())
                .isGreaterThanOrEqualTo(
                        startLine == endLine ? region.get("startColumn").asInt() : 1);
    }
}
