package dev.connections.testing.internal.service;

import java.util.Set;

/** How a service is an OpenID Provider. Outlives the running server. Thread-safe: each setting stands alone. */
final class OpenIdTerms {
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");

    private volatile String algorithm = "RS256";
    private volatile boolean severalKeys;
    private volatile boolean signsUserInfo;
    private volatile boolean namesInUserInfoOnly;

    void algorithm(String name) {
        if (!ALGORITHMS.contains(name)) {
            throw new IllegalArgumentException("the algorithm is not supported; use one of " + ALGORITHMS);
        }
        algorithm = name;
    }

    String algorithm() {
        return algorithm;
    }

    void publishSeveralKeys() {
        severalKeys = true;
    }

    boolean severalKeys() {
        return severalKeys;
    }

    void signUserInfo() {
        signsUserInfo = true;
    }

    boolean signsUserInfo() {
        return signsUserInfo;
    }

    void nameUsersInUserInfoOnly() {
        namesInUserInfoOnly = true;
    }

    boolean namesInUserInfoOnly() {
        return namesInUserInfoOnly;
    }
}
