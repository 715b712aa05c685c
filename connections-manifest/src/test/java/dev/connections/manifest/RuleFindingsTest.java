package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each rule: a manifest that breaks it and no other, what is said of it, and what fix() makes of it. */
class RuleFindingsTest {
    private static final String NO_FIX = "";
    private static final Pattern CODE = Pattern.compile("^\\d+:\\d+ \\w+ (\\w+)");
    private static final String COMMON =
            "\n\"locale\":[\"en\"],\"storage\":false,\"modules\":{},\"whiteListedDomains\":[]";
    private static final String LONG = "a".repeat(51);

    private static Arguments top(String text, String start, String fixed) {
        return Arguments.of(text, start, fixed);
    }

    /** A CRM manifest whose only entry is a whole one in which the first text is replaced by the second. */
    private static Arguments entry(String instead, String of, String start, String fixedInstead) {
        String whole =
                "{\"service\":\"CRM\",\"connectors\":[\n{\"connectionLinkName\":\"box\",\"connectionName\":\"Box\","
                        + "\"serviceName\":\"box\",\"userAccess\":true,\"isUserDefinedService\":false,\"sharedBy\":\"42\","
                        + "\"scope\":[\"a\",\"b\"]}]}";
        return Arguments.of(
                whole.replace(of, instead), start, fixedInstead.isEmpty() ? NO_FIX : whole.replace(of, fixedInstead));
    }

    private static Arguments desk(String authorisation, String connectors, String start, String fixed) {
        String text =
                "{\"service\":\"DESK\",\"zohoAuthorisation\":%s,\n\"connectors\":[%s]," + COMMON + ",\"config\":[]}";
        return Arguments.of(
                text.formatted(authorisation, connectors),
                start,
                fixed.isEmpty() ? NO_FIX : text.formatted(fixed, connectors));
    }

    private static String one(String linkName, String name, String service) {
        return "{\"connectionLinkName\":\"" + linkName + "\",\"connectionName\":\"" + name + "\",\"serviceName\":\""
                + service + "\",\"sharedBy\":\"42\"}";
    }

    /** Every text of this test, for others to look at. */
    static Stream<String> texts() {
        return Stream.of(
                        manifestsOne(),
                        manifestsTwo(),
                        entriesOne(),
                        entriesTwo(),
                        entriesThree(),
                        entriesFour(),
                        entriesFive(),
                        entriesSix(),
                        productsOne(),
                        productsTwo(),
                        productsThree())
                .flatMap(rows -> rows)
                .flatMap(row -> Stream.of(row.get()[0], row.get()[2]))
                .map(Object::toString)
                .filter(text -> !text.isEmpty());
    }

    private static Stream<Arguments> manifestsOne() {
        return Stream.of(
                top(
                        "[]",
                        "1:1 error not_a_manifest: the file holds an array; a plugin manifest is one JSON object",
                        NO_FIX),
                top("null", "1:1 error not_a_manifest: the file holds null", NO_FIX),
                top("\"x\"", "1:1 error not_a_manifest: the file holds a string", NO_FIX),
                top(
                        "{\"name\":\"left-pad\"}",
                        "1:1 error not_a_manifest: nothing here is a key of a Zoho plugin",
                        NO_FIX),
                top(
                        "{\"plugin-manifest\":{}}",
                        "1:1 error not_a_manifest: the manifest stands inside a member",
                        NO_FIX),
                top("{\"connectors\":[]}", "1:1 error service_missing: the key \"service\" is missing", NO_FIX),
                top("{\"service\":7}", "1:12 error service_type at /service: \"service\" is a number", NO_FIX),
                top("{\"service\":\"CMR\"}", "1:12 warning service_unknown at /service: \"CMR\" is no product", NO_FIX),
                top(
                        "{\"service\":\"Expense\",\"locale\":[\"en\"]}",
                        "1:12 warning service_case at /service: \"Expense\" is not written as the product's code; write"
                                + " \"EXPENSE\"",
                        "{\"service\":\"EXPENSE\",\"locale\":[\"en\"]}"),
                top(
                        "{\"service\":\"CRM\",\"connectors\":{}}",
                        "1:31 error section_type at /connectors: \"connectors\" is an object; write an array",
                        NO_FIX));
    }

    private static Stream<Arguments> manifestsTwo() {
        return Stream.of(
                top(
                        "{\"service\":\"CRM\",\"zohoAuthorisation\":[]}",
                        "1:38 error section_type at /zohoAuthorisation: \"zohoAuthorisation\" is an array; write one entry",
                        NO_FIX),
                top(
                        "{\"service\":\"CRM\",\"connectors\":[null]}",
                        "1:32 error connector_type at /connectors/0: the entry is null",
                        NO_FIX),
                top(
                        "{\"service\":\"CRM\",\"modules\":{\"b\":1,\n\"\\u0062\":2}}",
                        "2:1 error duplicate_key at /modules/b: the name \"b\" stands at 1:29 already",
                        NO_FIX));
    }

    private static Stream<Arguments> entriesOne() {
        String link = "\"connectionLinkName\":\"box\"";
        return Stream.of(
                entry(
                        link.replace("box", "crm primary"),
                        link,
                        "2:23 error link_name_shape at /connectors/0/connectionLinkName: \"crm primary\" contains a space;"
                                + " start with a lower-case letter, then a-z, 0-9 or _, for example \"crm_primary\"",
                        NO_FIX),
                entry(
                        link.replace("box", "Böx"),
                        link,
                        "2:23 error link_name_shape at /connectors/0/connectionLinkName: \"Böx\" contains the upper-case"
                                + " letter \"B\"; start with a lower-case letter, then a-z, 0-9 or _, for example \"box\"",
                        NO_FIX),
                entry(
                        link.replace("box", "2box"),
                        link,
                        "2:23 error link_name_shape at /connectors/0/connectionLinkName: \"2box\" does not start with",
                        NO_FIX),
                entry(
                        link.replace("box", ""),
                        link,
                        "2:23 error link_name_shape at /connectors/0/connectionLinkName: \"\" is blank",
                        NO_FIX));
    }

    private static Stream<Arguments> entriesTwo() {
        String link = "\"connectionLinkName\":\"box\"";
        return Stream.of(
                entry(
                        link.replace("box", LONG),
                        link,
                        "2:23 error link_name_length at /connectors/0/connectionLinkName: \"" + LONG
                                + "\" has 51 characters",
                        NO_FIX),
                entry(
                        "\"connectionLinkName\":7",
                        link,
                        "2:23 error value_type at /connectors/0/connectionLinkName: \"connectionLinkName\" is a number",
                        NO_FIX),
                entry(
                        "\"connectionName\":\" \"",
                        "\"connectionName\":\"Box\"",
                        "2:46 error value_blank at /connectors/0/connectionName: \"connectionName\" is blank",
                        NO_FIX),
                entry(
                        "\"connectionName\":\"" + LONG + "\"",
                        "\"connectionName\":\"Box\"",
                        "2:46 error connection_name_length at /connectors/0/connectionName: \"" + LONG + "\" has 51",
                        NO_FIX),
                entry(
                        "\"connectionName\":\"<Connection Name>\"",
                        "\"connectionName\":\"Box\"",
                        "2:46 error placeholder_left at /connectors/0/connectionName: \"<Connection Name>\" is a placeholder",
                        NO_FIX));
    }

    private static Stream<Arguments> entriesThree() {
        return Stream.of(
                entry(
                        "\"userAccess\":\"true\"",
                        "\"userAccess\":true",
                        "2:85 error boolean_as_string at /connectors/0/userAccess: \"userAccess\" is the string \"true\"; write"
                                + " true without quotes",
                        "\"userAccess\":true"),
                entry(
                        "\"userAccess\":1",
                        "\"userAccess\":true",
                        "2:85 error value_type at /connectors/0/userAccess: \"userAccess\" is a number; write true or false",
                        NO_FIX),
                entry(
                        "\"sharedBy\":[42]",
                        "\"sharedBy\":\"42\"",
                        "2:130 error shared_by_type at /connectors/0/sharedBy: \"sharedBy\" is an array",
                        NO_FIX),
                entry(
                        "\"sharedBy\":4.2e1",
                        "\"sharedBy\":\"42\"",
                        "2:130 error shared_by_type at /connectors/0/sharedBy: \"sharedBy\" is a number that is not written",
                        NO_FIX));
    }

    private static Stream<Arguments> entriesFour() {
        return Stream.of(
                entry(
                        "\"scopes\"",
                        "\"scope\"",
                        "2:135 error scope_key at /connectors/0/scopes: the scopes stand under \"scopes\"; entries of this shape"
                                + " call them \"scope\"",
                        "\"scope\""),
                entry(
                        "\"scope\":\"a,b\"",
                        "\"scope\":[\"a\",\"b\"]",
                        "2:143 error scope_type at /connectors/0/scope: \"scope\" is a string; write an array of strings",
                        NO_FIX),
                entry(
                        "[\"a\",7]",
                        "[\"a\",\"b\"]",
                        "2:148 error scope_type at /connectors/0/scope/1: a scope is a number",
                        NO_FIX),
                entry(
                        "[\"a\",\" \"]",
                        "[\"a\",\"b\"]",
                        "2:148 error scope_blank at /connectors/0/scope/1: a scope is blank",
                        NO_FIX),
                entry(
                        "[\"a\",\"b\",\"a\"]",
                        "[\"a\",\"b\"]",
                        "2:152 warning scope_repeated at /connectors/0/scope/2: the scope \"a\" stands here again",
                        "[\"a\",\"b\"]"));
    }

    private static Stream<Arguments> entriesFive() {
        return Stream.of(
                entry(
                        "[]",
                        "[\"a\",\"b\"]",
                        "2:143 warning scope_empty at /connectors/0/scope: \"scope\" is empty; leave the key out",
                        NO_FIX),
                entry(
                        "\"x\":{\"clientSecret\":\"hush\"},\"scope\"",
                        "\"scope\"",
                        "2:155 error secret_in_manifest at /connectors/0/x/clientSecret: this looks like a secret (not shown)",
                        NO_FIX),
                entry(
                        "\"note\":[\"1000.0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef\"],\"scope\"",
                        "\"scope\"",
                        "2:143 error secret_in_manifest at /connectors/0/note/0: this looks like a secret (not shown)",
                        NO_FIX),
                entry(
                        "{\"connectionLinkName\":\"x\"},{\"connectionLinkName\":\"box\"",
                        "{\"connectionLinkName\":\"box\"",
                        "2:1 error connector_incomplete at /connectors/0: the entry lacks \"connectionName\", \"serviceName\";"
                                + " the connection was not created and authenticated when its JSON was copied",
                        NO_FIX));
    }

    private static Stream<Arguments> entriesSix() {
        return Stream.of(top(
                "{\"service\":\"FINANCE\",\"usedConnections\":[{\"connectionLinkName\":\"a\"},\n"
                        + "{\"connectionLinkName\":\"a\"}],\"locale\":[\"en\"]}",
                "2:23 error link_name_duplicate at /usedConnections/1/connectionLinkName: the link name \"a\" is that of"
                        + " /usedConnections/0 already",
                NO_FIX));
    }

    private static Stream<Arguments> productsOne() {
        return Stream.of(
                desk(
                        "{}",
                        one("a", "A", "box") + "," + one("b", "A", "git"),
                        "2:142 error connection_name_duplicate at /connectors/1/connectionName: the connection name \"A\" is that",
                        NO_FIX),
                desk(
                        "{}",
                        one("a", "A", "box") + "," + one("b", "B", "box"),
                        "2:160 error service_repeated at /connectors/1/serviceName: the service \"box\" is that of /connectors/0",
                        NO_FIX),
                desk(
                        "{}",
                        one("a", "Ä", "box"),
                        "2:58 error connection_name_shape at /connectors/0/connectionName: \"Ä\" holds a character that a DESK",
                        NO_FIX),
                desk(
                        "{}",
                        one("a", "A", "zlabs_integration"),
                        "2:76 error zoho_service_in_connectors at /connectors/0/serviceName: a connection to Zoho's own",
                        NO_FIX),
                desk(
                        one("a", "A", "zoho_desk").replace("{", "{\"type\":\"connectors\","),
                        "",
                        "1:120 error zoho_authorisation_service at /zohoAuthorisation/serviceName: \"zoho_desk\" is not the"
                                + " service",
                        one("a", "A", "zlabs_integration").replace("{", "{\"type\":\"connectors\",")));
    }

    private static Stream<Arguments> productsTwo() {
        return Stream.of(
                desk(
                        one("a", "A", "zlabs_integration"),
                        "",
                        "1:39 error zoho_authorisation_type at /zohoAuthorisation: \"type\" is missing",
                        one("a", "A", "zlabs_integration").replace("{", "{\"type\":\"connectors\",")),
                desk(
                        one("a", "A", "zlabs_integration").replace("{", "{\"type\":\"oauth\","),
                        "",
                        "1:47 error zoho_authorisation_type at /zohoAuthorisation/type: \"type\" is not \"connectors\"",
                        one("a", "A", "zlabs_integration").replace("{", "{\"type\":\"connectors\",")),
                desk(
                        "{}",
                        one("a", "A", "box").replace(",\"sharedBy\":\"42\"", ""),
                        "2:15 hint shared_by_missing at /connectors/0: no \"sharedBy\" says who made the connection",
                        NO_FIX),
                top(
                        "{\"service\":\"PROJECTS\",\"connectors\":[" + one("a", "A", "box") + "]," + COMMON + "}",
                        "1:37 error connector_incomplete at /connectors/0: the entry lacks \"userAccess\","
                                + " \"isUserDefinedService\"",
                        NO_FIX),
                top(
                        "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"a\",\"scope\":[\"x\"]}]}",
                        "1:35 error connector_incomplete at /connectors/0: the entry lacks \"type\"",
                        NO_FIX));
    }

    private static Stream<Arguments> productsThree() {
        return Stream.of(
                top(
                        "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"a\",\"type\":\"OAuth\",\"scope\":[\"x\"]}]}",
                        "1:62 error scope_key at /connectors/0/scope: the scopes stand under \"scope\"",
                        "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"a\",\"type\":\"OAuth\",\"scopes\":[\"x\"]}]}"),
                top(
                        "{\"service\":\"CRM\",\"connectors\":[{\"name\":\"a\",\"type\":\"OAuth\"}]}",
                        "1:32 error connector_incomplete at /connectors/0: the entry lacks \"connectionLinkName\","
                                + " \"connectionName\", \"serviceName\"; this is how Writer's entries look",
                        NO_FIX));
    }

    /** The fourth word of {@code line:column severity code …}. */
    private static String code(String start) {
        Matcher words = CODE.matcher(start);
        assertThat(words.find()).isTrue();
        return words.group(1);
    }

    @ParameterizedTest
    @MethodSource({
        "manifestsOne",
        "manifestsTwo",
        "entriesOne",
        "entriesTwo",
        "entriesThree",
        "entriesFour",
        "entriesFive",
        "entriesSix",
        "productsOne",
        "productsTwo",
        "productsThree"
    })
    void saysWhatAndWhere(String text, String start, String fixed) {
        List<Finding> findings = PluginManifest.parse(text).validate();
        String code = code(start);

        Finding finding = findings.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings.toString()));

        assertThat(finding.toString()).startsWith(start).endsWith("; " + finding.advice());
        assertThat(finding.fix().map(PluginManifest::toJson))
                .isEqualTo(Optional.of(fixed).filter(text2 -> !text2.isEmpty()));
        assertThat(findings).as("breaks no other rule").allMatch(each -> related(each.code(), code));
    }

    /** Two entries that are short on purpose lack other things, too. */
    private static boolean related(String code, String expected) {
        return code.equals(expected) || (expected.equals("connector_incomplete") && code.equals("scope_key"));
    }
}
