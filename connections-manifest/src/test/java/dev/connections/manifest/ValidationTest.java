package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What validate and requireValid make of a manifest as a whole. */
class ValidationTest {
    @Test
    void findsNothingInWholeEntriesOfEachShape() {
        List<String> whole = List.of(
                "{\"service\":\"MAIL\",\"connectors\":[{\"serviceName\":\"myService\"}]}",
                "{\"service\":\"FINANCE\",\"usedConnections\":[{\"connectionLinkName\":\"a\"},{\"connectionLinkName\":\"b_\","
                        + "\"connectionName\":\"B\",\"serviceName\":\"zoho_books\",\"sharedBy\":\"42\"}],\"locale\":[\"en\"]}",
                "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"a\",\"type\":\"OAuth\",\"authorizationUrl\":"
                        + "\"https://login.example/authorize\",\"scopes\":[\"x\"],\"userAccess\":true}]}",
                "{\"service\":\"DESK\",\"zohoAuthorisation\":{},\"connectors\":[],\"locale\":[\"en\"],\"storage\":false,"
                        + "\"modules\":{},\"config\":[],\"whiteListedDomains\":[]}");

        assertThat(whole)
                .allSatisfy(text ->
                        assertThat(PluginManifest.parse(text).validate()).isEmpty());
    }

    @Test
    void refusesAManifestWithErrorsAndListsThem() {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"CRM\",\"connectors\":[null,{}]}");

        assertThatThrownBy(manifest::requireValid)
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("manifest_invalid"))
                .hasMessageContaining("has 2 errors; mend what each line names")
                .hasMessageContaining("\n1:32 error connector_type at /connectors/0: ")
                .hasMessageContaining("\n1:37 error connector_incomplete at /connectors/1: ");
    }

    @Test
    void letsWarningsAndHintsPass() {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"NEWONE\"}");

        assertThat(manifest.validate()).hasSize(1);
        assertThat(manifest.requireValid()).isSameAs(manifest);
    }

    @Test
    void listsAThousandFindingsAndCountsTheOthersWithTheWorstSeverity() {
        String many = "{\"service\":\"CRM\",\"connectors\":[" + "null,".repeat(1500) + "null]}";

        List<Finding> findings = PluginManifest.parse(many).validate();

        assertThat(findings).hasSize(1001);
        assertThat(findings.get(1000).toString()).contains(" error findings_omitted: 501 more findings are not listed");
    }

    @Test
    void dropsControlAndDirectionCharactersFromWhatItQuotes() {
        String text = "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"a\\u202e\\u0007b\"}]}";

        assertThat(PluginManifest.parse(text).validate().get(1).problem()).startsWith("\"ab\" ");
    }
}
