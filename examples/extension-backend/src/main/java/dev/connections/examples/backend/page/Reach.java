package dev.connections.examples.backend.page;

/** Where custom services may be. */
public enum Reach {
    /** On https: for everything but tests. */
    HTTPS,
    /** Also on plain http of this machine, where a mock service listens. */
    PLAIN_HTTP_FOR_LOOPBACK_TESTS_ONLY
}
