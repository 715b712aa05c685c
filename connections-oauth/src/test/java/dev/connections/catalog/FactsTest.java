package dev.connections.catalog;

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

    /** Stripe takes the key as a user name without password or as a bearer token; the second is one field to ask for. */
    private static final Set<String> OTHER_WAY_OF_TWO = Set.of("stripe_api_key");

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
        if (!OTHER_WAY_OF_TWO.contains(entry.linkName())) {
            assertThat(entry.authenticationType()).isEqualTo(text(facts, "authType"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void agreesOnTheApiBase(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        String base = filled(facts, text(facts, "apiBaseUrl"));

        if (!base.isEmpty() && !base.contains("{")) {
            assertThat(service(entry).apiBase()).isEqualTo(base);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauth")
    void agreesOnTheEndpoints(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(text(settings, "authorization_endpoint")).isEqualTo(filled(facts, text(facts, "authorizationUrl")));
        assertThat(text(settings, "token_endpoint")).isEqualTo(filled(facts, text(facts, "tokenUrl")));
        assertThat(settings.at("/revocation/endpoint").asText()).isEqualTo(filled(facts, text(facts, "revocationUrl")));
        if (!ISSUER_VARIES.contains(entry.linkName()) && facts.has("issuer")) {
            assertThat(text(settings, "issuer")).isEqualTo(text(facts, "issuer"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauth")
    void agreesOnTheAuthorizationRequest(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(settings.path("scope_delimiter").asText(" ")).isEqualTo(text(facts, "scopeDelimiter"));
        assertThat(texts(settings.path("authorization_parameters")))
                .isEqualTo(texts(facts.path("authorizationParams")));
        assertThat(settings.at("/pkce/method").asText("S256").equals("off"))
                .isEqualTo(text(facts, "pkce").equals("unsupported"));
        assertThat(scopes(entry, settings)).containsAll(list(facts.path("defaultScopes")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oauth")
    void agreesOnTheTokenRequest(ServiceCatalog.Entry entry) throws IOException {
        JsonNode facts = factsOf(entry);
        JsonNode settings = settings(entry);

        assertThat(text(settings, "client_authentication")).isEqualTo(text(facts, "clientAuthentication"));
        assertThat(settings.at("/token_request/format").asText("form")).isEqualTo(text(facts, "tokenRequestFormat"));
        assertThat(texts(settings.at("/token_request/parameters"))).isEqualTo(texts(facts.path("tokenParams")));
        assertThat(texts(settings.at("/token_request/headers"))).isEqualTo(texts(facts.path("tokenHeaders")));
        assertThat(settings.has("refresh_request")).isFalse();
        assertThat(facts.has("refreshParams") ? texts(facts.path("refreshParams")) : texts(facts.path("tokenParams")))
                .isEqualTo(texts(settings.at("/token_request/parameters")));
    }

    @Test
    void agreesOnWhereKeysTravel() throws IOException {
        ServiceCatalog.Entry sendgrid = ServiceCatalog.bundled().get("sendgrid");
        JsonNode key = factsOf(sendgrid).path("apiKey");
        JsonNode parameter = settings(sendgrid).at("/parameters/0");

        assertThat(text(parameter, "name")).isEqualTo(text(key, "name"));
        assertThat(text(parameter, "place")).isEqualToIgnoringCase(text(key, "location"));
        assertThat(text(parameter, "format")).isEqualTo(text(key, "prefix") + "{key}");
    }

    @Test
    void agreesOnTheTokensOfSlack() throws IOException {
        ServiceCatalog.Entry slack = ServiceCatalog.bundled().get("slack");
        JsonNode response = factsOf(slack).path("tokenResponse");
        JsonNode ours = settings(slack).path("token_response");

        assertThat(ours.at("/tokens/user").asText()).isEqualTo(pointer(text(response, "alternateAccessTokenPath")));
        assertThat(ours.at("/success/pointer").asText()).isEqualTo(pointer(text(response, "successPath")));
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

    /** Fills the facts' own variables with what the walk says, or with their defaults. */
    private static String filled(JsonNode facts, String template) {
        String filled = template.replace("{storeURL}", "shop.example.com").replace("{subdomain}", "acme");
        for (JsonNode variable : facts.path("urlVariables")) {
            if (variable.has("default")) {
                filled = filled.replace("{" + text(variable, "name") + "}", text(variable, "default"));
            }
        }
        return filled;
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
