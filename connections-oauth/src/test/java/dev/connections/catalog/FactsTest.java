package dev.connections.catalog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries say what the collected facts say, field by field, wherever both say something. */
class FactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> FACTS = facts();

    /** Zoho's own list calls the common service by another name. */
    private static final Map<String, String> NAMES = Map.of("zlabs_integration", "zoho");

    /** Entries without facts of their own: products of Zoho, on the family's endpoints. */
    private static final Set<String> OF_THE_FAMILY = Set.of("zoho_writer", "zoho_creator");

    /** Microsoft's callbacks would name the tenant, not the common issuer of the facts. */
    private static final Set<String> ISSUER_VARIES = Set.of("microsoft", "onedrive", "outlook");

    /** Entries whose addresses say the same in another way, and how. */
    private static final Map<String, String> OTHER_ADDRESSES = Map.ofEntries(
            entry("baserow", "the input is a host, not an address"),
            entry("basecamp", "the account is a part of each path"),
            entry("battlenet", "the hosts that sources name, instead of any domain called battle"),
            entry("freshsales", "the input is a host, the path is the same for all"),
            entry("github_app_oauth", "the input is the app, not its page"),
            entry("gong_oauth", "the address is captured; until then the default"),
            entry("hubspot", "its undated endpoints end on 2027-02-16 (developers.hubspot.com/changelog)"),
            entry("intuit", "host names are in lower case"),
            entry("myob", "the company is captured and a part of each path"),
            entry("n8n", "the input is a host, not an address"),
            entry("netdocuments", "one input with five options"),
            entry("pipedrive", "the address is captured; until then the common one"),
            entry("smartsheet", "one input for both hosts, so that they agree"),
            entry("splunk", "the port of its API is the same for all"),
            entry("strapi", "the input is a host, not an address"),
            entry("teamwork", "the address is captured; until then the common one"));

    /** Services whose own pages or libraries name a revocation endpoint that no source has. */
    private static final Set<String> ENDED_BESIDES = Set.of("xero");

    /** Services without refresh tokens: a token is exchanged for a new one, in the quirks' words. */
    private static final Set<String> EXCHANGING = Set.of("facebook", "instagram", "threads");

    /** Entries whose labels are the service's own words of today. */
    private static final Set<String> OWN_LABELS = Set.of("woocommerce");

    static Stream<ServiceCatalog.Entry> entries() {
        return ServiceCatalog.bundled().search("").stream().filter(entry -> !OF_THE_FAMILY.contains(entry.linkName()));
    }

    static Stream<ServiceCatalog.Entry> oauth() {
        return entries().filter(entry -> entry.authenticationType().equals("oauth2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void agreesOnCategoryProvenanceAndType(ServiceCatalog.Entry entry) {
        JsonNode facts = factsOf(entry);
        var provenance = entry.provenance().orElseThrow();

        assertThat(entry.category())
                .isEqualTo(entry.linkName().equals("zlabs_integration") ? "other" : text(facts, "category"));
        assertThat(provenance.confidence().name().toLowerCase(Locale.ROOT)).isEqualTo(text(facts, "confidence"));
        assertThat(provenance.agreement()).isEqualTo(facts.path("agreement").asInt());
        assertThat(entry.authenticationType()).isEqualTo(authenticationType(facts));
    }

    static Stream<ServiceCatalog.Entry> atTheSameAddresses() {
        return entries().filter(entry -> !OTHER_ADDRESSES.containsKey(entry.linkName()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("atTheSameAddresses")
    void agreesOnTheApiBase(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        String base = filled(entry, facts, text(facts, "apiBaseUrl"));

        if (!base.isEmpty() && !base.contains("{")) {
            assertThat(service(entry).apiBase()).isEqualTo(base);
        }
    }

    static Stream<ServiceCatalog.Entry> oauthAtTheSameAddresses() {
        return oauth().filter(entry -> !OTHER_ADDRESSES.containsKey(entry.linkName()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauthAtTheSameAddresses")
    void agreesOnTheEndpoints(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(text(settings, "authorization_endpoint"))
                .isEqualTo(filled(entry, facts, text(facts, "authorizationUrl")));
        assertThat(text(settings, "token_endpoint")).isEqualTo(filled(entry, facts, text(facts, "tokenUrl")));
        if (!ENDED_BESIDES.contains(entry.linkName())) {
            assertThat(settings.at("/revocation/endpoint").asText())
                    .isEqualTo(filled(entry, facts, text(facts, "revocationUrl")));
        }
        if (!ISSUER_VARIES.contains(entry.linkName()) && facts.has("issuer")) {
            assertThat(text(settings, "issuer")).isEqualTo(filled(entry, facts, text(facts, "issuer")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauth")
    void agreesOnTheAuthorizationRequest(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(settings.path("scope_delimiter").asText(" ")).isEqualTo(text(facts, "scopeDelimiter"));
        Map<String, String> fixed = filled(entry, facts, facts.path("authorizationParams"));
        if (facts.path("quirks").toString().contains("response_mode=form_post")) {
            fixed.put("response_mode", "form_post");
        }
        assertThat(texts(settings.path("authorization_parameters"))).isEqualTo(fixed);
        assertThat(settings.at("/pkce/method").asText("S256").equals("off"))
                .isEqualTo(text(facts, "pkce").equals("unsupported"));
        assertThat(scopes(entry, settings)).containsAll(list(facts.path("defaultScopes")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauth")
    void agreesOnTheTokenRequest(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(text(settings, "client_authentication")).isEqualTo(clientAuthentication(facts));
        assertThat(settings.at("/token_request/format").asText("form")).isEqualTo(text(facts, "tokenRequestFormat"));
        assertThat(texts(settings.at("/token_request/headers"))).isEqualTo(texts(facts.path("tokenHeaders")));
        assertThat(texts(settings.at("/token_request/parameters")))
                .isEqualTo(filled(entry, facts, facts.path("tokenParams")));
        if (!EXCHANGING.contains(entry.linkName())) {
            JsonNode refresh = settings.path(settings.has("refresh_request") ? "refresh_request" : "token_request");
            assertThat(texts(refresh.path("parameters")))
                    .isEqualTo(filled(
                            entry, facts, facts.path(facts.has("refreshParams") ? "refreshParams" : "tokenParams")));
        }
    }

    static Stream<ServiceCatalog.Entry> keys() {
        return entries().filter(entry -> factsOf(entry).has("apiKey"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void agreesOnWhereKeysTravel(ServiceCatalog.Entry entry) throws IOException {
        JsonNode key = factsOf(entry).path("apiKey");
        JsonNode parameter = settings(entry).at("/parameters/0");

        assertThat(text(parameter, "name")).isEqualTo(text(key, "name"));
        assertThat(text(parameter, "place")).isEqualToIgnoringCase(text(key, "location"));
        assertThat(text(parameter, "format")).isEqualTo(text(key, "prefix") + "{key}" + text(key, "suffix"));
    }

    static Stream<ServiceCatalog.Entry> passwords() {
        return entries().filter(entry -> factsOf(entry).has("basic"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passwords")
    void agreesOnUserNamesAndPasswords(ServiceCatalog.Entry entry) throws IOException {
        JsonNode basic = factsOf(entry).path("basic");
        JsonNode settings = settings(entry);

        if (basic.has("passwordFixed")) {
            assertThat(settings.at("/parameters/0/format").asText())
                    .isEqualTo("Basic {base64({key}:" + text(basic, "passwordFixed") + ")}");
        } else if (basic.has("usernameFixed")) {
            assertThat(settings.at("/parameters/0/format").asText())
                    .isEqualTo("Basic {base64(" + text(basic, "usernameFixed") + ":{key})}");
        } else if (!OWN_LABELS.contains(entry.linkName())) {
            assertThat(settings.at("/username/display_name").asText()).isEqualTo(text(basic, "usernameLabel"));
            assertThat(settings.at("/password/display_name").asText()).isEqualTo(text(basic, "passwordLabel"));
        }
    }

    static Stream<ServiceCatalog.Entry> oauth1() {
        return entries().filter(entry -> entry.authenticationType().equals("oauth1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauth1")
    void agreesOnTheLegsOfOAuth1(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(text(settings, "request_token_endpoint")).isEqualTo(text(facts, "requestTokenUrl"));
        assertThat(text(settings, "authorization_endpoint")).isEqualTo(text(facts, "authorizationUrl"));
        assertThat(text(settings, "token_endpoint")).isEqualTo(text(facts, "tokenUrl"));
        assertThat(text(settings, "signature").replace('_', '-')).isEqualToIgnoringCase(text(facts, "signatureMethod"));
        assertThat(texts(settings.path("request_token_parameters"))).isEqualTo(texts(facts.path("requestTokenParams")));
        assertThat(texts(settings.path("authorization_parameters")))
                .isEqualTo(texts(facts.path("authorizationParams")));
    }

    @Test
    void hasAnEntryForEachService() {
        var missing = new TreeSet<>(FACTS.keySet());
        NAMES.values().forEach(missing::remove);
        ServiceCatalog.bundled().search("").forEach(entry -> missing.remove(entry.linkName()));

        assertThat(missing).isEmpty();
    }

    @Test
    void agreesOnTheTokensOfSlack() throws IOException {
        ServiceCatalog.Entry slack = ServiceCatalog.bundled().get("slack");
        JsonNode response = factsOf(slack).path("tokenResponse");
        JsonNode ours = settings(slack).path("token_response");

        assertThat(ours.at("/tokens/user").asText()).isEqualTo(pointer(text(response, "alternateAccessTokenPath")));
        assertThat(ours.at("/success/pointer").asText()).isEqualTo(pointer(text(response, "successPath")));
    }

    /** Where nobody knows the method, the one that most libraries use without asking. */
    private static String clientAuthentication(JsonNode facts) {
        String known = text(facts, "clientAuthentication");
        return known.equals("unknown") || known.equals("other") ? "client_secret_post" : known;
    }

    private static Service<?> service(ServiceCatalog.Entry entry) {
        var values = new HashMap<>(Walk.values(entry));
        values.computeIfPresent("data_center", (field, home) -> "US"); // the facts' default
        return entry.withValues(values);
    }

    private static JsonNode settings(ServiceCatalog.Entry entry) throws IOException {
        return JSON.readTree(service(entry).toJson()).at("/authentication/settings");
    }

    private static JsonNode factsOf(ServiceCatalog.Entry entry) {
        return FACTS.get(NAMES.getOrDefault(entry.linkName(), entry.linkName()));
    }

    /** Fills the facts' variables with what the walk says, or with their defaults. */
    private static String filled(ServiceCatalog.Entry entry, JsonNode facts, String template) {
        Map<String, String> said = Walk.values(entry);
        String filled = template;
        for (JsonNode variable : facts.path("urlVariables")) {
            String name = text(variable, "name");
            String value = said.getOrDefault(inputName(name), text(variable, "default"));
            filled = value.isEmpty() ? filled : filled.replace("{" + name + "}", value);
        }
        return filled;
    }

    private static Map<String, String> filled(ServiceCatalog.Entry entry, JsonNode facts, JsonNode parameters) {
        Map<String, String> filled = texts(parameters);
        filled.replaceAll((name, value) -> filled(entry, facts, value));
        filled.values().removeIf(value -> value.contains("{"));
        return filled;
    }

    private static String inputName(String variable) {
        return variable.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Who is asked for one value is asked for a key, wherever it travels. */
    private static String authenticationType(JsonNode facts) {
        JsonNode basic = facts.path("basic");
        return basic.has("usernameFixed") || basic.has("passwordFixed") ? "api_key" : text(facts, "authType");
    }

    private static Set<String> scopes(ServiceCatalog.Entry entry, JsonNode settings) {
        var scopes = new TreeSet<>(service(entry).defaultScopes());
        scopes.addAll(list(settings.path("added_scopes")));
        return scopes;
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/');
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    private static List<String> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, JsonNode> facts() {
        try (InputStream in = FactsTest.class.getResourceAsStream("facts.json")) {
            var facts = new TreeMap<String, JsonNode>();
            JSON.readTree(in).forEach(each -> facts.put(text(each, "id"), each));
            return facts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
