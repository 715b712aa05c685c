package dev.connections.oauth.servers;

import dev.connections.oauth.servers.Registrations.Client;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An authorization code flow spelled out by hand, past the SDK: what the server itself insists on. */
final class RawAuthorization {
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636, appendix B

    private RawAuthorization() {}

    /** Returns an authorization request with the S256 challenge of {@link #VERIFIER}. */
    static URI request(AuthorizationServer server, Client client) {
        var parameters = new LinkedHashMap<>(parameters(client));
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return request(server, parameters);
    }

    static URI requestWithoutPkce(AuthorizationServer server, Client client) {
        return request(server, parameters(client));
    }

    /** Returns the form that exchanges a callback's code. */
    static Map<String, String> exchange(URI callback, String verifier) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                query(callback).getOrDefault("code", ""),
                "redirect_uri",
                Registrations.REDIRECT_URI,
                "code_verifier",
                verifier);
    }

    /** Returns the decoded query of an address. */
    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Map<String, String> parameters(Client client) {
        return Map.of(
                "response_type",
                "code",
                "client_id",
                client.id(),
                "redirect_uri",
                Registrations.REDIRECT_URI,
                "scope",
                Registrations.SCOPE,
                "state",
                "raw-state");
    }

    private static URI request(AuthorizationServer server, Map<String, String> parameters) {
        return URI.create(server.authorizationEndpoint() + "?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /** Returns the S256 challenge of a verifier (RFC 7636, section 4.2). */
    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
