package dev.connections.internal.record;

/** Whose authorization something is about. */
public record Concern(String tenant, AuthorizationKey key) {}
