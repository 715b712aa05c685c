package dev.connections.testing.internal.service;

import java.util.Optional;

/** What stands before the protected resources. */
interface Guard {
    /** Returns whose credentials a request carries, if they are good; throws where it can say what is wrong. */
    Optional<String> accountOf(Incoming request) throws Refusal;

    /** Returns the 401 for a request without good ones. */
    Answer challenge();
}
