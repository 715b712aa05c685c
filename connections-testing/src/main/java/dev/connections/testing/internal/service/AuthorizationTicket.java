package dev.connections.testing.internal.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An authorization request that passed the checks and waits for the user's answer.
 *
 * @param jkt the thumbprint of the key that the code is bound to, empty for none
 */
record AuthorizationTicket(
        String clientId,
        String redirectUri,
        String state,
        String challenge,
        Set<String> scopes,
        Optional<String> nonce,
        Optional<String> jkt) {
    AuthorizationCode codeFor(String account, Instant expiresAt) {
        return new AuthorizationCode(clientId, redirectUri, challenge, scopes, nonce, account, expiresAt, jkt);
    }

    /** Where the browser goes with the answer; parameters that the redirect URI has already are kept. */
    String callback(Map<String, String> answer) {
        return callback(redirectUri, answer);
    }

    static String callback(String redirectUri, Map<String, String> answer) {
        return answer.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", redirectUri + (redirectUri.contains("?") ? "&" : "?"), ""));
    }

    @Override
    public String toString() {
        return "AuthorizationTicket[" + clientId + ", " + scopes + "]";
    }
}
