package dev.connections.examples.backend.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request as the pages see it. Immutable.
 *
 * @param method the method
 * @param uri what was asked for, with its query
 * @param query the decoded query
 * @param form the decoded form, empty unless the method is POST
 * @param headers host, origin and session
 */
public record Request(String method, URI uri, Parameters query, Parameters form, Sender headers) {
    private static final int LONGEST_FORM = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * What the browser says about itself.
     *
     * @param host the authority it believes to talk to
     * @param origin where the form was, if it says so
     * @param session its session cookie, if it has one
     */
    public record Sender(String host, Optional<String> origin, Optional<String> session) {}

    static Request of(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri,
                Parameters.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                exchange.getRequestMethod().equals("POST") ? form(exchange) : Parameters.parse(""),
                new Sender(
                        Optional.ofNullable(headers.getFirst("Host")).orElse(""),
                        Optional.ofNullable(headers.getFirst("Origin")),
                        Cookies.find(headers, Cookies.SESSION)));
    }

    private static Parameters form(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.startsWith(FORM)) {
            throw new HttpProblem(415, "Only forms are taken here.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_FORM + 1);
        if (body.length > LONGEST_FORM) {
            throw new HttpProblem(413, "The form is too long.");
        }
        return Parameters.parse(new String(body, StandardCharsets.UTF_8));
    }

    /** {@return the path, as it was sent} */
    public String path() {
        return uri.getRawPath();
    }

    @Override
    public String toString() {
        return "Request[" + method + " " + path() + "]";
    }
}
