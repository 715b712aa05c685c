package dev.connections.internal.record;

/** What an authorization flow is for. */
public enum Purpose {
    /** A first or another account. */
    AUTHORIZE,
    /** Another account, even where the provider knows it as the same. */
    LINK,
    /** The same account again. */
    RECONNECT
}
