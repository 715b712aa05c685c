package dev.connections.testing.internal.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * Moves a service's document from a provider's hosts to loopback, and changes nothing else: values of parameters stay, even
 * where they name a host.
 */
final class Relocation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTTPS = "https://";
    private static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";

    /** Members whose values are the provider's business or are only read by people. */
    private static final Set<String> UNTOUCHED = Set.of(
            "authorization_parameters",
            "parameters",
            "headers",
            "source",
            "sources",
            "reason",
            "documentation",
            "notes");

    private final Hosts hosts;

    Relocation(Hosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Returns the document with every address here.
     *
     * @throws IllegalStateException if an endpoint is at a host that the provider does not have
     */
    String of(String json) {
        try {
            var document = (ObjectNode) moved("", JSON.readTree(json));
            document.put(PLAIN_HTTP, true);
            var settings = (ObjectNode) document.at("/authentication/settings");
            settings.put(PLAIN_HTTP, true).remove("console"); // nobody is sent there
            requireHere(settings);
            return document.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a service writes JSON", impossible);
        }
    }

    private JsonNode moved(String name, JsonNode node) {
        if (UNTOUCHED.contains(name)) {
            return node;
        }
        if (node instanceof ObjectNode object) {
            return name.equals("hosts") ? movedHosts(object) : movedMembers(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> copy.add(moved("", each)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(address(node.asText())) : node;
    }

    private ObjectNode movedMembers(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(each -> copy.set(each.getKey(), moved(each.getKey(), each.getValue())));
        return copy;
    }

    /** An allow-list: its names are hosts, and a name may begin with a wildcard. */
    private ObjectNode movedHosts(ObjectNode allowed) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        allowed.properties().forEach(each -> {
            JsonNode servers = moved("", each.getValue());
            copy.set(each.getKey(), servers);
            hosts.names().stream()
                    .filter(host -> matches(each.getKey(), host))
                    .forEach(host -> copy.set(hosts.authority(host), servers));
        });
        hosts.names().forEach(copy::remove);
        copy.remove(copy.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> name.startsWith("*"))
                .toList());
        return copy;
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
    }

    private String address(String text) {
        for (String host : hosts.names()) {
            String origin = HTTPS + host;
            if (text.equals(origin) || text.startsWith(origin + "/")) {
                return hosts.origin(host) + text.substring(origin.length());
            }
        }
        return text;
    }

    private static void requireHere(ObjectNode settings) {
        settings.findValues("endpoint").forEach(Relocation::requireHere);
        settings.properties().stream()
                .filter(each -> each.getKey().endsWith("_endpoint"))
                .forEach(each -> requireHere(each.getValue()));
    }

    private static void requireHere(JsonNode endpoint) {
        if (endpoint.asText().startsWith(HTTPS)) {
            throw new IllegalStateException("the definition names " + endpoint.asText()
                    + ", where this provider has nothing; compare it with the provider's documentation");
        }
    }
}
