package dev.connections.oauth;

import dev.connections.spi.OutgoingRequest;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request that keeps its headers and refuses everything else. */
public final class RecordedRequest implements OutgoingRequest {
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public OutgoingRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public String method() {
        throw new AssertionError("a bearer token is the same for every method");
    }

    @Override
    public URI uri() {
        throw new AssertionError("a bearer token is the same for every target");
    }

    @Override
    public Optional<byte[]> body() {
        throw new AssertionError("a bearer token is the same for every body");
    }

    @Override
    public Optional<String> contentType() {
        throw new AssertionError("a bearer token is the same for every media type");
    }

    @Override
    public Instant now() {
        throw new AssertionError("a bearer token is the same at every time");
    }

    @Override
    public Optional<String> captured(String name) {
        throw new AssertionError("nothing captured goes into a header");
    }

    @Override
    public OutgoingRequest query(String name, String value) {
        throw new AssertionError("a token never travels in a query");
    }

    @Override
    public OutgoingRequest form(String name, String value) {
        throw new AssertionError("a token never travels in a form");
    }

    @Override
    public OutgoingRequest cookie(String name, String value) {
        throw new AssertionError("a token never travels in a cookie");
    }
}
