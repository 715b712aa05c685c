package dev.connections.testing.internal.service;

import dev.connections.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * What a token response hands out.
 *
 * @param refreshToken empty where the response leaves it out
 * @param account whose it is
 * @param clientId the client it was made for
 * @param nonce the one-time value of the authorization request; empty if it had none, and at refreshes
 */
record Issued(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Set<String> scopes,
        String account,
        String clientId,
        Optional<String> nonce) {
    Issued with(Optional<String> value) {
        return new Issued(accessToken, refreshToken, scopes, account, clientId, value);
    }
}
