package dev.connections.internal.record;

/** What an authorization flow is for. */
public enum Purpose {
    /** A first or another account. */
    AUTHORIZE,
    /** The same account again. */
    RECONNECT
}
