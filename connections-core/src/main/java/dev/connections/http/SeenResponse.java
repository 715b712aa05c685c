package dev.connections.http;

import dev.connections.spi.IncomingResponse;
import java.io.IOException;
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
        return Optional.ofNullable(response.headers().get(name));
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
