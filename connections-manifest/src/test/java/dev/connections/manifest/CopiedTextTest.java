package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as people copy it from Zoho's help pages. */
class CopiedTextTest {
    private static List<String> codes(String sample) {
        return PluginManifest.parse(Resources.sample(sample)).validate().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void namesLineNumbersForeignBlanksAndMissingBraces() {
        assertThat(codes("desk-zoho-authorisation.txt"))
                .startsWith("line_numbers", "braces_missing", "foreign_blank", "trailing_comma");
        assertThat(codes("desk-connectors.txt")).startsWith("line_numbers", "foreign_blank", "braces_missing");
    }

    @Test
    void namesEllipsisAndProseBehindTheEnd() {
        assertThat(codes("writer-manifest.txt")).containsExactly("ellipsis", "placeholder_left", "text_after_end");
    }

    @Test
    void namesEachComment() {
        assertThat(codes("writer-replace-entry.txt"))
                .containsExactly("service_missing", "comment", "placeholder_left", "comment", "text_after_end");
    }

    @Test
    void tellsAnEntryFromAManifest() {
        assertThat(PluginManifest.parse(Resources.sample("writer-json-tab.txt")).validate())
                .singleElement()
                .asString()
                .startsWith("1:1 error not_a_manifest: this is one entry of a manifest")
                .endsWith("among the \"connectors\" of a plugin-manifest.json, or give it to Connector.parse");
        assertThat(PluginManifest.parse(Connectors.dropbox().toJson()).validate())
                .extracting(Finding::problem)
                .containsExactly("this is one entry of a manifest, as a connection's JSON tab shows it");
    }

    @Test
    void locatesAndQuotesTheProse() {
        Finding prose = PluginManifest.parse(Resources.sample("writer-manifest.txt"))
                .validate()
                .get(2);

        assertThat(prose)
                .hasToString("13:2 error text_after_end: \"Creating Connections via Custom Services\" follows the"
                        + " end of the JSON value; remove it; fix() removes exactly these bytes");
        assertThat(prose.endColumn()).isEqualTo(42);
    }

    @Test
    void becomesCleanByApplyingEachFix() {
        PluginManifest manifest = PluginManifest.parse(Resources.sample("writer-replace-entry.txt"));

        for (String code : List.of("comment", "comment", "text_after_end")) {
            manifest = manifest.validate().stream()
                    .filter(finding -> finding.code().equals(code))
                    .findFirst()
                    .flatMap(Finding::fix)
                    .orElseThrow();
        }

        assertThat(manifest.toJson()).isEqualTo("""
                {
                "connectors": [

                {
                "name": "salesforce_connection",
                "type": "OAuth",
                "authorizationUrl": "https://...",
                "scopes": ["api", "refresh_token", "contacts"]\s
                }
                ]
                }
                """);
    }

    @Test
    void leavesAFragmentWhenTheListingsTracesAreRemoved() {
        PluginManifest manifest = PluginManifest.parse(Resources.sample("desk-zoho-authorisation.txt"));

        for (String code : List.of("foreign_blank", "line_numbers", "trailing_comma")) {
            manifest = manifest.validate().stream()
                    .filter(finding -> finding.code().equals(code))
                    .findFirst()
                    .flatMap(Finding::fix)
                    .orElseThrow();
        }

        assertThat(manifest.toJson().replaceAll("[ \\n]", ""))
                .isEqualTo(
                        "\"zohoAuthorisation\":{\"type\":\"connectors\",\"connectionLinkName\":\"zoho_sign_for_zoho_desk\","
                                + "\"connectionName\":\"ZohoSignforZohoDesk\",\"serviceName\":\"zlabs_integration\","
                                + "\"userAccess\":true,\"isUserDefinedService\":false,\"sharedBy\":\"4241905\","
                                + "\"scope\":[\"Desk.tickets.ALL\"]},\"connectors\":[]");
        assertThat(manifest.validate()).extracting(Finding::code).containsExactly("braces_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk-connectors.txt",
                "desk-zoho-authorisation.txt",
                "writer-manifest.txt",
                "writer-replace-entry.txt"
            })
    void isNeverRewritten(String sample) {
        PluginManifest manifest = PluginManifest.parse(Resources.sample(sample));

        assertThatThrownBy(() -> {
                    PluginManifest unused = manifest.upsert(Connectors.dropbox());
                })
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("not_json"))
                .hasMessageContaining("apply the fix()");
        assertThat(manifest.toJson()).isEqualTo(Resources.sample(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk-connectors.txt", "desk-manifest-connector", "desk-connectors-entry"})
    void readsTheDropboxEntryHoweverItWasCopied(String source) {
        String dropbox = Connectors.dropbox().toJson();
        String text = switch (source) {
            case "desk-manifest-connector" -> "\"connectors\": [" + dropbox + "],";
            case "desk-connectors-entry" -> dropbox.replaceAll("^\\{|}$", "");
            default -> Resources.sample(source);
        };

        Connector connector = Connector.parse(text);

        assertThat(connector.toJson()).isEqualTo(dropbox);
        assertThat(connector.sharedBy()).contains("4241905");
    }

    @Test
    void readsTheZohoEntryWithItsKeyAndTrailingComma() {
        Connector connector = Connector.parse(Resources.sample("desk-zoho-authorisation.txt"));

        assertThat(connector.linkName()).isEqualTo("zoho_sign_for_zoho_desk");
        assertThat(connector.serviceName()).isEqualTo("zlabs_integration");
        assertThat(connector.scopes()).containsExactly("Desk.tickets.ALL");
    }

    @Test
    void readsTheWriterEntry() {
        Connector connector = Connector.parse(Resources.sample("writer-json-tab.txt"));

        assertThat(connector.linkName()).isEqualTo("salesforce_connection");
        assertThat(connector.userAccess()).isTrue();
        assertThat(connector.scopes()).containsExactly("api", "refresh_token");
    }

    @Test
    void putsACopiedEntryInPlaceOfTheOldOne() {
        PluginManifest manifest = PluginManifest.parse(Resources.sample("desk-manifest.json"));
        String copied = Connectors.dropbox().toJson().replace("true", "false") + ",";

        PluginManifest changed = manifest.upsert(Connector.parse(copied));

        assertThat(changed.toJson()).isEqualTo(changedDropbox());
    }

    private static String changedDropbox() {
        String desk = Resources.sample("desk-manifest.json");
        int dropbox = desk.indexOf("\"dropbox\"");
        return desk.substring(0, dropbox) + desk.substring(dropbox).replaceFirst("true", "false");
    }

    @Test
    void refusesTextWithoutAnEntry() {
        assertThatThrownBy(() -> Connector.parse("{\"connectors\": []}"))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("connector_missing"))
                .hasMessageContaining("once the connection is authorized");
    }

    @Test
    void refusesTextWithSeveralEntries() {
        assertThatThrownBy(() -> Connector.parse(Resources.sample("desk-manifest.json")))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("connector_ambiguous"))
                .hasMessageContaining("2 entries")
                .hasMessageContaining("give one of them");
    }

    @Test
    void refusesTextThatCopyingDoesNotExplain() {
        assertThatThrownBy(() -> Connector.parse("{\"connectionLinkName\": \"a\", \"scope\": [\"x\" }"))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("not_json"))
                .hasMessageContaining("1:38 error bracket_open at /scope");
    }
}
