package dev.connections.http;

import dev.connections.spi.IncomingResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;

/** An OkHttp response as strategies see it. */
final class SeenResponse implements IncomingResponse {
    private final Response response;

    SeenResponse(Response response) {
        this.response = response;
    }

    @Override
    public int status() {
        return response.code();
    }

    @Override
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst(); // OkHttp's own accessor returns the last
    }

    @Override
    public List<String> headers(String name) {
        return response.headers(name);
    }

    @Override
    public Optional<URI> target() {
        return Optional.of(response.request().url().uri());
    }

    @Override
    public String peek(int maxBytes) {
        try {
            return response.peekBody(maxBytes).string();
        } catch (IOException unreadable) {
            return ""; // whoever reads the body gets the same failure, with its cause
        }
    }
}
