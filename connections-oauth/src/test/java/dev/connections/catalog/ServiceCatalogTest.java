package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Field;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog.Confidence;
import dev.connections.catalog.ServiceCatalog.Entry;
import dev.connections.catalog.ServiceCatalog.Provenance;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCatalogTest {
    private final ServiceCatalog catalog = ServiceCatalog.bundled();

    @Test
    void findsEachServiceByItsLinkName() {
        assertThat(catalog.search(""))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(catalog.find(entry.linkName()).map(Entry::name))
                        .contains(entry.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "zoho", "zoho_crm2", "zoho_cr", "ZOHO_CRM", "zzz", "\t", "zoho_crm\tcrm", "é"})
    void findsNothingUnderAnyOtherName(String linkName) {
        assertThat(catalog.find(linkName)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nextcloud", "gitlab_pat", "woocommerce", "baserow", "zitadel"})
    void keepsWhatAUserNamesAsTheWholeHostFromOnesOwnNetwork(String linkName) {
        assertThat(serviceOf(linkName).toJson()).contains("\"public_addresses_only\":true");
    }

    @Test
    void keepsATypedResourceServerFromOnesOwnNetwork() {
        assertThat(serviceOf("acclaim").toJson()).contains("\"public_addresses_only\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "servicenow", "shopify", "zoho_crm"})
    void leavesHostsAloneThatTheEntryNames(String linkName) {
        assertThat(serviceOf(linkName).toJson()).doesNotContain("public_addresses_only");
    }

    private Service<?> serviceOf(String linkName) {
        Entry entry = catalog.get(linkName);
        var values = new HashMap<>(entry.examples());
        for (Field field : entry.fields()) {
            values.putIfAbsent(
                    field.name(),
                    field.name().equals("resource_server")
                            ? "https://api.example.com"
                            : field.options().stream().findFirst().orElse("x"));
        }
        values.keySet()
                .removeIf(name ->
                        entry.fields().stream().anyMatch(field -> field.name().equals(name) && !field.required()));
        return entry.withValues(values);
    }

    @ParameterizedTest
    @CsvSource({
        "zoho_crn, zoho_crm",
        "Zoho CRM, zoho_crm",
        "git-hub, github",
        "drive, google_drive",
        "sendgird, sendgrid"
    })
    void namesTheNearestServicesWhenThereIsNoneOfThatName(String linkName, String meant) {
        assertThatThrownBy(() -> catalog.get(linkName))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("\"" + linkName + "\"")
                .hasMessageContaining(meant)
                .hasMessageContaining("Service.custom(…)")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("unknown_service");
    }

    @Test
    void offersTheSearchWhenNothingIsNear() {
        assertThatThrownBy(() -> catalog.get("x".repeat(100_000)))
                .hasMessageContaining("look for it with search(…)")
                .message()
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({"ZOHO D, zoho_desk", "crm, zoho_crm", "payments, stripe", "basic, twilio", "Google Sh, google_sheets"})
    void searchesLinkNameNameCategoryAndType(String text, String found) {
        assertThat(catalog.search(text))
                .extracting(Entry::linkName)
                .contains(found)
                .doesNotContain("github");
    }

    @ParameterizedTest
    @CsvSource({"crm api_key, copper_api_key", "'  OAuth1   music ', discogs", "sheets google, google_sheets"})
    void findsWhatMatchesEachWord(String text, String found) {
        assertThat(catalog.search(text))
                .extracting(Entry::linkName)
                .contains(found)
                .doesNotContain("zoho_crm", "github", "google_drive");
        assertThat(catalog.search(text + " nowhere")).isEmpty();
    }

    @Test
    void asksForDataCenterAndClient() {
        assertThat(catalog.get("zoho_crm").fields())
                .containsExactly(
                        new Field(
                                "data_center",
                                "Data center",
                                false,
                                true,
                                java.util.List.of("US", "EU", "IN", "AU", "JP", "CA", "SA", "UK", "CN")),
                        Field.text("client_id", "Client ID"),
                        Field.secret("client_secret", "Client secret"));
    }

    @Test
    void asksForInputsFirstAndSaysWhichHaveDefaults() {
        assertThat(catalog.get("zendesk").fields()).first().isEqualTo(Field.text("subdomain", "Subdomain"));
        assertThat(catalog.get("microsoft").fields())
                .first()
                .extracting(Field::required)
                .isEqualTo(false);
        assertThat(catalog.get("microsoft_dynamics").fields())
                .last()
                .isEqualTo(Field.text("resource_server", "API address"));
        assertThat(catalog.get("sendgrid").fields()).isEmpty();
    }

    @Test
    void tellsHowSureItIsAndWhereToRead() {
        Entry github = catalog.get("github");

        assertThat(github.provenance()).contains(new Provenance(Confidence.HIGH, 24, LocalDate.of(2026, 11, 20)));
        assertThat(github.console()).contains(URI.create("https://github.com/settings/developers"));
        assertThat(github.documentation()).isPresent();
    }

    @Test
    void hasProvenanceForEveryService() {
        assertThat(catalog.search(""))
                .allSatisfy(entry ->
                        assertThat(entry.provenance()).map(Provenance::checked).contains(LocalDate.of(2026, 11, 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data_center", "client_id", "client_secret"})
    void namesTheFieldThatIsMissing(String field) {
        var values = new HashMap<>(Map.of("data_center", "EU", "client_id", "id", "client_secret", "s3cr3t-typed"));
        values.remove(field);

        assertThatThrownBy(() -> catalog.get("zoho_crm").withValues(values))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("Zoho CRM (zoho_crm) needs a value for \"" + field + "\"; ")
                .hasMessageNotContaining("s3cr3t-typed")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_missing");
    }

    @Test
    void namesTheFieldThatNobodyAskedFor() {
        assertThatThrownBy(() -> catalog.get("sendgrid").withValues(Map.of("api_key", "s3cr3t-typed")))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("does not ask for \"api_key\"")
                .hasMessageContaining("leave it out")
                .hasMessageNotContaining("s3cr3t-typed")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_unknown");
    }

    @Test
    void listsTheFieldsThereAreBesideOneThatIsUnknown() {
        var values = Map.of("data_center", "EU", "client_id", "id", "client_secret", "x", "scope", "y");

        assertThatThrownBy(() -> catalog.get("zoho_crm").withValues(values))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("does not ask for \"scope\"; it asks for [data_center, client_id, client_secret]")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_unknown");
    }

    @Test
    void listsTheDataCentersWhenAnotherIsGiven() {
        assertThatThrownBy(() -> catalog.get("zoho_crm")
                        .withValues(Map.of("data_center", "MARS", "client_id", "id", "client_secret", "x")))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("\"MARS\"")
                .hasMessageContaining("give one of [US, EU, IN, AU, JP, CA, SA, UK, CN]")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @Test
    void refusesAnApiAddressThatIsNotHttps() {
        assertThatThrownBy(() -> catalog.get("microsoft_dynamics")
                        .withValues(Map.of(
                                "client_id", "id", "client_secret", "x", "resource_server", "http://acme.example")))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("https")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("endpoint_not_https");
    }
}
