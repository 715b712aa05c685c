package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connections.manifest.Finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors says of a manifest what the rules say of it, as far as a schema can. */
class SchemaTest {
    private static final String SCHEMA = Resources.text("/plugin-manifest.schema.json");

    /** What needs another look than one at each value by itself, or at words. */
    private static final Set<String> BEYOND = Set.of(
            "duplicate_key",
            "link_name_duplicate",
            "connection_name_duplicate",
            "service_repeated",
            "oauth_name",
            "path_outside",
            "placeholder_left",
            "secret_in_manifest");

    /** For a schema it is the integer 42; the rules want an id's digits. */
    private static final String INTEGER_IN_DISGUISE = "4.2e1";

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA, InputFormat.JSON);

    private List<String> errors(String text) {
        return schema.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Stream<String> texts() {
        List<String> whole = List.of(
                Resources.sample("desk-manifest.json"),
                "{\"service\":\"DESK\"}",
                "{\"service\":\"PROJECTS\"}",
                "{\"service\":\"MAIL\",\"connectors\":[{\"serviceName\":\"myService\"}]}",
                "{\"service\":\"MAIL\",\"connectors\":[{}]}",
                "{\"service\":\"CRM\",\"connectors\":[{\"serviceName\":\"myService\"}]}",
                "{\"service\":\"TEAMINBOX\",\"locale\":[\"en\"]}",
                "{\"service\":\"FINANCE\",\"locale\":[\"en\"],\"usedConnections\":[{\"connectionLinkName\":\"a\"}]}",
                "{\"service\":\"FINANCE\",\"usedConnections\":[{\"connectionName\":\"a\"}]}",
                "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"a\",\"type\":\"OAuth\",\"scopes\":[\"x\"]}]}");
        return Stream.of(RuleFindingsTest.texts(), ProductRulesTest.texts(), whole.stream())
                .flatMap(texts -> texts)
                .filter(text -> !text.contains(INTEGER_IN_DISGUISE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void agreesWithTheRules(String text) {
        PluginManifest manifest = PluginManifest.parse(text);
        List<String> refused = manifest.validate().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::code)
                .filter(code -> !BEYOND.contains(code))
                .toList();

        assertThat(errors(text).isEmpty())
                .as("rules: %s, schema: %s", refused, errors(text))
                .isEqualTo(refused.isEmpty());
    }

    @Test
    void comparesManyManifests() {
        assertThat(texts()).hasSizeGreaterThan(130);
    }

    @Test
    void isTheOneInTheDocuments() {
        assertThat(Resources.document("plugin-manifest.schema.json")).isEqualTo(SCHEMA);
    }
}
