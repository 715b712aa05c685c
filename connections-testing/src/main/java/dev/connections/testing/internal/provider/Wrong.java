package dev.connections.testing.internal.provider;

/** What can be wrong with a request; each provider has words of its own for it. */
public enum Wrong {
    /** The client does not authenticate as the provider wants it to. */
    CLIENT,
    /** The code is unknown, used or another client's. */
    CODE,
    /** The refresh token is unknown, used or revoked. */
    REFRESH_TOKEN,
    /** The grant type is not served. */
    GRANT_TYPE,
    /** A scope is malformed. */
    SCOPE,
    /** Too many requests, or too many tokens. */
    LIMIT,
    /** Anything else. */
    REQUEST
}
