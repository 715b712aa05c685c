package dev.connections.internal.flow;

import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.IncomingResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reply as a strategy looks at it.
 *
 * @param uri where the request went
 * @param reply what came back
 */
record Received(URI uri, Reply reply) implements IncomingResponse {
    @Override
    public int status() {
        return reply.status();
    }

    @Override
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    @Override
    public List<String> headers(String name) {
        return reply.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public Optional<URI> target() {
        return Optional.of(uri);
    }

    @Override
    public String peek(int maxBytes) {
        return new String(reply.body(), 0, Math.min(maxBytes, reply.body().length), StandardCharsets.UTF_8);
    }
}
