package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What upsert writes, byte for byte. */
class UpsertTest {
    private static final Connector BOX = Connectors.perUser("acme_box", "Acme Box", "box", "read", "write");

    private static final String NEIGHBOUR = """
                {
                \t"service": "SPRINTS",
                \t"connectors": [
                \t\t{
                \t\t\t"serviceName" : "github",
                \t\t\t"connectionLinkName" : "git",
                \t\t\t"connectionName" : "Git",
                \t\t\t"scope" : [
                \t\t\t\t"repo",
                \t\t\t\t"admin:org_hook"
                \t\t\t],
                \t\t\t"userAccess" : false,
                \t\t\t"isUserDefinedService" : false
                \t\t}
                \t]
                }""";

    private static String upsert(String manifest, Connector connector) {
        PluginManifest changed = PluginManifest.parse(manifest).upsert(connector);
        assertThat(changed.upsert(connector)).as("doing it twice").isSameAs(changed);
        return changed.toJson();
    }

    @Test
    void copiesIndentationAndKeyOrderOfTheNeighbour() {
        String expected = NEIGHBOUR.replace("\n\t]", """
                ,
                \t\t{
                \t\t\t"serviceName" : "box",
                \t\t\t"connectionLinkName" : "acme_box",
                \t\t\t"connectionName" : "Acme Box",
                \t\t\t"scope" : [
                \t\t\t\t"read",
                \t\t\t\t"write"
                \t\t\t],
                \t\t\t"userAccess" : true,
                \t\t\t"isUserDefinedService" : false
                \t\t}
                \t]""");

        assertThat(upsert(NEIGHBOUR, BOX)).isEqualTo(expected);
    }

    @Test
    void putsKeysThatTheNeighbourLacksWhereTheCanonicalOrderHasThem() {
        String before = "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"a\",\"userAccess\":true}]}";

        assertThat(upsert(before, BOX.withSharedBy("42")))
                .isEqualTo(
                        "{\"service\":\"CRM\",\"connectors\":["
                                + "{\"connectionLinkName\":\"a\",\"userAccess\":true},"
                                + "{\"connectionLinkName\":\"acme_box\",\"connectionName\":\"Acme Box\",\"serviceName\":\"box\","
                                + "\"userAccess\":true,\"isUserDefinedService\":false,\"sharedBy\":\"42\",\"scope\":[\"read\",\"write\"]}]}");
    }

    @Test
    void keepsAOneLineManifestOnOneLine() {
        String before = "{ \"service\": \"QNTRL\", \"connectors\": [] }";

        assertThat(upsert(before, Connectors.shared("acme_box", "Acme Box", "box")))
                .isEqualTo("{ \"service\": \"QNTRL\", \"connectors\": [{\"connectionLinkName\": \"acme_box\","
                        + " \"connectionName\": \"Acme Box\", \"serviceName\": \"box\", \"userAccess\": false,"
                        + " \"isUserDefinedService\": false}] }");
    }

    @Test
    void keepsLineEndsByteOrderMarkAndTheMissingFinalLineEnd() {
        String before = "\uFEFF{\r\n    \"service\": \"CRM\",\r\n    \"connectors\": [ ]\r\n}";

        String expected = """
                {
                    "service": "CRM",
                    "connectors": [
                        {
                            "connectionLinkName": "acme_box",
                            "connectionName": "Acme Box",
                            "serviceName": "box",
                            "userAccess": false,
                            "isUserDefinedService": false
                        }
                    ]
                }""";
        assertThat(upsert(before, Connectors.shared("acme_box", "Acme Box", "box")))
                .isEqualTo("\uFEFF" + expected.replace("\n", "\r\n"));
    }

    @Test
    void changesOnlyTheValuesThatDiffer() {
        String before = """
                {"service": "CRM", "connectors": [ {
                   "scope"  : [ "read" , "old" ,  "write" ],  "x-\\u0041": 1.50e+2, \s
                   "connectionName":"\\u0041cme Box", "serviceName":"box","sharedBy": 0042,
                   "userAccess":false, "connectionLinkName":"acme_box", "isUserDefinedService":false}]}""".replace("0042", "42");

        assertThat(upsert(before, BOX.withSharedBy("42")))
                .isEqualTo(before.replace("[ \"read\" , \"old\" ,  \"write\" ]", "[ \"read\" ,  \"write\" ]")
                        .replace("\"userAccess\":false", "\"userAccess\":true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"837000273\"", "837000273"})
    void takesBothFormsOfSharedByForTheSame(String sharedBy) {
        String before = "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"acme_box\",\"connectionName\":"
                + "\"Acme Box\",\"serviceName\":\"box\",\"userAccess\":true,\"sharedBy\":" + sharedBy
                + ",\"scope\":[\"read\",\"write\"]}]}";

        assertThat(upsert(before, BOX.withSharedBy("837000273"))).isEqualTo(before);
        assertThat(upsert(before, BOX)).as("never removes it").isEqualTo(before);
        assertThat(upsert(before, BOX.withSharedBy("7"))).isEqualTo(before.replace("837000273", "7"));
    }

    @Test
    void addsUserAccessOnlyWhenItMustBecomeTrue() {
        String before = "{\"service\":\"FINANCE\",\"usedConnections\":[{\"connectionLinkName\":\"acme_box\","
                + "\"connectionName\":\"Acme Box\",\"serviceName\":\"box\"}]}";

        assertThat(upsert(before, Connectors.shared("acme_box", "Acme Box", "box")))
                .isEqualTo(before);
        assertThat(upsert(before, Connectors.perUser("acme_box", "Acme Box", "box")))
                .isEqualTo(before.replace("\"box\"}", "\"box\",\"userAccess\":true}"));
    }

    @Test
    void mendsAFlagThatIsAString() {
        String before = "{\"service\":\"FINANCE\",\"usedConnections\":[{\"connectionLinkName\":\"acme_box\","
                + "\"connectionName\":\"Acme Box\",\"serviceName\":\"box\",\"userAccess\":\"true\"}]}";

        assertThat(upsert(before, Connectors.perUser("acme_box", "Acme Box", "box")))
                .isEqualTo(before.replace("\"true\"", "true"));
    }

    @Test
    void addsScopesToAListInItsOwnLayout() {
        String before = """
                {"service": "CRM", "connectors": [{"connectionLinkName": "acme_box", "connectionName": "Acme Box",
                  "serviceName": "box", "userAccess": true, "scope": [
                      "read",
                      "mine"
                  ]}]}""";

        assertThat(upsert(before, Connectors.perUser("acme_box", "Acme Box", "box", "first", "read", "mine", "last")))
                .isEqualTo(before.replace("      \"read\",", "      \"first\",\n      \"read\",")
                        .replace("\"mine\"", "\"mine\",\n      \"last\""));
    }

    @Test
    void takesTheScopeKeyOutWhereThereAreNoScopesAnyMore() {
        String before = """
                {"service": "CRM", "connectors": [
                  {
                    "connectionLinkName": "acme_box",
                    "scope": ["read"],
                    "connectionName": "Acme Box",
                    "serviceName": "box"
                  }
                ]}
                """;

        assertThat(upsert(before, Connectors.shared("acme_box", "Acme Box", "box")))
                .isEqualTo(before.replace("    \"scope\": [\"read\"],\n", ""));
    }

    @Test
    void addsWhatIsNewAndTakesOutTheLastMemberAtOnce() {
        String before = "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"acme_box\",\"connectionName\":"
                + "\"Acme Box\",\"serviceName\":\"box\",\"scope\":[\"read\"]}]}";

        assertThat(upsert(
                        before,
                        Connectors.perUser("acme_box", "Acme Box", "box").withSharedBy("42")))
                .isEqualTo(before.replace(",\"scope\":[\"read\"]", ",\"userAccess\":true,\"sharedBy\":\"42\""));
    }

    @Test
    void callsScopesByTheKeyOfTheShape() {
        String before = "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"acme_box\",\"connectionName\":"
                + "\"Acme Box\",\"serviceName\":\"box\",\"userAccess\":true,\"scopes\":[\"read\"]}]}";

        assertThat(upsert(before, BOX))
                .isEqualTo(before.replace("\"scopes\":[\"read\"]", "\"scope\":[\"read\",\"write\"]"));
    }

    @Test
    void makesTheMissingSectionBehindItsSiblingElseBehindTheModulesElseLast() {
        Connector box = Connectors.shared("acme_box", "Acme Box", "box");

        assertThat(upsert("{\"service\":\"CRM\",\"usedConnections\":[],\"x\":1}", box))
                .startsWith("{\"service\":\"CRM\",\"usedConnections\":[],\"connectors\":[{")
                .endsWith("}],\"x\":1}");
        assertThat(upsert("{\"service\":\"CRM\",\"modules\":{},\"x\":1}", box))
                .startsWith("{\"service\":\"CRM\",\"modules\":{},\"connectors\":[{")
                .endsWith("}],\"x\":1}");
        assertThat(upsert("{\"service\":\"CRM\",\"x\":1}", box))
                .startsWith("{\"service\":\"CRM\",\"x\":1,\"connectors\":[{")
                .endsWith("}]}");
    }

    @Test
    void takesANullSectionForAnEmptyOne() {
        assertThat(upsert("{\"service\":\"CRM\",\"connectors\":null}", Connectors.shared("a", "A", "box")))
                .isEqualTo(
                        "{\"service\":\"CRM\",\"connectors\":[{\"connectionLinkName\":\"a\",\"connectionName\":\"A\","
                                + "\"serviceName\":\"box\",\"userAccess\":false,\"isUserDefinedService\":false}]}");
    }

    @Test
    void makesDesksConnectorsKeyTogetherWithZohoAuthorisation() {
        String before = """
                {
                  "service": "DESK",
                  "modules": {},
                  "config": []
                }
                """;

        assertThat(upsert(before, Connectors.sign("Desk.tickets.ALL"))).isEqualTo("""
                {
                  "service": "DESK",
                  "modules": {},
                  "zohoAuthorisation": {
                    "type": "connectors",
                    "connectionLinkName": "zoho_sign_for_zoho_desk",
                    "connectionName": "Zoho Sign for Zoho Desk",
                    "serviceName": "zlabs_integration",
                    "userAccess": true,
                    "isUserDefinedService": false,
                    "sharedBy": "4241905",
                    "scope": ["Desk.tickets.ALL"]
                  },
                  "connectors": [],
                  "config": []
                }
                """);
    }

    @Test
    void putsTheFinanceFamilysEntriesIntoUsedConnections() {
        for (String product : new String[] {"FINANCE", "INVENTORY", "EXPENSE", "Expense", "BILLING"}) {
            String before = "{\"service\":\"" + product + "\",\"usedConnections\":[]}";

            assertThat(upsert(before, Connectors.shared("books", "Books", "zoho_books")))
                    .isEqualTo(
                            before.replace(
                                    "[]",
                                    "[{\"connectionLinkName\":\"books\",\"connectionName\":\"Books\","
                                            + "\"serviceName\":\"zoho_books\",\"userAccess\":false,\"isUserDefinedService\":false}]"));
        }
    }

    @Test
    void writesTheWriterShapeWhereThereAreNoOtherEntries() {
        assertThat(upsert("{\"service\":\"WRITER\",\"connectors\":[]}", Connectors.salesforce("api")))
                .isEqualTo(
                        "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"salesforce_connection\",\"type\":\"OAuth\","
                                + "\"authorizationUrl\":\"https://login.example/authorize\",\"scopes\":[\"api\"],"
                                + "\"userAccess\":true}]}");
    }

    @Test
    void followsTheOtherEntriesOfAWriterManifest() {
        String before =
                "{\"service\":\"WRITER\",\"connectors\":[{\"connectionLinkName\":\"a\",\"connectionName\":\"A\","
                        + "\"serviceName\":\"box\",\"userAccess\":true,\"isUserDefinedService\":false}]}";

        assertThat(upsert(before, Connectors.salesforce("api")))
                .contains(
                        ",{\"connectionLinkName\":\"salesforce_connection\",\"connectionName\":\"Salesforce connection\","
                                + "\"serviceName\":\"salesforce\"");
    }

    @Test
    void replacesThePlaceholderOfTheHelpPage() {
        String before = "{\"service\": \"WRITER\", \"connectors\": [" + Resources.sample("writer-json-tab.txt") + "]}";

        assertThat(upsert(before, Connectors.salesforce("api", "refresh_token", "contacts")))
                .isEqualTo(before.replace("https://...", "https://login.example/authorize")
                        .replace("\"refresh_token\"]", "\"refresh_token\", \"contacts\"]"));
    }

    @Test
    void keepsTheTypeThatSigmaWroteWhereOursIsAGuess() {
        String before = "{\"service\":\"WRITER\",\"connectors\":[{\"name\":\"erp_main\",\"type\":\"Basic\","
                + "\"userAccess\":false}]}";

        assertThat(upsert(before, Connectors.ofType("Basic Auth", ""))).isEqualTo(before);
    }

    @Test
    void matchesMailsEntriesByServiceName() {
        String before = "{\"service\":\"MAIL\",\"connectors\":[{\"serviceName\":\"myService\"}]}";

        assertThat(upsert(before, Connectors.shared("a", "A", "myService"))).isEqualTo(before);
        assertThat(upsert(before, Connectors.shared("b", "B", "other")))
                .isEqualTo(before.replace("}]", "},{\"serviceName\":\"other\"}]"));
    }

    @Test
    void movesAnEntryToWhereTheProductKeepsIt() {
        String before = """
                {
                  "service": "DESK",
                  "zohoAuthorisation": {},
                  "connectors": [
                    {
                      "connectionLinkName": "zoho_sign_for_zoho_desk",
                      "connectionName": "Zoho Sign for Zoho Desk",
                      "serviceName": "zlabs_integration",
                      "userAccess": true,
                      "isUserDefinedService": false,
                      "sharedBy": "77",
                      "note": {"kept": [1, 2]},
                      "scope": ["Desk.tickets.ALL"]
                    }
                  ]
                }
                """;
        Connector sign = Connectors.perUser(
                "zoho_sign_for_zoho_desk", "Zoho Sign for Zoho Desk", "zoho_sign", "Desk.tickets.ALL");

        assertThat(upsert(before, sign)).isEqualTo("""
                {
                  "service": "DESK",
                  "zohoAuthorisation": {
                    "type": "connectors",
                    "connectionLinkName": "zoho_sign_for_zoho_desk",
                    "connectionName": "Zoho Sign for Zoho Desk",
                    "serviceName": "zlabs_integration",
                    "userAccess": true,
                    "isUserDefinedService": false,
                    "sharedBy": "77",
                    "scope": ["Desk.tickets.ALL"],
                    "note": {"kept": [1, 2]}
                  },
                  "connectors": []
                }
                """);
    }

    @Test
    void removesAnEntryWithItsComma() {
        PluginManifest manifest =
                PluginManifest.parse("{\"service\":\"CRM\",\"connectors\":[1, {\"connectionLinkName\":"
                        + "\"a\"}, {\"connectionLinkName\":\"b\"} , {\"connectionLinkName\":\"a\"}]}");

        assertThat(manifest.remove("a").toJson())
                .isEqualTo("{\"service\":\"CRM\",\"connectors\":[1, {\"connectionLinkName\":\"b\"}]}");
        assertThat(manifest.remove("c")).isSameAs(manifest);
    }

    @Test
    void leavesAnEmptyObjectWhereDesksConnectionWas() {
        String desk = Resources.sample("desk-manifest.json");

        assertThat(PluginManifest.parse(desk).remove("zoho_sign_for_zoho_desk").toJson())
                .isEqualTo(desk.replaceAll("(?s)\"zohoAuthorisation\": \\{.*?\\n  },", "\"zohoAuthorisation\": {},"));
    }

    @Test
    void replacesDesksConnectionInPlace() {
        String desk = Resources.sample("desk-manifest.json");
        Connector crm = Connectors.perUser("crm_primary", "CRM primary", "zoho_crm", "ZohoCRM.modules.READ");

        assertThat(PluginManifest.parse(desk).replaceZohoAuthorisation(crm).toJson())
                .isEqualTo(desk.replace("zoho_sign_for_zoho_desk", "crm_primary")
                        .replace("Zoho Sign for Zoho Desk", "CRM primary")
                        .replaceFirst("\n    \"sharedBy\": \"4241905\",", "")
                        .replace("Desk.tickets.ALL", "ZohoCRM.modules.READ"));
    }
}
