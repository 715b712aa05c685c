package dev.connections.testing.internal.service;

import java.util.Optional;

/** A key in a header of its own. */
final class KeyGuard implements Guard {
    static final String HEADER = "X-Api-Key";

    private final Passwords keys;

    KeyGuard(Passwords keys) {
        this.keys = keys;
    }

    @Override
    public Optional<String> accountOf(Incoming request) {
        return request.header(HEADER).flatMap(keys::accountWith);
    }

    @Override
    public Answer challenge() {
        return Answer.error(401, "unauthorized", "the key is missing or wrong");
    }
}
