package dev.connections.testing.internal.service;

import java.util.Optional;

/** A signature for each request (RFC 5849, section 3.2). */
final class SignatureGuard implements Guard {
    private final OAuth1Server server;

    SignatureGuard(OAuth1Server server) {
        this.server = server;
    }

    @Override
    public Optional<String> accountOf(Incoming request) throws Refusal {
        return Optional.of(server.accountOf(request));
    }

    @Override
    public Answer challenge() {
        return Refusal.problem("parameter_absent").answer();
    }
}
