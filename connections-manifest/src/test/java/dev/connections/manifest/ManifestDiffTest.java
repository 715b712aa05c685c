package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.Service;
import dev.connections.manifest.ManifestDiff.Difference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a manifest from declaring the connections that there are, and how it comes to do so. */
class ManifestDiffTest {
    private static final String DESK = Resources.sample("desk-manifest.json");

    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    private static Service<DirectFlow<ApiKeyCredential>> service(String linkName) {
        return Service.catalogued(linkName, linkName)
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Key"));
    }

    private static PluginManifest crm(Connector... connectors) {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"CRM\"}");
        for (Connector connector : connectors) {
            manifest = manifest.upsert(connector);
        }
        return manifest;
    }

    @Test
    void namesWhatIsMissingStaleAndDifferent() {
        PluginManifest manifest = crm(
                Connectors.shared("a", "A", "dropbox"),
                Connectors.shared("b", "B", "github", "repo"),
                Connectors.shared("c", "C", "bitly"));

        ManifestDiff diff = manifest.diff(List.of(
                Connectors.perUser("b", "B two", "github", "repo", "gist"),
                Connectors.shared("c", "C", "bitly"),
                Connectors.shared("d", "D", "typeform")));

        assertThat(diff).hasToString("+ \"d\"\n- \"a\"\n~ \"b\": connectionName, userAccess, scope");
        assertThat(diff.missing()).extracting(Connector::linkName).containsExactly("d");
        assertThat(diff.stale()).extracting(Connector::linkName).containsExactly("a");
        assertThat(diff.different())
                .extracting(Difference::keys)
                .containsExactly(List.of("connectionName", "userAccess", "scope"));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void findsNoDifferenceToWhatItWasSyncedWith() {
        connections.shared(service("dropbox").connection("Files"));
        connections.perUser(service("github").connection("Code").withScopes("repo"));

        PluginManifest synced =
                PluginManifest.parse("{\"service\":\"CRM\",\"connectors\":[]}").sync(connections);

        assertThat(synced.connectors()).extracting(Connector::linkName).containsExactly("code", "files");
        assertThat(synced.diff(connections).isEmpty()).isTrue();
        assertThat(synced.diff(connections)).hasToString("");
        assertThat(synced.sync(connections)).isSameAs(synced);
    }

    @Test
    void takesOutWhatIsStaleAndChangesWhatDiffers() {
        connections.perUser(service("dropbox").connection("Dropbox").withLinkName("dropbox_for_zoho_desk"));
        PluginManifest manifest = PluginManifest.parse(DESK);

        PluginManifest synced = manifest.sync(connections);

        assertThat(synced.toJson())
                .isEqualTo(DESK.replaceAll("(?s)\"zohoAuthorisation\": \\{.*?\\n  },", "\"zohoAuthorisation\": {},")
                        .replace("Dropbox for Zoho Desk", "Dropbox"));
        assertThat(synced.validate()).isEmpty();
    }

    @Test
    void putsAnotherZohoConnectionIntoDesksRoomWhenTheFormerIsStale() {
        PluginManifest synced = PluginManifest.parse(DESK)
                .diff(List.of(Connectors.shared("other", "Other", "zoho_crm", "ZohoCRM.users.READ")))
                .applied();

        assertThat(synced.connectors())
                .extracting(Connector::linkName, Connector::serviceName)
                .containsExactly(org.assertj.core.api.Assertions.tuple("other", "zlabs_integration"));
    }

    @Test
    void namesTheSectionOfAnEntryThatStandsElsewhere() {
        PluginManifest manifest = PluginManifest.parse("{\"service\":\"FINANCE\",\"locale\":[\"en\"],\"connectors\":["
                + Connectors.dropbox().toJson() + "]}");

        ManifestDiff diff = manifest.diff(List.of(Connectors.dropbox()));

        assertThat(diff.different()).extracting(Difference::keys).containsExactly(List.of("usedConnections"));
        assertThat(diff.applied().diff(List.of(Connectors.dropbox())).isEmpty()).isTrue();
    }

    @Test
    void takesIdsAsNumbersAndAsStringsForTheSame() {
        String number = crm(Connectors.dropbox()).toJson().replace("\"4241905\"", "4241905");

        assertThat(PluginManifest.parse(number)
                        .diff(List.of(Connectors.dropbox()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void comparesWhatWritersEntriesHold() {
        PluginManifest writer = PluginManifest.parse("{\"service\":\"WRITER\"}").upsert(Connectors.salesforce("api"));

        assertThat(writer.diff(List.of(Connectors.salesforce("api"))).isEmpty()).isTrue();
        assertThat(PluginManifest.parse(writer.toJson().replace("login.example", "old.example"))
                        .diff(List.of(Connectors.salesforce("api", "web"))))
                .hasToString("~ \"salesforce_connection\": authorizationUrl, scopes");
    }

    @Test
    void comparesMailsEntriesByServiceName() {
        PluginManifest mail = PluginManifest.parse("{\"service\":\"MAIL\",\"connectors\":[{\"serviceName\":\"old\"}]}");
        List<Connector> wanted = List.of(Connectors.shared("x", "X", "fresh", "scope"));

        assertThat(mail.diff(wanted)).hasToString("+ \"x\"\n- \"old\"");
        assertThat(mail.diff(wanted).applied().toJson())
                .isEqualTo("{\"service\":\"MAIL\",\"connectors\":[{\"serviceName\":\"fresh\"}]}");
        assertThat(mail.diff(wanted).applied().diff(wanted).isEmpty()).isTrue();
    }

    @Test
    void definesTheConnectionOfAnEntry() {
        Connector connector = Connectors.perUser("code_host", "Code host", "github", "repo", "gist");

        var definition = connector.definition(service("github"));

        assertThat(definition.linkName()).isEqualTo("code_host");
        assertThat(definition.name()).isEqualTo("Code host");
        assertThat(definition.scopes()).containsExactly("repo", "gist");
        assertThat(Connector.from(connections.perUser(definition)).toJson()).isEqualTo(connector.toJson());
    }

    @Test
    void takesTheLinkNameWhereAnEntryHasNoDisplayName() {
        var definition =
                Connector.parse("{\"name\":\"sales\",\"type\":\"OAuth\"}").definition(service("salesforce"));

        assertThat(definition.name()).isEqualTo("sales");
        assertThat(definition.scopes()).isEmpty();
    }

    @Test
    void findsTheServiceOfADefinition() {
        Connector connector = Connectors.shared("files", "Files", "dropbox");

        var definition = connector.definition(name -> Optional.of(service(name)));

        assertThat(definition.service().linkName()).isEqualTo("dropbox");
        assertThatThrownBy(() -> connector.definition(name -> Optional.empty()))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("service_unresolved"))
                .hasMessageContaining("\"files\" uses the service \"dropbox\"")
                .hasMessageContaining("define it, then call definition(service)");
    }

    @Test
    void refusesToDefineAConnectionWithoutALinkName() {
        Connector nameless = Connector.parse("{\"serviceName\":\"dropbox\"}");

        assertThatThrownBy(() -> nameless.definition(service("dropbox")))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("connector_incomplete"))
                .hasMessageContaining("add \"connectionLinkName\"");
    }
}
