package dev.connections.oauth.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.oauth.servers.Registrations.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a server's endpoints directly, past the SDK, with a client's secret in the form. */
final class TokenClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AuthorizationServer server;
    private final Client client;

    TokenClient(AuthorizationServer server, Client client) {
        this.server = server;
        this.client = client;
    }

    Answer refresh(String refreshToken) {
        return post(server.tokenEndpoint(), Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Answer exchange(Map<String, String> parameters) {
        return post(server.tokenEndpoint(), parameters);
    }

    Answer revoke(String token) {
        return post(server.revocationEndpoint(), Map.of("token", token));
    }

    Answer introspect(String token) {
        return post(server.introspectionEndpoint(), Map.of("token", token));
    }

    private Answer post(URI endpoint, Map<String, String> parameters) {
        var form = new LinkedHashMap<>(parameters);
        form.put("client_id", client.id());
        client.secret().ifPresent(secret -> form.put("client_secret", secret));
        return send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encode(form)))
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), interrupt);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What the server said; a member it did not send is the empty text. */
    record Answer(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asText();
        }
    }
}
