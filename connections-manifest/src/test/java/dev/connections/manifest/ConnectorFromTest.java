package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.Actor;
import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.Basic;
import dev.connections.BasicCredential;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.ManagedConnection;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.manifest.PluginManifest.Product;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.DirectStrategy;
import dev.connections.spi.OutgoingRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a declared connection becomes in a manifest. */
class ConnectorFromTest {
    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    private static Service<DirectFlow<BasicCredential>> basic(String linkName, String name) {
        return Service.catalogued(linkName, name)
                .resourceServers("https://api.example.com")
                .authentication(Basic.usernameAndPassword());
    }

    /** A strategy that shows an authorization endpoint, as redirect strategies do. */
    private record Showing(String authenticationType, String endpoint) implements DirectStrategy<Token> {
        @Override
        public CredentialForm<Token> form() {
            return CredentialForm.secret("token", "Token", Token::token)
                    .into(values -> new Token(values.secret("token")));
        }

        @Override
        public void apply(Token token, OutgoingRequest request) {
            request.header("X-Token", token.token().reveal());
        }

        @Override
        public Map<String, String> facts() {
            return endpoint.isEmpty() ? Map.of() : Map.of("authorization_endpoint", endpoint);
        }
    }

    private record Token(Secret token) implements Credential {}

    private Connector shown(String type, String endpoint) {
        var service = Service.catalogued("salesforce", "Salesforce")
                .resourceServers("https://api.example.com")
                .authentication(new Showing(type, endpoint));
        return Connector.from(
                connections.perUser(service.connection("Salesforce connection").withScopes("api", "refresh_token")));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void takesNamesScopesAndServiceFromTheDeclaration() {
        var connection = connections.shared(basic("dropbox", "Dropbox")
                .connection("Dropbox for Zoho Desk")
                .withScopes("files.read", "files.write"));

        Connector connector = Connector.from(connection);

        assertThat(connector.linkName()).isEqualTo("dropbox_for_zoho_desk");
        assertThat(connector.name()).isEqualTo("Dropbox for Zoho Desk");
        assertThat(connector.serviceName()).isEqualTo("dropbox");
        assertThat(connector.scopes()).containsExactly("files.read", "files.write");
        assertThat(connector.userDefinedService()).isFalse();
    }

    @Test
    void writesUserAccessForConnectionsPerUserOnly() {
        var definition = basic("dropbox", "Dropbox").connection("Box");

        assertThat(Connector.from(connections.shared(definition)).userAccess()).isFalse();
        assertThat(Connector.from(connections.perUser(definition.withLinkName("other")))
                        .userAccess())
                .isTrue();
    }

    @Test
    void callsACustomServiceUserDefined() {
        var erp = Service.custom("Legacy ERP")
                .resourceServers("https://erp.example")
                .authentication(Basic.usernameAndPassword());

        Connector connector = Connector.from(connections.shared(erp.connection("ERP main")));

        assertThat(connector.serviceName()).isEqualTo("legacy_erp");
        assertThat(connector.userDefinedService()).isTrue();
        assertThat(codes(connector.validate(Product.PROJECTS))).containsExactly("not_authorized");
    }

    @Test
    void takesTheCreatorsIdWhenItIsAllDigits() {
        var definition = basic("dropbox", "Dropbox").connection("Box");

        var byDigits = connections.by(Actor.superAdmin("4241905")).shared(definition);
        var byName = connections.by(Actor.superAdmin("alice")).shared(definition.withLinkName("alices"));
        var byNobody = connections.shared(definition.withLinkName("nobodys"));

        assertThat(Connector.from(byDigits).sharedBy()).contains("4241905");
        assertThat(Connector.from(byName).sharedBy()).isEmpty();
        assertThat(Connector.from(byNobody).sharedBy()).isEmpty();
        assertThat(Connector.from(byName).withSharedBy("837000273").toJson()).contains("\"sharedBy\": \"837000273\"");
    }

    @Test
    void warnsUntilTheConnectionIsAuthorized() {
        ManagedConnection<DirectFlow<BasicCredential>> connection =
                connections.shared(basic("dropbox", "Dropbox").connection("Box"));
        List<Finding> before = Connector.from(connection).withSharedBy("42").validate(Product.DESK);

        connection.authorize().with(new BasicCredential("alice", Secret.of("s3cr3t")));

        assertThat(before).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("not_authorized");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.advice()).startsWith("authorize it; until then calls through it fail");
        });
        assertThat(Connector.from(connection).withSharedBy("42").validate(Product.DESK))
                .isEmpty();
    }

    @Test
    void printsTheWholeEntryOfAConnectionThatIsNotAuthorizedYet() {
        var connection = connections.shared(basic("dropbox", "Dropbox").connection("Box"));

        assertThat(Connector.from(connection).toJson(Product.DESK)).isEqualTo("""
                {
                  "connectionLinkName": "box",
                  "connectionName": "Box",
                  "serviceName": "dropbox",
                  "userAccess": false,
                  "isUserDefinedService": false
                }""");
    }

    @Test
    void hintsAtServiceNamesThatWereNotSeenAtZoho() {
        Connector connector =
                Connector.from(connections.shared(basic("acme_box", "Acme Box").connection("Box")));

        assertThat(codes(connector.validate(Product.PROJECTS))).contains("service_name_unverified");
        assertThat(codes(connector.withServiceName("acmebox").validate(Product.PROJECTS)))
                .doesNotContain("service_name_unverified");
        assertThat(connector.withServiceName("acmebox").toJson())
                .contains("\"serviceName\": \"acmebox\"", "\"isUserDefinedService\": false");
        assertThat(connector.asUserDefinedService("my_box").toJson())
                .contains("\"serviceName\": \"my_box\"", "\"isUserDefinedService\": true");
    }

    @Test
    void writesTheWriterShapeWithTheEndpointOfTheStrategy() {
        assertThat(shown("oauth2", "https://login.salesforce.com/services/oauth2/authorize")
                        .toJson(Product.WRITER))
                .isEqualTo("""
                        {
                          "name": "salesforce_connection",
                          "type": "OAuth",
                          "authorizationUrl": "https://login.salesforce.com/services/oauth2/authorize",
                          "scopes": ["api", "refresh_token"],
                          "userAccess": true
                        }""");
    }

    @Test
    void leavesTheEndpointOutWhereThereIsNone() {
        Connector connector = shown("oauth2", "");

        assertThat(connector.toJson(Product.WRITER))
                .doesNotContain("authorizationUrl")
                .contains("\"type\": \"OAuth\"");
        assertThat(codes(connector.validate(Product.WRITER))).contains("writer_type_undocumented");
    }

    @Test
    void writesZohosOwnWordsForTheOtherTypes() {
        var key = Service.custom("Weather")
                .resourceServers("https://api.weather.example")
                .authentication(ApiKey.inHeader("X-Api-Key"));
        ManagedConnection<DirectFlow<ApiKeyCredential>> weather = connections.shared(key.connection("Weather"));
        var erp = connections.shared(basic("erp", "ERP").connection("ERP"));

        assertThat(Connector.from(weather).toJson(Product.WRITER)).contains("\"type\": \"API Key\"");
        assertThat(Connector.from(erp).toJson(Product.WRITER)).contains("\"type\": \"Basic Auth\"");
        assertThat(shown("example.hmac", "").toJson(Product.WRITER)).contains("\"type\": \"Custom\"");
        assertThat(codes(Connector.from(erp).validate(Product.WRITER))).contains("writer_type_undocumented");
    }

    @Test
    void neverWritesAnEndpointWithAnOpenInput() {
        Connector connector = shown("oauth2", "https://{subdomain}.example.com/authorize");
        PluginManifest writer = PluginManifest.parse("{\"service\":\"WRITER\"}");

        assertThat(codes(connector.validate(Product.WRITER)))
                .contains("input_missing")
                .doesNotContain("placeholder_left");
        assertThatThrownBy(() -> put(writer, connector))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("input_missing"))
                .hasMessageContaining("give the service its inputs");
        assertThat(put(PluginManifest.parse("{\"service\":\"CRM\"}"), connector).toJson())
                .doesNotContain("subdomain");
    }

    private static PluginManifest put(PluginManifest manifest, Connector connector) {
        return manifest.upsert(connector);
    }

    @Test
    void writesEveryZohoServiceAsZohoOauthForDesk() {
        PluginManifest desk = PluginManifest.parse("{\"service\":\"DESK\",\"connectors\":[],\"locale\":[\"en\"],"
                + "\"storage\":false,\"modules\":{},\"config\":[],\"whiteListedDomains\":[]}");
        for (String service : List.of("zlabs_integration", "zoho_crm", "zoho_books", "zoho_anything")) {
            Connector connector =
                    Connector.from(connections.shared(basic(service, "Zoho").connection("C " + service)));

            PluginManifest changed = desk.upsert(connector);

            assertThat(changed.toJson())
                    .contains("\"serviceName\":\"zlabs_integration\"", "\"type\":\"connectors\"")
                    .contains("\"connectors\":[]");
            assertThat(codes(connector.validate(Product.DESK))).doesNotContain("service_name_unverified");
            assertThat(changed.validate()).allMatch(finding -> finding.severity() == Finding.Severity.HINT);
        }
    }

    @Test
    void leavesTheZohoServicesNamesAloneForOtherProducts() {
        Connector connector =
                Connector.from(connections.shared(basic("zoho_crm", "Zoho CRM").connection("CRM primary")));

        assertThat(connector.toJson(new Product("SPRINTS"))).contains("\"serviceName\": \"zoho_crm\"");
    }

    @Test
    void worksForAnyConnectionOfTheView() {
        connections.shared(basic("dropbox", "Dropbox").connection("Box"));

        assertThat(connections.all())
                .map(Connector::from)
                .extracting(Connector::linkName)
                .containsExactly("box");
    }
}
