package dev.connections.spi;

/** What a strategy stores for an account: one token, one key pair, one password. Immutable; holds secrets as Secret only. */
public interface Credential {}
