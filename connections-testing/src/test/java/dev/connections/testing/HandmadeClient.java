package dev.connections.testing;

import dev.connections.Secret;
import dev.connections.testing.MockService.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** An OAuth client without the SDK: it sends exactly what a test tells it to. */
final class HandmadeClient {
    static final String REDIRECT_URI = "https://app.example.com/callback";

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636, appendix B
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String STATE = "state-of-the-handmade-client";

    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    private final MockService<?> service;

    HandmadeClient(MockService<?> service) {
        this.service = service;
    }

    /** What came back; the body is kept as text. */
    record Reply(int status, Map<String, String> headers, String body) {
        String member(String name) {
            String[] parts = body.split("\"" + name + "\":\"", 2);
            return parts.length < 2 ? "" : parts[1].substring(0, parts[1].indexOf('"'));
        }

        String error() {
            return member("error");
        }
    }

    Map<String, String> authorization() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", service.clientId());
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("scope", "leads.read leads.write");
        parameters.put("state", STATE);
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    URI authorizationUri(Map<String, String> parameters) {
        HttpUrl.Builder uri =
                HttpUrl.get(service.endpoint(Endpoint.AUTHORIZATION)).newBuilder();
        parameters.forEach(uri::addQueryParameter);
        return uri.build().uri();
    }

    String code(String account) {
        return parameters(service.consent(authorizationUri(authorization()), account))
                .get("code");
    }

    static Map<String, String> parameters(URI callback) {
        var parameters = new HashMap<String, String>();
        for (String pair : callback.getRawQuery().split("&", -1)) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static Map<String, String> redemption(String code) {
        return Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", REDIRECT_URI,
                "code_verifier", VERIFIER);
    }

    static Map<String, String> refreshment(String refreshToken) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> parameters, String name) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        return changed;
    }

    /** Redeems a fresh code of an account. */
    Reply signIn(String account) {
        return token(redemption(code(account)));
    }

    Reply token(Map<String, String> parameters) {
        return post(Endpoint.TOKEN, parameters, service.clientSecret());
    }

    Reply revoke(String token) {
        return post(Endpoint.REVOCATION, Map.of("token", token), service.clientSecret());
    }

    /** Authenticates as RFC 6749, section 2.3.1 wants it: form-encoded before Base64. */
    Reply post(Endpoint endpoint, Map<String, String> parameters, Secret secret) {
        String encoded =
                new FormBody.Builder().add("s", secret.reveal()).build().encodedValue(0);
        return post(endpoint, parameters, Map.of("Authorization", Credentials.basic(service.clientId(), encoded)));
    }

    Reply post(Endpoint endpoint, Map<String, String> parameters, Map<String, String> headers) {
        return post(service.endpoint(endpoint), parameters, headers);
    }

    Reply post(URI uri, Map<String, String> parameters, Map<String, String> headers) {
        var form = new FormBody.Builder();
        parameters.forEach(form::add);
        return send(request(uri, headers).post(form.build()));
    }

    Reply post(URI uri, FormBody form) {
        return send(request(uri, Map.of()).post(form));
    }

    Reply resource(String accessToken) {
        return get(service.resource("leads"), Map.of("Authorization", "Bearer " + accessToken));
    }

    Reply get(URI uri, Map<String, String> headers) {
        return send(request(uri, headers));
    }

    static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Request.Builder request(URI uri, Map<String, String> headers) {
        var request = new Request.Builder().url(HttpUrl.get(uri));
        headers.forEach(request::header);
        return request;
    }

    private Reply send(Request.Builder request) {
        try (Response response = http.newCall(request.build()).execute()) {
            var headers = new HashMap<String, String>();
            response.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
            return new Reply(response.code(), headers, response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
