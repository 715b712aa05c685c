package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.manifest.PluginManifest.Product;
import org.junit.jupiter.api.Test;

/** The entries that Zoho's help pages show come out as they stand there. */
class SamplesTest {
    private static final String DESK_WITHOUT_ENTRIES = Resources.sample("desk-manifest.json")
            .replaceAll("(?s)\"zohoAuthorisation\": \\{.*?\\n  },", "\"zohoAuthorisation\": {},")
            .replaceAll("(?s)\"connectors\": \\[.*?\\n  ],", "\"connectors\": [],");

    @Test
    void writesTheSalesforceEntryOfWriter() {
        Connector salesforce = Connectors.salesforce("api", "refresh_token");

        assertThat(salesforce.toJson(Product.WRITER)).isEqualTo("""
                {
                  "name": "salesforce_connection",
                  "type": "OAuth",
                  "authorizationUrl": "https://login.example/authorize",
                  "scopes": ["api", "refresh_token"],
                  "userAccess": true
                }""");
    }

    @Test
    void writesBothEntriesOfTheDeskManifest() {
        PluginManifest bare = PluginManifest.parse(DESK_WITHOUT_ENTRIES);

        PluginManifest whole = bare.upsert(Connectors.sign("Desk.tickets.ALL")).upsert(Connectors.dropbox());

        assertThat(bare.connectors()).isEmpty();
        assertThat(whole.toJson()).isEqualTo(Resources.sample("desk-manifest.json"));
    }

    @Test
    void writesTheSameInTheOtherOrder() {
        PluginManifest bare = PluginManifest.parse(DESK_WITHOUT_ENTRIES);

        PluginManifest whole = bare.upsert(Connectors.dropbox()).upsert(Connectors.sign("Desk.tickets.ALL"));

        assertThat(whole.toJson()).isEqualTo(Resources.sample("desk-manifest.json"));
    }

    @Test
    void changesNothingWhereTheEntriesStandAlready() {
        PluginManifest manifest = PluginManifest.parse(Resources.sample("desk-manifest.json"));

        PluginManifest again = manifest.upsert(Connectors.dropbox()).upsert(Connectors.sign("Desk.tickets.ALL"));

        assertThat(again).isSameAs(manifest);
    }

    @Test
    void findsNothingWrongWithTheDeskManifest() {
        PluginManifest manifest = PluginManifest.parse(Resources.sample("desk-manifest.json"));

        assertThat(manifest.validate()).isEmpty();
        assertThat(manifest.requireValid()).isSameAs(manifest);
    }

    @Test
    void printsTheEntriesAsTheJsonTabDoes() {
        assertThat(Connectors.dropbox().toJson(Product.DESK)).isEqualTo("""
                {
                  "connectionLinkName": "dropbox_for_zoho_desk",
                  "connectionName": "Dropbox for Zoho Desk",
                  "serviceName": "dropbox",
                  "userAccess": true,
                  "isUserDefinedService": false,
                  "sharedBy": "4241905"
                }""");
        assertThat(Connectors.sign("Desk.tickets.ALL").toJson(Product.DESK)).isEqualTo("""
                {
                  "type": "connectors",
                  "connectionLinkName": "zoho_sign_for_zoho_desk",
                  "connectionName": "Zoho Sign for Zoho Desk",
                  "serviceName": "zlabs_integration",
                  "userAccess": true,
                  "isUserDefinedService": false,
                  "sharedBy": "4241905",
                  "scope": ["Desk.tickets.ALL"]
                }""");
    }
}
