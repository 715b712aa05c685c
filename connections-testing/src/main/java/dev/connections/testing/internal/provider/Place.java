package dev.connections.testing.internal.provider;

/**
 * Where something is at a provider.
 *
 * @param host the provider's own host, such as {@code slack.com}
 * @param path the path, beginning with a slash
 */
public record Place(String host, String path) {}
