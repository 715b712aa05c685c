package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The passwords or keys of accounts; made when first asked for. Thread-safe. */
final class Passwords {
    private final String kind;
    private final Map<String, Secret> byAccount = new ConcurrentHashMap<>();

    Passwords(String kind) {
        this.kind = kind;
    }

    Secret of(String account) {
        return byAccount.computeIfAbsent(account, any -> CanarySecret.of(kind));
    }

    void revoke(String account) {
        byAccount.remove(account);
    }

    boolean matches(String account, String given) {
        Secret secret = byAccount.get(account);
        return secret != null && secret.reveal().equals(given);
    }

    Optional<String> accountWith(String given) {
        return byAccount.keySet().stream()
                .filter(account -> matches(account, given))
                .findFirst();
    }
}
