package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of a service, read from the collected facts and not from its entry: whoever knows both sides from one
 * text proves nothing.
 *
 * @param json the facts
 */
record Facts(JsonNode json) {
    /** What the providers' own pages say by now, where the collected facts are older or silent. */
    private static final Map<String, Map<String, String>> SINCE = Map.of(
            "hubspot",
            Map.of(
                    "tokenUrl", "https://api.hubapi.com/oauth/2026-03/token",
                    "revocationUrl", "https://api.hubapi.com/oauth/2026-03/token/revoke"),
            "xero",
            Map.of("revocationUrl", "https://identity.xero.com/connect/revocation"));

    private static final Path FILE = Stream.of(Path.of(".."), Path.of(""))
            .map(folder -> folder.resolve("connections-oauth/src/test/resources/dev/connections/catalog/facts.json"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();

    /** Products of Zoho without facts of their own are on the family's endpoints. */
    private static final Set<String> OF_ZOHO = Set.of("zlabs_integration", "zoho_writer", "zoho_creator");

    private static final Map<String, Facts> ALL = all();

    /** Returns what is known of the service of an entry. */
    static Facts of(String linkName) {
        Facts facts = ALL.get(OF_ZOHO.contains(linkName) ? "zoho" : linkName);
        assertThat(facts).as("facts of " + linkName).isNotNull();
        return facts;
    }

    private static Map<String, Facts> all() {
        var all = new TreeMap<String, Facts>();
        try {
            for (JsonNode each : new ObjectMapper().readTree(FILE.toFile())) {
                SINCE.getOrDefault(each.path("id").asText(), Map.of()).forEach(((ObjectNode) each)::put);
                all.put(each.path("id").asText(), new Facts(each));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }

    String text(String name) {
        return json.path(name).asText("");
    }

    boolean has(String name) {
        return json.has(name);
    }

    boolean grants(String grantType) {
        return texts(json.path("grantTypes")).contains(grantType);
    }

    boolean isOAuth2WithBrowser() {
        return text("authType").equals("oauth2") && grants("authorization_code");
    }

    /** What a quirk says in words. */
    boolean responseTypeIsNamed() {
        return !json.path("quirks").toString().contains("response_type is named");
    }

    /** DingTalk's quirk says the names of its JSON body. */
    String grantTypeName() {
        return json.path("quirks").toString().contains("grantType") ? "grantType" : "grant_type";
    }

    /** The name in requests is the one in responses. */
    String refreshTokenName() {
        String name = json.path("tokenResponse").path("refreshTokenPath").asText("refresh_token");
        return grantTypeName().equals("grantType") ? name : "refresh_token";
    }

    String clientId() {
        boolean inBodyAlone = json.path("quirks").toString().contains("JSON token body with clientId");
        return inBodyAlone ? "client_id" : json.path("clientIdParam").asText("client_id");
    }

    String clientSecret() {
        if (logsIn()) {
            return "password";
        }
        return isOfACompany() ? "corpsecret" : json.path("clientSecretParam").asText("client_secret");
    }

    String clientIdAtTokenEndpoint() {
        if (logsIn()) {
            return "username";
        }
        return isOfACompany() ? "corpid" : json.path("clientIdParam").asText("client_id");
    }

    /** ZoomInfo's own way: a user's name and password in JSON, in its documentation. */
    boolean logsIn() {
        return grants("client_credentials") && text("clientAuthentication").equals("other");
    }

    private boolean isOfACompany() {
        return json.path("quirks").toString().contains("corpid/corpsecret at token endpoint");
    }

    /** Returns fixed parameters whose value is known without inputs. */
    Map<String, String> parameters(String name) {
        var parameters = new TreeMap<String, String>();
        json.path(name).properties().forEach(each -> {
            if (!each.getValue().asText().contains("{")) {
                parameters.put(each.getKey(), each.getValue().asText());
            }
        });
        return parameters;
    }

    /** Tells whether a template's variable may be left out. */
    boolean isOptional(String template) {
        for (JsonNode each : json.path("urlVariables")) {
            if (template.contains("{" + each.path("name").asText() + "}")) {
                return each.path("optional").asBoolean();
            }
        }
        return false;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return text("id");
    }
}
