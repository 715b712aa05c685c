package dev.connections.internal.strategy;

import dev.connections.internal.definition.Origin;
import dev.connections.internal.http.RequestTarget;
import java.net.URI;
import java.util.Optional;

/** A request of which method and URI are known, and that has no body. */
public record KnownTarget(Origin origin, String method, URI uri) implements RequestTarget {
    /** Returns a request; the URI has a host. */
    public static KnownTarget of(String method, URI uri) {
        return new KnownTarget(Origin.of(uri), method, uri);
    }

    @Override
    public String scheme() {
        return origin.scheme();
    }

    @Override
    public String host() {
        return origin.host();
    }

    @Override
    public int port() {
        return origin.port();
    }

    @Override
    public Optional<byte[]> body() {
        return Optional.empty();
    }

    @Override
    public Optional<String> contentType() {
        return Optional.empty();
    }
}
