package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.manifest.PluginManifest.Product;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not go in, and what the error says to do about it. */
class RefusalsTest {
    private static final Connector BOX =
            Connectors.shared("acme_box", "Acme Box", "box").withSharedBy("42");

    private static void refused(String code, String fix, String manifest, Connector connector) {
        PluginManifest before = PluginManifest.parse(manifest);

        assertThatThrownBy(() -> put(before, connector))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(fix);

        assertThat(before.toJson()).isEqualTo(manifest);
    }

    private static PluginManifest put(PluginManifest manifest, Connector connector) {
        return manifest.upsert(connector);
    }

    private static Stream<Arguments> rows() {
        String entry = "{\"connectionLinkName\":\"acme_box\",\"connectionName\":\"Acme Box\",\"serviceName\":\"box\"}";
        return Stream.of(
                Arguments.of("not_json", "1:17 error comment", "{\"service\":\"CRM\"// x\n}"),
                Arguments.of("not_json", "1:17 error trailing_comma", "{\"service\":\"CRM\",}"),
                Arguments.of("not_json", "1:2 error foreign_blank", "{\u00A0\"service\":\"CRM\"}"),
                Arguments.of("not_json", "error empty_file", ""),
                Arguments.of("not_a_manifest", "a plugin manifest is one", "[]"),
                Arguments.of("service_missing", "write \"service\":", "{\"connectors\":[]}"),
                Arguments.of("service_missing", "write \"service\":", "{\"service\":7}"),
                Arguments.of(
                        "duplicate_key",
                        "remove one, then change",
                        "{\"service\":\"CRM\",\"connectors\":[],\"connectors\":[]}"),
                Arguments.of(
                        "duplicate_key", "remove one, then change", "{\"service\":\"CRM\",\"\\u0073ervice\":\"DESK\"}"),
                Arguments.of(
                        "duplicate_key",
                        "stands twice in /connectors/0",
                        "{\"service\":\"CRM\",\"connectors\":[" + entry.replace("}", ",\"serviceName\":\"x\"}") + "]}"),
                Arguments.of("section_type", "mend what validate() says", "{\"service\":\"CRM\",\"connectors\":{}}"),
                Arguments.of(
                        "link_name_duplicate",
                        "remove one of them first",
                        "{\"service\":\"CRM\",\"connectors\":[" + entry + "," + entry + "]}"),
                Arguments.of(
                        "service_repeated",
                        "/connectors/0 (\"other\") connects to the service \"box\" already",
                        "{\"service\":\"DESK\",\"connectors\":[" + entry.replace("acme_box", "other") + "]}"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesAndChangesNothing(String code, String fix, String manifest) {
        refused(code, fix, manifest, BOX);
    }

    @Test
    void refusesASecondZohoConnectionForDeskAndNamesBoth() {
        Connector crm = Connectors.shared("crm_primary", "CRM primary", "zoho_crm");

        refused("zoho_authorisation_taken", "\"zoho_sign_for_zoho_desk\"", Resources.sample("desk-manifest.json"), crm);
        refused("zoho_authorisation_taken", "\"crm_primary\"", Resources.sample("desk-manifest.json"), crm);
        refused(
                "zoho_authorisation_taken",
                "call replaceZohoAuthorisation(…) to put it in its place, or give one connection both sets of scopes",
                Resources.sample("desk-manifest.json"),
                crm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"zohoAuthorisation\":{},", "\"zohoAuthorisation\":null,", ""})
    void takesAnEmptyOrAbsentZohoAuthorisationForFree(String section) {
        PluginManifest desk = PluginManifest.parse("{\"service\":\"DESK\"," + section + "\"connectors\":[]}");

        PluginManifest changed = put(desk, Connectors.sign());

        assertThat(changed.connectors()).extracting(Connector::linkName).containsExactly("zoho_sign_for_zoho_desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESK", "CRM"})
    void refusesToReplaceZohoAuthorisationByWhatDoesNotGoThere(String product) {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"" + product + "\"}");
        Connector connector = product.equals("DESK") ? BOX : Connectors.sign();

        assertThatThrownBy(() -> {
                    PluginManifest unused = manifest.replaceZohoAuthorisation(connector);
                })
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("zoho_authorisation_unfit"))
                .hasMessageContaining("call upsert(…)");
    }

    @Test
    void validatesAConnectorBeforeItGoesIn() {
        Connector copied = Connector.parse(BOX.toJson().replace("acme_box", "acme box"));
        Connector incomplete = Connector.parse("\"connectionLinkName\": \"acme_box\",");

        refused(
                "link_name_shape",
                "2:25 error link_name_shape at /connectionLinkName: ",
                "{\"service\":\"CRM\"}",
                copied);
        refused("connector_incomplete", "authorize it, then upsert", "{\"service\":\"CRM\"}", incomplete);
        assertThat(copied.validate(new Product("crm")))
                .singleElement()
                .matches(finding -> finding.fix().isEmpty())
                .asString()
                .startsWith("2:25 error link_name_shape at /connectionLinkName: \"acme box\" contains a space");
    }

    @Test
    void refusesNamesThatNobodyCouldHaveCopied() {
        assertThatThrownBy(() -> keep(BOX.withSharedBy("alice")))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("shared_by_shape"))
                .hasMessageContaining("give its digits");
        assertThatThrownBy(() -> keep(BOX.withServiceName(" ")))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("service_name_shape"))
                .hasMessageContaining("copy it from Sigma");
        assertThatThrownBy(() -> keep(BOX.asUserDefinedService("x".repeat(51))))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("service_name_shape"));
        assertThatThrownBy(() -> new Product(" "))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("service_missing"));
    }

    private static void keep(Connector connector) {
        assertThat(connector).isNotNull();
    }

    @Test
    void saysWhichProductTheManifestIsFor() {
        assertThat(PluginManifest.parse("{\"service\":\"Expense\"}").product()).isEqualTo(Product.EXPENSE);
        assertThatThrownBy(() -> PluginManifest.parse("{}").product())
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("service_missing"));
    }

    @Test
    void showsNoContentInItsText() {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"CRM\",\"secret\":\"s3cr3t\"}");

        assertThat(manifest).hasToString("PluginManifest[the manifest, service \"CRM\"]");
        assertThat(BOX).hasToString("Connector[\"acme_box\", service \"box\"]");
    }
}
