package dev.connections.testing;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RequestCredentials;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A connection that gives one header to everybody and remembers who asked. */
final class RecordingConnection implements FakeConnection {
    private static final String DEFAULT_BASE = "https://fake.example";

    private final String header;
    private final String value;
    private final URI base;
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger rejections = new AtomicInteger();

    RecordingConnection(String header, String value) {
        this(header, value, URI.create(DEFAULT_BASE));
    }

    private RecordingConnection(String header, String value, URI base) {
        this.header = header;
        this.value = value;
        this.base = base;
    }

    @Override
    public FakeConnection resolvingAgainst(String other) {
        return new RecordingConnection(header, value, URI.create(other));
    }

    @Override
    public String linkName() {
        return "fake";
    }

    @Override
    public URI resolve(String path) {
        return URI.create(withoutSlashAtTheEnd(base.toString()) + (path.startsWith("/") ? "" : "/") + path);
    }

    private static String withoutSlashAtTheEnd(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public RequestCredentials credentialsFor(URI target) {
        asked.add(target);
        return new OneHeader();
    }

    @Override
    public RequestCredentials credentialsFor(String method, URI target) {
        return credentialsFor(target);
    }

    @Override
    public List<URI> asked() {
        return List.copyOf(asked);
    }

    @Override
    public int rejections() {
        return rejections.get();
    }

    @Override
    public String toString() {
        return "FakeConnection[" + header + "]";
    }

    private final class OneHeader implements RequestCredentials {
        @Override
        public void applyTo(BiConsumer<String, String> headerSink) {
            headerSink.accept(header, value);
        }

        @Override
        public URI applyTo(URI target) {
            throw new ConnectionConfigurationException(
                    "not_only_query",
                    "these credentials travel in the header " + header + "; apply them to the request's headers",
                    null);
        }

        @Override
        public Map<String, String> revealHeaders() {
            return Map.of(header, value);
        }

        @Override
        public void rejected() {
            rejections.incrementAndGet();
        }

        @Override
        public String toString() {
            return "RequestCredentials[" + header + "]";
        }
    }
}
