package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Field;
import dev.connections.Input;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.TokenLimits;
import dev.connections.catalog.ServiceCatalog.Confidence;
import dev.connections.catalog.ServiceCatalog.Entry;
import dev.connections.catalog.ServiceCatalog.Provenance;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCatalogTest {
    private static final Map<String, Secret> SECRETS = Map.of("client_secret", Secret.of("x"));

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

    static Stream<Entry> withInputs() {
        return ServiceCatalog.bundled().search("").stream()
                .filter(entry -> !serviceAsking(entry).inputs().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withInputs")
    void isTheSameServiceWhenItsInputsAreGivenLater(Entry entry) {
        Service<?> open = serviceAsking(entry);
        var values = new HashMap<String, String>();
        open.inputs()
                .forEach(input -> values.put(
                        input.name(),
                        input.options().stream()
                                .findFirst()
                                .or(input::example)
                                .or(input::defaultValue)
                                .orElseThrow()));

        Service<?> filled = open.withInputValues(values);

        assertThat(ServiceSchema.errors(open.toJson())).isEmpty();
        assertThat(Service.fromJson(open.toJson(), SECRETS).toJson()).isEqualTo(open.toJson());
        assertThat(filled.inputs()).isEmpty();
        assertThat(filled.toJson()).isEqualTo(serviceOf(entry, values).toJson());
    }

    @Test
    void asksForInputsWhenConnectingIfToldSo() {
        Entry shopify = catalog.get("shopify").askingWhenConnecting();

        assertThat(shopify.fields().get(0).required()).isFalse();
        assertThat(serviceAsking(shopify).inputs()).extracting(Input::name).containsExactly("subdomain");
        assertThat(serviceAsking(shopify).resourceServers()).containsExactly("https://{subdomain}.myshopify.com");
        assertThat(DefaultServices.SHOPIFY
                        .askingWhenConnecting()
                        .client("x", Secret.of("x"))
                        .toJson())
                .isEqualTo(serviceAsking(shopify).toJson());
        assertThat(shopify.withValues(Map.of("subdomain", "acme", "client_id", "x", "client_secret", "x"))
                        .inputs())
                .isEmpty();
    }

    @Test
    void tellsZohosLimits() {
        assertThat(catalog.search("zoho"))
                .filteredOn(entry ->
                        entry.fields().stream().anyMatch(field -> field.name().equals("data_center")))
                .hasSizeGreaterThan(10)
                .allSatisfy(entry -> assertThat(serviceOf(entry, Map.of()).limits())
                        .contains(new TokenLimits(10, Duration.ofMinutes(10), 15, 20)));
    }

    @ParameterizedTest
    @CsvSource({
        "github, read:user, Read the profile",
        "zoho_crm, ZohoCRM.modules.READ, Records of all modules: read",
        "zoho_people, ZOHOPEOPLE.leave.ALL, Leave: everything"
    })
    void listsScopesWithTheirMeaning(String linkName, String scope, String meaning) {
        assertThat(serviceOf(linkName).scopes()).contains(Field.text(scope, meaning));
    }

    private static Service<?> serviceAsking(Entry entry) {
        var values = new HashMap<String, String>();
        entry.askingWhenConnecting().fields().stream()
                .filter(Field::required)
                .forEach(field -> values.put(field.name(), value(field)));
        return entry.askingWhenConnecting().withValues(values);
    }

    private static Service<?> serviceOf(Entry entry, Map<String, String> inputs) {
        var values = new HashMap<>(inputs);
        entry.fields().stream()
                .filter(Field::required)
                .forEach(field -> values.putIfAbsent(field.name(), value(field)));
        return entry.withValues(values);
    }

    private static String value(Field field) {
        return field.name().equals("resource_server")
                ? "https://api.example.com"
                : field.options().stream().findFirst().orElse("x");
    }

    private Service<?> serviceOf(String linkName) {
        Entry entry = catalog.get(linkName);
        return serviceOf(entry, entry.examples());
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
