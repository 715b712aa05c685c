package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.TokenRequest;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param endpoint empty where there is nothing
 */
record Entry(Optional<Endpoint> endpoint, Incoming request, int status, boolean accepted, String error)
        implements TokenRequest {
    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String path() {
        return request.path();
    }

    @Override
    public Map<String, String> parameters() {
        return request.maskedParameters();
    }

    @Override
    public boolean carried(Secret secret) {
        return request.carried(secret);
    }

    @Override
    public String grantType() {
        return request.members().one("grant_type").orElse("");
    }

    @Override
    public String toString() {
        return request + " " + parameters() + " -> " + status + (error.isEmpty() ? "" : " " + error);
    }
}
