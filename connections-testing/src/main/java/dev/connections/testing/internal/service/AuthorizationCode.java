package dev.connections.testing.internal.service;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a code stands for. */
record AuthorizationCode(
        String clientId,
        String redirectUri,
        String challenge,
        Set<String> scopes,
        Optional<String> nonce,
        String account,
        Instant expiresAt,
        Optional<String> jkt) {
    /** RFC 9449, section 10. */
    void requireKey(Optional<String> proven) throws Refusal {
        if (jkt.isPresent() && !jkt.equals(proven)) {
            throw Refusal.invalidGrant("the code is bound to another key");
        }
    }

    void require(String client, String redirect, String verifier, Instant now) throws Refusal {
        if (!clientId.equals(client)) {
            throw Refusal.invalidGrant("the code was issued to another client");
        }
        if (!redirectUri.equals(redirect)) {
            throw Refusal.invalidGrant("redirect_uri differs from the one of the authorization request");
        }
        if (!Pkce.matches(verifier, challenge)) {
            throw Refusal.invalidGrant("code_verifier does not match the challenge");
        }
        if (!now.isBefore(expiresAt)) {
            throw Refusal.invalidGrant("the code has expired");
        }
    }
}
