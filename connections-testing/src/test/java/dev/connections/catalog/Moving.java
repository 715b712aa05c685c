package dev.connections.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationFlow;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves services of the catalogue to loopback: each of their hosts is the same one there, and paths stay. */
record Moving(Loopback hosts, String host, Secret secret) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";
    private static final String PARAMETERS = "authorization_parameters";

    @SuppressWarnings("unchecked") // the callers know the flow of the entries they choose
    <F extends AuthorizationFlow> Service<F> service(String linkName) throws JsonProcessingException {
        ServiceCatalog.Entry entry = ServiceCatalog.bundled().get(linkName);
        String json = entry.withValues(values(entry)).toJson();
        String moved = json.replaceAll("\"https://[^/\"]+", '"' + hosts.origin(host))
                .replaceAll("\"[a-z0-9*-]+[.][a-z0-9.*-]+\":\\[", '"' + hosts.authority(host) + "\":[");
        var document = (ObjectNode) JSON.readTree(moved);
        document.put(PLAIN_HTTP, true);
        JsonNode unmoved = JSON.readTree(json);
        if (unmoved.has("headers")) { // they name no endpoint, and parameters none either
            document.set("headers", unmoved.path("headers"));
        }
        if (entry.authenticationType().startsWith("oauth")) {
            settings((ObjectNode) document.at("/authentication/settings"), unmoved.at("/authentication/settings"));
        }
        Map<String, Secret> secrets = json.contains("\"secret\"") ? Map.of("client_secret", secret) : Map.of();
        return (Service<F>) Service.fromJson(document.toString(), secrets);
    }

    private static void settings(ObjectNode moved, JsonNode unmoved) {
        moved.put(PLAIN_HTTP, true).remove(List.of("issuer", "console"));
        if (unmoved.has(PARAMETERS)) {
            moved.set(PARAMETERS, unmoved.path(PARAMETERS));
        }
        if (unmoved.at("/refresh_request/parameters").isObject()) {
            ((ObjectNode) moved.get("refresh_request")).set("parameters", unmoved.at("/refresh_request/parameters"));
        }
    }

    private Map<String, String> values(ServiceCatalog.Entry entry) {
        var values = new HashMap<String, String>();
        for (Field field : entry.fields()) {
            if (field.required()) {
                values.put(field.name(), value(entry, field));
            }
        }
        return values;
    }

    private String value(ServiceCatalog.Entry entry, Field field) {
        return switch (field.name()) {
            case "client_id" -> FactsProvider.CLIENT;
            case "client_secret" -> secret.reveal();
            case "resource_server" -> "https://api.example.com";
            default ->
                field.options().stream()
                        .findFirst()
                        .orElseGet(() -> entry.examples().get(field.name()));
        };
    }
}
