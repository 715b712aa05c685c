package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.connections.ApiKey;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.ServiceFinding.Severity;
import dev.connections.oauth.OAuth2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLinterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Set<String> DECLARED = Set.of(
            "deviation_no_pkce",
            "deviation_plain_pkce",
            "deviation_get",
            "deviation_token_in_query",
            "deviation_expiry_from_jwt");

    private static final String ENTRY = """
            {
              "link_name": "acme",
              "name": "Acme",
              "category": "other",
              "documentation": "https://acme.example/docs",
              "resource_servers": ["https://api.acme.example"],
              "default_scopes": ["read"],
              "authentication": {
                "type": "oauth2",
                "version": 1,
                "settings": {
                  "grant": "authorization_code",
                  "authorization_endpoint": "https://acme.example/authorize",
                  "token_endpoint": "https://acme.example/token",
                  "client_authentication": "client_secret_post"
                }
              }
            }""";

    @TempDir
    private Path folder;

    private List<ServiceFinding> check(String entry) throws IOException {
        Path file = folder.resolve("services.json");
        Files.writeString(file, "{\"format\": 1, \"services\": [" + entry + "]}");
        return ServiceLinter.on(TODAY).checkFile(file);
    }

    private static String with(String member) {
        return ENTRY.replace("\"category\"", member + ", \"category\"");
    }

    private static String withSetting(String member) {
        return ENTRY.replace("\"client_authentication\"", member + ", \"client_authentication\"");
    }

    @Test
    void findsNothingInTheBundledCatalogueButDeclaredDeviations() {
        for (ServiceCatalog.Entry entry : ServiceCatalog.bundled().search("")) {
            assertThat(ServiceLinter.on(TODAY).check(entry))
                    .as(entry.linkName())
                    .filteredOn(finding -> finding.severity() != Severity.HINT)
                    .allSatisfy(finding -> {
                        assertThat(finding.code()).isIn(DECLARED);
                        assertThat(finding.problem()).contains(", because \"");
                    });
        }
    }

    @Test
    void saysOfEachLowConfidenceThatItIsOne() {
        long low = ServiceCatalog.bundled().search("").stream()
                .filter(entry -> entry.provenance().orElseThrow().confidence() == ServiceCatalog.Confidence.LOW)
                .count();

        assertThat(ServiceCatalog.bundled().search(""))
                .flatMap(entry -> ServiceLinter.on(TODAY).check(entry))
                .filteredOn(finding -> finding.code().equals("low_confidence"))
                .hasSize((int) low)
                .hasSizeGreaterThan(100);
    }

    @Test
    void findsNothingInAGoodEntry() throws IOException {
        assertThat(check(ENTRY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "introspection_endpoint": "http://acme.example/i"                       | ERROR   | http_url
            "revocation": {"endpoint": "https://other.example/revoke"}              | WARNING | domains_apart
            "authorization_parameters": {"client_secret": "hunter2"}                | ERROR   | secret_literal
            "token_request": {"headers": {"X-Auth": "Bearer abcdefgh1234"}}         | ERROR   | secret_literal
            "token_request": {"parameters": {"tenant": "{tenant}"}}                 | ERROR   | template_unknown
            "added_scopes": ["read,write"], "scope_delimiter": ","                  | ERROR   | scope_delimiter_in_scope
            "captures": [{"token_response": "/api_url"}]                            | ERROR   | captured_host_open
            "captures": [{"callback": "server", "resource_server": true}]           | ERROR   | captured_host_open
            "pkce": {"method": "off", "reason": "r", "source": "s"}                 | WARNING | deviation_no_pkce
            "pkce": {"method": "plain", "reason": "r", "source": "s"}               | WARNING | deviation_plain_pkce
            "token_request": {"get": {"reason": "r", "source": "s"}}                | WARNING | deviation_get
            "token_in_query": {"name": "t", "reason": "r", "source": "s"}           | WARNING | deviation_token_in_query
            "token_response": {"expiry_from_jwt": {"reason": "r", "source": "s"}}   | WARNING | deviation_expiry_from_jwt
            """)
    void findsInSettings(String member, Severity severity, String code) throws IOException {
        assertThat(check(withSetting(member)))
                .filteredOn(finding -> finding.code().equals(code))
                .hasSize(1)
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.pointer()).startsWith("/services/0/authentication/settings/");
                    assertThat(finding.toString())
                            .startsWith(severity.name().toLowerCase(java.util.Locale.ROOT) + " " + code
                                    + " at /services/0/");
                    assertThat(finding.advice()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "inputs": [{"name": "shop", "display_name": "Shop"}]                    | ERROR   | input_unused    | /services/0/inputs/0
            "sunset": {"date": "2026-11-20"}                                        | ERROR   | sunset_passed   | /services/0/sunset
            "sunset": {"date": "2027-02-18", "superseded_by": "v2"}                 | WARNING | sunset_near     | /services/0/sunset
            "confidence": "low", "agreement": 1, "checked": "2026-11-20"            | HINT    | low_confidence  | /services/0
            "console": "http://acme.example"                                        | ERROR   | http_url        | /services/0/console
            """)
    void findsInEntries(String member, Severity severity, String code, String pointer) throws IOException {
        assertThat(check(with(member)))
                .extracting(ServiceFinding::severity, ServiceFinding::code, ServiceFinding::pointer)
                .contains(tuple(severity, code, pointer));
    }

    @Test
    void looksNinetyDaysAhead() throws IOException {
        assertThat(check(with("\"sunset\": {\"date\": \"2027-02-19\"}"))).isEmpty();
    }

    @Test
    void missesWhatARefreshTokenNeeds() throws IOException {
        String google = ENTRY.replace("https://acme.example/authorize", "https://accounts.google.com/o/oauth2/v2/auth")
                .replace("https://acme.example/token", "https://accounts.google.com/token");
        String microsoft = google.replace("accounts.google.com", "login.microsoftonline.com");

        assertThat(check(google))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("warning offline_missing at /services/0/authentication/settings")
                        .contains("add \"access_type=offline\""));
        assertThat(check(microsoft))
                .singleElement()
                .satisfies(finding -> assertThat(finding.advice()).contains("the scope \"offline_access\""));
        assertThat(check(microsoft.replace("[\"read\"]", "[\"read\", \"offline_access\"]")))
                .isEmpty();
    }

    @Test
    void findsARefreshThatNothingLeadsTo() throws IOException {
        String minting = withSetting("\"refresh_request\": {\"parameters\": {\"a\": \"b\"}}")
                .replace("authorization_code", "client_credentials")
                .replace("\"authorization_endpoint\": \"https://acme.example/authorize\",", "");

        assertThat(check(minting))
                .extracting(ServiceFinding::code, ServiceFinding::pointer)
                .contains(tuple("refresh_unreachable", "/services/0/authentication/settings/refresh_request"));
    }

    @Test
    void believesDeclaredDomainsAlone() throws IOException {
        String other = withSetting("\"revocation\": {\"endpoint\": \"https://other.example/revoke\"}");
        String declared = other.replace(
                "\"category\"",
                "\"related_domains\": {\"domains\": [\"acme.example\", \"other.example\"], \"reason\": \"one owner\"},"
                        + " \"category\"");

        assertThat(check(other)).extracting(ServiceFinding::code).containsExactly("domains_apart");
        assertThat(check(declared)).isEmpty();
    }

    @Test
    void tellsWhatReadingAFileRefuses() throws IOException {
        assertThat(check(with("\"catgory\": \"x\""))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("catalogue_malformed");
            assertThat(finding.problem()).contains("catgory");
        });
    }

    @Test
    void showsNoSecretThatItFinds() throws IOException {
        assertThat(check(withSetting("\"authorization_parameters\": {\"password\": \"hunter2-hunter2\"}"))
                        .toString())
                .contains("secret_literal")
                .doesNotContain("hunter2");
    }

    @Test
    void checksServicesOfCode() {
        var code = Service.custom("Acme")
                .resourceServers("https://api.acme.example")
                .authentication(OAuth2.authorizationCode()
                        .authorizationEndpoint("https://acme.example/authorize")
                        .tokenEndpoint("https://elsewhere.example/token")
                        .client("id", Secret.of("secret"))
                        .withDeviationNoPkce("it answers 400", "its pages"));
        var key = Service.custom("Keys")
                .resourceServers("https://api.acme.example")
                .authentication(ApiKey.inQuery("k"));

        assertThat(ServiceLinter.on(TODAY).check(code))
                .extracting(ServiceFinding::code)
                .containsExactlyInAnyOrder("domains_apart", "deviation_no_pkce");
        assertThat(ServiceLinter.on(TODAY).check(key))
                .extracting(ServiceFinding::code, ServiceFinding::pointer)
                .containsExactly(tuple("key_in_query", "/authentication/settings/parameters/0"));
    }

    @Test
    void asksForDocumentationWhenTold() {
        ServiceCatalog.Entry acclaim = ServiceCatalog.bundled().get("acclaim");

        assertThat(ServiceLinter.on(TODAY).check(acclaim))
                .extracting(ServiceFinding::code)
                .doesNotContain("documentation_missing");
        assertThat(ServiceLinter.on(TODAY).withMissingDocumentation().check(acclaim))
                .extracting(ServiceFinding::code)
                .contains("documentation_missing");
    }
}
