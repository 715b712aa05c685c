package dev.connections.internal.flow;

import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.IncomingResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A reply as a strategy looks at it. */
record Received(Reply reply) implements IncomingResponse {
    @Override
    public int status() {
        return reply.status();
    }

    @Override
    public Optional<String> header(String name) {
        return reply.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    @Override
    public String peek(int maxBytes) {
        return new String(reply.body(), 0, Math.min(maxBytes, reply.body().length), StandardCharsets.UTF_8);
    }
}
