package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.manifest.internal.rule.Codes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three measures for one manifest. */
class ProfileTest {
    private static final String DESK = "{\"service\":\"DESK\",\"locale\":[\"en\"],\"storage\":false,\"modules\":{},"
            + "\"config\":[],\"whiteListedDomains\":[],\"connectors\":[%s]}";
    private static final String BOX =
            "{\"connectionLinkName\":\"box\",\"connectionName\":\"Box\",\"serviceName\":\"dropbox\","
                    + "\"userAccess\":true,\"isUserDefinedService\":false,\"sharedBy\":\"42\"}";

    private static List<String> found(Validation validation, String text) {
        return validation.check(PluginManifest.parse(text)).findings().stream()
                .map(finding -> finding.severity() + " " + finding.code())
                .toList();
    }

    @Test
    void findsForTheProductWhatValidateFinds() {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"crm\",\"version\":1,\"connectors\":[null]}");

        assertThat(Validation.forProduct().check(manifest).findings())
                .extracting(Finding::toString)
                .containsExactlyElementsOf(
                        manifest.validate().stream().map(Finding::toString).toList());
    }

    @Test
    void takesWarningsForErrorsWhenStrict() {
        String text = "{\"service\":\"crm\",\"version\":1}";

        assertThat(found(Validation.forProduct(), text)).containsExactly("WARNING service_case", "HINT key_unknown");
        assertThat(found(Validation.strict(), text)).containsExactly("ERROR service_case", "HINT key_unknown");
    }

    @Test
    void hintsAtHostsThatTheWhiteListLacksWhenStrict() {
        String desk = DESK.formatted(BOX);
        String writer = "{\"service\":\"WRITER\",\"whiteListedDomains\":[\"https://login.example\"],\"connectors\":["
                + "{\"name\":\"a\",\"type\":\"OAuth\",\"authorizationUrl\":\"https://login.example/a\"},"
                + "{\"name\":\"b\",\"type\":\"OAuth\",\"authorizationUrl\":\"https://other.example:8443/a\"}]}";

        assertThat(found(Validation.forProduct(), desk)).isEmpty();
        assertThat(found(Validation.strict(), desk)).containsExactly("HINT domain_gap");
        assertThat(found(Validation.strict(), desk.replace("[],\"conn", "[\"https://api.dropboxapi.com\"],\"conn")))
                .isEmpty();
        assertThat(Validation.strict().check(PluginManifest.parse(writer)).findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains("domain_gap at /connectors/1/authorizationUrl", "lacks the host other.example; add");
    }

    @Test
    void leavesOutWhatIsIgnored() {
        String text = "{\"service\":\"crm\",\"version\":1}";
        Validation validation = Validation.forProduct().ignoring("service_case");

        assertThat(found(validation, text)).containsExactly("HINT key_unknown");
        assertThat(found(validation.ignoring("key_unknown"), text)).isEmpty();
    }

    @Test
    void countsWhatIsIgnoredNeitherAmongThoseListedNorAmongTheOthers() {
        String many = "{\"service\":\"CRM\",\"connectors\":[" + "null,".repeat(1500) + "null],\"version\":1}";

        assertThat(found(Validation.forProduct().ignoring("connector_type"), many))
                .containsExactly("HINT key_unknown");
    }

    @Test
    void refusesToIgnoreWhatIsNoCode() {
        assertThatThrownBy(() -> {
                    var unused = Validation.strict().ignoring("key_unknwon");
                })
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("code_unknown"))
                .hasMessageContaining("\"key_unknwon\"; copy it from a finding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"connectionLinkName\":\"Acme Box!\"",
                "\"connectionLinkName\":\"box\",\"userAccess\":\"true\"",
                "\"connectionLinkName\":\"box\",\"sharedBy\":[]",
                "\"connectionLinkName\":\"box\",\"sharedBy\":1,\"sharedBy\":2"
            })
    void passesLikeTheOfficialCliWhatThatDoesNotLookAt(String link) {
        String text = DESK.formatted(BOX.replace("\"connectionLinkName\":\"box\"", link));

        assertThat(Validation.forProduct().check(PluginManifest.parse(text)).passed())
                .isFalse();
        assertThat(found(Validation.likeOfficialCli(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"connectionName\":\"B\",\"serviceName\":\"b\"}|ERROR connector_incomplete",
                "{}|ERROR connector_incomplete",
                "7|ERROR connector_type",
                "{\"connectionLinkName\":\"b\",\"connectionName\":\"1\",\"serviceName\":\"b\"}|ERROR connection_name_shape",
                "{\"connectionLinkName\":\"b\",\"connectionName\":\"B\",\"serviceName\":\"zlabs_integration\"}|ERROR"
                        + " zoho_service_in_connectors",
                "{\"connectionLinkName\":\"b\",\"connectionName\":\"B\",\"serviceName\":\"dropbox\"}|ERROR service_repeated",
                "{\"connectionLinkName\":\"b\",\"connectionName\":\"Box\",\"serviceName\":\"b\"}|ERROR"
                        + " connection_name_duplicate",
                "{\"connectionLinkName\":\"b\",\"connectionName\":\"B\",\"serviceName\":\"b\",\"scope\":[\" \"]}|ERROR"
                        + " scope_blank"
            })
    void refusesLikeTheOfficialCli(String entry, String code) {
        assertThat(found(Validation.likeOfficialCli(), DESK.formatted(BOX + "," + entry)))
                .containsExactly(code);
    }

    @Test
    void stopsLikeTheOfficialCliAtWhatItCannotGoOnFrom() {
        assertThat(found(Validation.likeOfficialCli(), "{\"service\":\"DESK\",\"connectors\":[{}],}"))
                .containsExactly("ERROR trailing_comma");
        assertThat(found(Validation.likeOfficialCli(), "{\"service\":\"WRITER\",\"connectors\":[{}]}"))
                .containsExactly("ERROR service_unknown");
        assertThat(found(Validation.likeOfficialCli(), "{\"service\":\"desk\"}"))
                .containsExactly("ERROR service_case");
        assertThat(found(Validation.likeOfficialCli(), "{\"service\":\"DESK\",\"connectors\":[{}]}"))
                .hasSize(5)
                .containsOnly("ERROR key_missing");
    }

    @Test
    void takesAByteOrderMarkLikeTheOfficialCli() {
        assertThat(found(Validation.likeOfficialCli(), "\uFEFF{\"service\":\"CRM\"}"))
                .isEmpty();
        assertThat(found(Validation.forProduct(), "\uFEFF{\"service\":\"CRM\"}"))
                .containsExactly("WARNING byte_order_mark");
    }

    @Test
    void explainsEachCodeInAFewWords() {
        assertThat(Codes.all()).hasSizeGreaterThan(90).allSatisfy((code, summary) -> {
            assertThat(code).matches("[a-z]+(_[a-z]+)*");
            assertThat(summary).hasSizeBetween(10, 80);
        });
    }
}
