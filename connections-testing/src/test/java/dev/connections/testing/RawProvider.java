package dev.connections.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client without the SDK, which sends what a test says and nothing else. */
final class RawProvider {
    static final String CALLBACK = "https://app.example.com/callback";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final MockService<RedirectFlow> provider;
    private final boolean basic;

    private RawProvider(MockService<RedirectFlow> provider, boolean basic) {
        this.provider = provider;
        this.basic = basic;
    }

    /** The secret is in the body. */
    static RawProvider of(MockService<RedirectFlow> provider) {
        return new RawProvider(provider, false);
    }

    /** The secret is in the header. */
    static RawProvider basic(MockService<RedirectFlow> provider) {
        return new RawProvider(provider, true);
    }

    /** Consents, and returns the parameters of the callback. */
    Map<String, String> consent(String... parameters) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", CALLBACK);
        query.put("state", "state-of-this-test");
        query.putAll(pairs(parameters));
        URI request = URI.create(provider.endpoint(Endpoint.AUTHORIZATION) + "?" + encoded(query));
        String callback = provider.consent(request, "alice@example.com").getRawQuery();
        return Arrays.stream(callback.split("&", -1))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)));
    }

    /** Consents and redeems the code. */
    JsonNode tokens(String... parameters) {
        return json(token(
                "grant_type", "authorization_code", "code", consent(parameters).get("code"), "redirect_uri", CALLBACK));
    }

    HttpResponse<String> refresh(String refreshToken) {
        return token("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    HttpResponse<String> token(String... parameters) {
        var form = new LinkedHashMap<>(pairs(parameters));
        var request = HttpRequest.newBuilder(provider.endpoint(Endpoint.TOKEN))
                .header("Content-Type", "application/x-www-form-urlencoded");
        String secret = provider.clientSecret().reveal();
        if (basic) {
            String pair = provider.clientId() + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", provider.clientId());
            form.put("client_secret", secret);
        }
        return send(request.POST(BodyPublishers.ofString(encoded(form))).build());
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(provider.resource(path));
        pairs(headers).forEach(request::header);
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, String> pairs(String... texts) {
        var pairs = new LinkedHashMap<String, String>();
        for (int at = 0; at < texts.length; at += 2) {
            pairs.put(texts[at], texts[at + 1]);
        }
        return pairs;
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
