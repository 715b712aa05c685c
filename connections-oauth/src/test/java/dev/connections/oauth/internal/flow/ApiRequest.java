package dev.connections.oauth.internal.flow;

import dev.connections.oauth.FakeContext;
import dev.connections.spi.OutgoingRequest;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request to an API that keeps what is put on it, and whether anybody looked at it. */
final class ApiRequest implements OutgoingRequest {
    private final String method;
    private final URI uri;
    private final Map<String, String> captured;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private boolean looked;
    private int asked;

    ApiRequest(String method, URI uri, Map<String, String> captured) {
        this.method = method;
        this.uri = uri;
        this.captured = captured;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, String> queries() {
        return query;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    boolean looked() {
        return looked;
    }

    @Override
    public String method() {
        looked = true;
        return method;
    }

    @Override
    public URI uri() {
        looked = true;
        return uri;
    }

    @Override
    public Optional<byte[]> body() {
        looked = true;
        return Optional.empty();
    }

    @Override
    public Optional<String> contentType() {
        looked = true;
        return Optional.empty();
    }

    /** A clock that goes on each time somebody looks at it. */
    @Override
    public Instant now() {
        looked = true;
        return FakeContext.NOW.plusMillis(asked++);
    }

    @Override
    public Optional<String> captured(String name) {
        return Optional.ofNullable(captured.get(name));
    }

    @Override
    public OutgoingRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public OutgoingRequest query(String name, String value) {
        query.put(name, value);
        return this;
    }

    @Override
    public OutgoingRequest form(String name, String value) {
        throw new AssertionError("a token never travels in a form");
    }

    @Override
    public OutgoingRequest cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }
}
