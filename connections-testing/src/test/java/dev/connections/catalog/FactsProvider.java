package dev.connections.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.catalog.Loopback.Received;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A provider as the collected facts describe it. It answers what they say, and writes down each thing about a request
 * that they do not allow.
 */
final class FactsProvider {
    static final String CLIENT = "client-7";
    static final String REDIRECT = "https://app.example.com/callback";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Facts facts;
    private final String secret;
    private final List<String> wrong = new ArrayList<>();
    private int issued;

    FactsProvider(Facts facts, String secret) {
        this.facts = facts;
        this.secret = secret;
    }

    /** Returns what was wrong with the requests so far. */
    List<String> complaints() {
        return wrong;
    }

    /** Looks at where a browser is sent. */
    void authorize(URI request, List<String> scopes) {
        Map<String, String> query = Loopback.parameters(request.getRawQuery());
        require(facts.clientId(), CLIENT, query);
        complain(facts.responseTypeIsNamed() != query.containsKey("response_type"), "response_type or none");
        require("redirect_uri", REDIRECT, query);
        String asked = String.join(facts.text("scopeDelimiter").replace('+', ' '), scopes);
        complain(!query.getOrDefault("scope", "").startsWith(asked), "scope does not begin with " + asked);
        facts.parameters("authorizationParams").forEach((name, value) -> require(name, value, query));
        boolean bound = query.containsKey("code_challenge");
        complain(bound == facts.text("pkce").equals("unsupported"), "code_challenge " + (bound ? "sent" : "missing"));
    }

    /** Looks at how a code was exchanged. */
    void exchanged(Received request) {
        Map<String, String> body = body(request);
        at("tokenUrl", request);
        require(facts.grantTypeName(), "authorization_code", body);
        require("code", "c-1", body);
        require("redirect_uri", REDIRECT, body);
        boolean bound = body.containsKey("code_verifier");
        complain(bound == facts.text("pkce").equals("unsupported"), "code_verifier " + (bound ? "sent" : "missing"));
        facts.parameters("tokenParams").forEach((name, value) -> require(name, value, body));
        client(request, body);
    }

    /** Looks at how the first refresh token was used. */
    void refreshed(Received request) {
        Map<String, String> body = body(request);
        at(facts.has("refreshUrl") ? "refreshUrl" : "tokenUrl", request);
        require(facts.grantTypeName(), "refresh_token", body);
        require(facts.refreshTokenName(), "r-1", body);
        facts.parameters(facts.has("refreshParams") ? "refreshParams" : "tokenParams")
                .forEach((name, value) -> require(name, value, body));
        client(request, body);
    }

    /** Looks at how a client asked for a token of its own. */
    void asked(Received request) {
        Map<String, String> body = body(request);
        at("tokenUrl", request);
        if (facts.logsIn()) {
            complain(body.containsKey("grant_type"), "grant_type sent");
        } else {
            require(facts.grantTypeName(), "client_credentials", body);
        }
        facts.parameters("tokenParams").forEach((name, value) -> require(name, value, body));
        client(request, body);
    }

    /** Looks at how a token was ended. */
    void revoked(Received request) {
        at("revocationUrl", request);
    }

    private void at(String url, Received request) {
        String known = facts.text(url).replaceFirst("https://[^/]+", "");
        complain(!known.contains("{") && !known.equals(request.path()), request.path() + " is not " + known);
    }

    private void client(Received request, Map<String, String> body) {
        if (facts.text("clientAuthentication").equals("client_secret_basic")) {
            String pair =
                    Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.US_ASCII));
            complain(!("Basic " + pair).equals(request.header("Authorization")), "no Basic authentication");
            complain(body.containsKey(facts.clientSecret()), "the secret twice");
        } else {
            require(facts.clientIdAtTokenEndpoint(), CLIENT, body);
            require(facts.clientSecret(), secret, body);
            complain(request.header("Authorization") != null, "an Authorization header");
        }
        facts.parameters("tokenHeaders")
                .forEach((name, value) -> complain(!value.equals(request.header(name)), "header " + name));
    }

    /** Returns the next answer of the token endpoint. */
    String answer(String extra) {
        issued++;
        var answer = JSON.createObjectNode();
        put(answer, path("accessTokenPath", "access_token"), "a-" + issued);
        if (facts.grants("refresh_token")) {
            put(answer, path("refreshTokenPath", "refresh_token"), "r-" + issued);
        }
        if (facts.json().path("tokenResponse").has("expiresAtPath")) {
            put(answer, path("expiresAtPath", ""), "2026-11-20T09:00:00Z");
        } else {
            put(answer, path("expiresInPath", "expires_in"), "3600");
        }
        put(answer, List.of("token_type"), "bearer");
        tree(extra).properties().forEach(each -> answer.set(each.getKey(), each.getValue()));
        return answer.toString();
    }

    /** What has no path of its own lies beside the access token. */
    private List<String> path(String name, String standard) {
        JsonNode paths = facts.json().path("tokenResponse");
        String beside = paths.path("accessTokenPath").asText("").replaceFirst("[^.]*$", "");
        return List.of(paths.path(name).asText(beside + standard).split("\\."));
    }

    private static void put(ObjectNode answer, List<String> path, String value) {
        ObjectNode at = answer;
        for (String each : path.subList(0, path.size() - 1)) {
            at = at.withObject("/" + each);
        }
        at.put(path.get(path.size() - 1), value);
    }

    private Map<String, String> body(Received request) {
        boolean get = facts.text("tokenRequestMethod").equals("GET");
        complain(!request.request().getMethod().equals(get ? "GET" : "POST"), "method of a token request");
        if (get) {
            return Loopback.parameters(request.query());
        }
        if (!facts.text("tokenRequestFormat").equals("json")) {
            return request.form();
        }
        var body = new TreeMap<String, String>();
        tree(request.request().getBody().utf8())
                .properties()
                .forEach(each -> body.put(each.getKey(), each.getValue().asText()));
        return body;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + json, broken);
        }
    }

    private void require(String name, String value, Map<String, String> given) {
        complain(!value.equals(given.get(name)), name + " is not \"" + value + "\"");
    }

    private void complain(boolean found, String what) {
        if (found) {
            wrong.add(what);
        }
    }
}
