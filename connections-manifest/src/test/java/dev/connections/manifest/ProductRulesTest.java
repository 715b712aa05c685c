package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each rule of a product outside its entries: a value that breaks it, what is said, what fix() makes of it. */
class ProductRulesTest {
    private static final String NONE = "";
    private static final Pattern CODE = Pattern.compile("^\\w+ (\\w+)");
    private static final String CLIENT = "{\"name\":\"a\",\"clientId\":\"i\",\"clientSecret\":\"s\","
            + "\"authoriseUrl\":\"https://x.example/a\",\"tokenUrl\":\"https://x.example/t\"}";

    /** Whole manifests but for the value of one key, which stands last. */
    private static final Map<String, String> WHOLE = Map.of(
            "DESK",
            "{\"service\":\"DESK\",\"locale\":[\"en\"],\"storage\":false,\"modules\":{},\"connectors\":[],\"config\":[],"
                    + "\"whiteListedDomains\":[]}",
            "PROJECTS",
            "{\"service\":\"PROJECTS\",\"locale\":[\"en\"],\"storage\":false,\"modules\":{},\"whiteListedDomains\":[]}",
            "FINANCE",
            "{\"service\":\"FINANCE\",\"locale\":[\"en\"]}");

    static String with(String product, String member) {
        String whole = WHOLE.getOrDefault(product, "{\"service\":\"" + product + "\"}");
        String key = member.substring(0, member.indexOf(':'));
        String rest = whole.replaceAll("," + key + ":(\\[[^\\]]*\\]|\\{\\}|\\w+)", "");
        return rest.substring(0, rest.length() - 1) + "," + member + "}";
    }

    private static Arguments row(String product, String member, String start) {
        return row(product, member, start, NONE);
    }

    private static Arguments row(String product, String member, String start, String fixedMember) {
        return Arguments.of(with(product, member), start, fixedMember.isEmpty() ? NONE : with(product, fixedMember));
    }

    /** Every text of this test, for others to look at. */
    static Stream<String> texts() {
        return Stream.of(languages(), kinds(), domains(), parameters(), deskOnly(), topLevel(), entries())
                .flatMap(rows -> rows)
                .flatMap(row -> Stream.of(row.get()[0], row.get()[2]))
                .map(Object::toString)
                .filter(text -> !text.isEmpty());
    }

    private static Stream<Arguments> languages() {
        return Stream.of(
                row("DESK", "\"locale\":\"en\"", "error value_type at /locale: \"locale\" is a string; write an array"),
                row("IOT", "\"locale\":\"en\"", "warning value_type at /locale: \"locale\" is a string"),
                row("DESK", "\"locale\":[\"en\",\"EN\"]", "error locale_unknown at /locale/1: \"EN\" is no language"),
                row("CRM", "\"locale\":[\"xx\"]", "warning locale_unknown at /locale/0: \"xx\" is no language"),
                row("DESK", "\"locale\":[\"de\"]", "error locale_english_missing at /locale: \"locale\" is without"),
                row(
                        "MAIL",
                        "\"locale\":[\"en\"]",
                        "error default_locale_missing at /locale: \"locale\" stands without \"defaultLocale\"; say which"));
    }

    private static Stream<Arguments> kinds() {
        return Stream.of(
                row(
                        "PROJECTS",
                        "\"storage\":\"true\"",
                        "error boolean_as_string at /storage: \"storage\" is the string \"true\"; write true without",
                        "\"storage\":true"),
                row("IOT", "\"storage\":\"false\"", "warning boolean_as_string at /storage", "\"storage\":false"),
                row("DESK", "\"moduleSupport\":1", "error value_type at /moduleSupport: \"moduleSupport\" is a number"),
                row("DESK", "\"modules\":[]", "error value_type at /modules: \"modules\" is an array; write an object"),
                row("CRM", "\"modules\":[]", "warning value_type at /modules: \"modules\" is an array"),
                row(
                        "DESK",
                        "\"type\":\"user\"",
                        "error extension_type at /type: \"type\" is \"user\"; write \"personal\""),
                row("SDP", "\"type\":\"org\"", "warning extension_type at /type: \"type\" is \"org\"; SDP takes"));
    }

    private static Stream<Arguments> domains() {
        return Stream.of(
                row(
                        "DESK",
                        "\"whiteListedDomains\":{}",
                        "error value_type at /whiteListedDomains: \"whiteListedDomains\""),
                row(
                        "MAIL",
                        "\"whiteListedDomains\":[\"api.example.com\"]",
                        "error domain_shape at /whiteListedDomains/0: \"api.example.com\" is no address with a scheme; start"
                                + " with http://, https:// or wss://, for example \"https://api.example.com\"",
                        "\"whiteListedDomains\":[\"https://api.example.com\"]"),
                row("DESK", "\"whiteListedDomains\":[7]", "error domain_shape at /whiteListedDomains/0: \"7\" is no"),
                row("CRM", "\"whiteListedDomains\":[\"x\"]", "warning domain_shape at /whiteListedDomains/0: \"x\""),
                row("BIGIN", "\"cspDomains\":[]", "error value_type at /cspDomains: \"cspDomains\" is an array"),
                row("DESK", "\"cspDomains\":{\"connect-src\":\"x\"}", "error value_type at /cspDomains/connect-src"),
                row(
                        "CREATOR",
                        "\"cspDomains\":{\"connect-src\":[\"x.example\"]}",
                        "error csp_source at /cspDomains/connect-src/0: \"x.example\" is no address with a scheme"),
                row(
                        "CRM",
                        "\"cspDomains\":{\"connect-src\":[null]}",
                        "warning csp_source at /cspDomains/connect-src/0"),
                row(
                        "DESK",
                        "\"cspDomains\":{\"connect-src\":[\"blob:\",\"blob:\"]}",
                        "error csp_repeated at /cspDomains/connect-src/1: \"blob:\" stands here again; remove it",
                        "\"cspDomains\":{\"connect-src\":[\"blob:\"]}"),
                row(
                        "PROJECTS",
                        "\"cspDomains\":{\"connect-src\":" + list("\"https://h%d.example\"", 11) + "}",
                        "error csp_too_many at /cspDomains/connect-src: \"connect-src\" has 11 sources; keep 10 at most"),
                row(
                        "DESK",
                        "\"cspDomains\":{\"conect-src\":[]}",
                        "hint csp_directive_unknown at /cspDomains/conect-src: \"cspDomains\" was not seen"));
    }

    private static String list(String item, int count) {
        StringBuilder items = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            items.append(i == 0 ? "" : ",").append(item.formatted(i));
        }
        return items.append(']').toString();
    }

    private static Stream<Arguments> parameters() {
        String named = "\"config\":[{\"name\":\"n\",";
        String item = "{\"name\":\"n%d\",\"type\":\"text\"}";
        return Stream.of(
                row("DESK", "\"config\":{}", "error value_type at /config: \"config\" is an object; write an array"),
                row("DESK", "\"config\":[7]", "error value_type at /config/0: \"0\" is a number; write one parameter"),
                row("DESK", "\"config\":" + list(item, 21), "error config_too_many at /config: \"config\" has 21"),
                row("PROJECTS", "\"config\":" + list(item, 11), "error config_too_many at /config: \"config\" has 11"),
                row(
                        "DESK",
                        "\"config\":[{\"name\":\"n\"}]",
                        "error config_incomplete at /config/0: the parameter lacks \"type\"; give each parameter"),
                row("DESK", "\"config\":[{\"name\":\" \",\"type\":\"text\"}]", "error value_blank at /config/0/name"),
                row(
                        "PROJECTS",
                        named + "\"type\":\"radio\"}]",
                        "error config_choice at /config/0/type: \"type\" is \"radio\"; write one of checkbox, hidden"),
                row("MAIL", "\"config\":[{\"inputType\":\"x\"}]", "error config_choice at /config/0/inputType"),
                row(
                        "DESK",
                        named + "\"type\":\"text\",\"authType\":\"x\"}]",
                        "error config_choice at /config/0/authType"),
                row(
                        "DESK",
                        named + "\"type\":\"text\",\"secure\":\"true\"}]",
                        "error boolean_as_string at /config/0/secure",
                        named + "\"type\":\"text\",\"secure\":true}]"),
                row(
                        "CREATOR",
                        named + "\"type\":\"Form\",\"help\":\"" + "h".repeat(141) + "\"}]",
                        "error config_length at /config/0/help: \"help\" has 141 characters; use 140 at most"),
                row(
                        "CREATOR",
                        named + "\"type\":\"Form\",\"mandatory\":true}]",
                        "error config_key_unknown at /config/0/mandatory: \"mandatory\" is no key of a parameter"),
                row("CRM", "\"config\":{}", "warning value_type at /config"));
    }

    private static Stream<Arguments> deskOnly() {
        return Stream.of(
                row("DESK", "\"callbackListener\":[]", "error value_type at /callbackListener: \"callbackListener\""),
                row(
                        "DESK",
                        "\"callbackListener\":{}",
                        "error callback_secret_missing at /callbackListener: \"callbackListener\" stands without \"secret\""),
                row(
                        "DESK",
                        "\"secret\":\"x\",\"callbackListener\":{\"onUpdate\":\"here\"}",
                        "error callback_url at /callbackListener/onUpdate: \"here\" is no address"),
                row(
                        "DESK",
                        "\"secret\":\"x\",\"callbackListener\":{\"onHover\":\"https://x.example\"}",
                        "warning callback_unknown at /callbackListener/onHover: DESK has no such event"),
                row(
                        "DESK",
                        "\"TPAOauth\":[" + CLIENT + "]",
                        "warning oauth_in_manifest at /TPAOauth: \"TPAOauth\" ships"),
                row(
                        "DESK",
                        "\"TPAOauth\":[" + CLIENT + "," + CLIENT + "]",
                        "error oauth_name at /TPAOauth/1/name: \"a\" is the name of another client; give each"),
                row("DESK", "\"TPAOauth\":[{}]", "error oauth_incomplete at /TPAOauth/0: the client lacks \"name\""),
                row(
                        "DESK",
                        "\"TPAOauth\":[" + CLIENT.replace("https://x.example/t", "x") + "]",
                        "error oauth_url at /TPAOauth/0/tokenUrl: \"x\" is no address"),
                row("DESK", "\"deskOauth\":{\"name\":\"a\"}", "error oauth_incomplete at /deskOauth: the client lacks"),
                row("DESK", "\"deskOauth\":[]", "error value_type at /deskOauth: \"deskOauth\" is an array"));
    }

    private static Stream<Arguments> topLevel() {
        return Stream.of(
                row("CRM", "\"version\":\"1\"", "hint key_unknown at /version: \"version\" is no key"),
                row(
                        "CRM",
                        "\"whitelisted-domains\":[]",
                        "warning key_misspelled at /whitelisted-domains: \"whitelisted-domains\" is not how",
                        "\"whiteListedDomains\":[]"),
                row(
                        "CRM",
                        "\"Locale\":[\"en\"],\"locale\":[\"en\"]",
                        "warning key_misspelled at /Locale: \"Locale\" is not how the key is written; \"locale\" is there"),
                row(
                        "CRM",
                        "\"client\":{\"api_key\":\"abc\"}",
                        "error secret_in_manifest at /client/api_key: this looks like a secret (not shown)"),
                row(
                        "DESK",
                        "\"modules\":{\"widgets\":[{\"url\":\"/app/../../x.html\"}]}",
                        "error path_outside at /modules/widgets/0/url: \"/app/../../x.html\" leads out of the extension's"),
                row("SDP", "\"widgets\":[{\"path_url\":\"C:\\\\x\"}]", "error path_outside at /widgets/0/path_url"),
                row("DESK", "\"modules\":{\"icon\":\"a/%2e%2e%2fb\"}", "error path_outside at /modules/icon"),
                row(
                        "FINANCE",
                        "\"connectors\":[" + entry("a") + "]",
                        "warning section_misplaced at /connectors: a manifest of FINANCE is not known to keep connections"
                                + " under \"connectors\"; put the entries under \"usedConnections\""),
                row(
                        "PROJECTS",
                        "\"connectors\":["
                                + String.join(
                                        ",",
                                        Stream.of("a", "b", "c", "d", "e", "f")
                                                .map(ProductRulesTest::entry)
                                                .toList())
                                + "]",
                        "error connectors_too_many at /connectors: \"connectors\" has 6 entries; this product takes 5"));
    }

    private static String entry(String name) {
        return "{\"connectionLinkName\":\"" + name + "\",\"connectionName\":\"" + name + "\",\"serviceName\":\"" + name
                + "\",\"userAccess\":true,\"isUserDefinedService\":false}";
    }

    private static Stream<Arguments> entries() {
        String open = "\"connectors\":[" + entry("a").replace("}", ",");
        return Stream.of(
                row(
                        "CRM",
                        open + "\"sharedBy\":42}]",
                        "hint shared_by_number at /connectors/0/sharedBy: \"sharedBy\" is the number 42; write the same",
                        open + "\"sharedBy\":\"42\"}]"),
                row(
                        "CRM",
                        open + "\"sharedBy\":1234567890123456789}]",
                        "warning shared_by_number at /connectors/0/sharedBy: \"sharedBy\" is the number 1234567890123456789,",
                        open + "\"sharedBy\":\"1234567890123456789\"}]"),
                row("PROJECTS", open + "\"scope\":[]}]", "error scope_empty at /connectors/0/scope"),
                row(
                        "CRM",
                        open.replace("\"serviceName\":\"a\"", "\"serviceName\":\"zoho_crm\"")
                                + "\"scope\":[\"ZohoCRM.users.READ\",\"Desk.tickets.READ\"]}]",
                        "hint scope_of_other_service at /connectors/0/scope/1: \"Desk.tickets.READ\" is a scope of zoho_desk,"
                                + " not of \"zoho_crm\""));
    }

    @ParameterizedTest
    @MethodSource({"languages", "kinds", "domains", "parameters", "deskOnly", "topLevel", "entries"})
    void saysWhatAndHowBadly(String text, String start, String fixed) {
        List<Finding> findings = PluginManifest.parse(text).validate();
        Matcher words = CODE.matcher(start);
        assertThat(words.find()).isTrue();

        Finding finding = findings.stream()
                .filter(each -> each.code().equals(words.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings.toString()));

        assertThat(finding.toString().replaceFirst("^\\d+:\\d+ ", "")).startsWith(start);
        assertThat(finding.fix().map(PluginManifest::toJson))
                .isEqualTo(Optional.of(fixed).filter(one -> !one.isEmpty()));
        assertThat(findings).as("breaks no other rule").allMatch(each -> related(each.code(), finding.code()));
    }

    /** A client of the old kind is worth a word whatever else is wrong with it; one that is {} lacks many things. */
    private static boolean related(String code, String expected) {
        return code.equals(expected)
                || code.equals("oauth_in_manifest")
                || (code.equals("callback_secret_missing") && expected.equals("value_type"));
    }

    @ParameterizedTest
    @MethodSource("requiredKeys")
    void asksForTheKeysThatTheProductMustHave(String product, String severity, List<String> keys) {
        List<Finding> findings =
                PluginManifest.parse("{\"service\":\"" + product + "\"}").validate();

        assertThat(findings)
                .extracting(finding -> finding.severity() + " " + finding.code() + " " + finding.problem())
                .containsExactlyElementsOf(keys.stream()
                        .map(key -> severity + " key_missing the key \"" + key + "\" is missing")
                        .toList());
    }

    private static Stream<Arguments> requiredKeys() {
        return Stream.of(
                Arguments.of(
                        "DESK",
                        "ERROR",
                        List.of("locale", "storage", "modules", "connectors", "config", "whiteListedDomains")),
                Arguments.of("PROJECTS", "ERROR", List.of("locale", "storage", "modules", "whiteListedDomains")),
                Arguments.of("FINANCE", "WARNING", List.of("locale")),
                Arguments.of("EXPENSE", "WARNING", List.of("locale")),
                Arguments.of("CRM", "", List.of()),
                Arguments.of("SPRINTS", "", List.of()));
    }

    @Test
    void fillsInMissingKeysThatHaveAnEmptyValue() {
        PluginManifest manifest = PluginManifest.parse("{\n  \"service\": \"DESK\",\n  \"modules\": {}\n}\n");

        Optional<Finding> next = fixable(manifest);
        while (next.isPresent()) {
            manifest = next.flatMap(Finding::fix).orElseThrow();
            next = fixable(manifest);
        }

        assertThat(manifest.validate()).isEmpty();
        assertThat(manifest.toJson()).isEqualTo("""
                {
                  "service": "DESK",
                  "modules": {},
                  "locale": ["en"],
                  "storage": false,
                  "connectors": [],
                  "config": [],
                  "whiteListedDomains": []
                }
                """);
    }

    private static Optional<Finding> fixable(PluginManifest manifest) {
        return manifest.validate().stream()
                .filter(finding -> finding.fix().isPresent())
                .findFirst();
    }

    @Test
    void takesSecretsWhereDeskAsksForThem() {
        String text = with("DESK", "\"secret\":\"s\",\"callbackListener\":{\"onUninstall\":\"https://x.example/u\"}");

        assertThat(PluginManifest.parse(text).validate()).isEmpty();
    }

    @Test
    void findsNothingInWhatPublicManifestsHold() {
        List<String> members = List.of(
                "\"locale\":[\"en\",\"de\"]",
                "\"whiteListedDomains\":[\"https://api.example.com\",\"wss://live.example.com:8443/a\"]",
                "\"cspDomains\":{\"connect-src\":[\"https://*.example.com\",\"blob:\"],\"img-src\":[]}",
                "\"config\":[{\"name\":\"n\",\"type\":\"text\",\"displayName\":\"N\",\"mandatory\":true,\"placeholder\":\"p\"}]",
                "\"type\":\"org\"",
                "\"modules\":{\"widgets\":[{\"location\":\"l\",\"url\":\"/app/w.html\",\"icon\":\"https://x.example/i.png\"}]}");

        assertThat(members)
                .allSatisfy(member -> assertThat(
                                PluginManifest.parse(with("DESK", member)).validate())
                        .isEmpty());
    }
}
