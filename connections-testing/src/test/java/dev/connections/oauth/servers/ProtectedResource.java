package dev.connections.oauth.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connections.oauth.servers.TokenClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A resource server that trusts one authorization server: it introspects every bearer token (RFC 7662), so it knows a
 * revoked one at once, and answers who came with it.
 */
final class ProtectedResource implements AutoCloseable {
    private static final String BEARER = "Bearer ";

    private final HttpServer http;
    private final TokenClient introspection;
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();

    private ProtectedResource(HttpServer http, TokenClient introspection) {
        this.http = http;
        this.introspection = introspection;
    }

    static ProtectedResource trusting(AuthorizationServer server) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var resource = new ProtectedResource(http, new TokenClient(server, Registrations.API));
            http.createContext("/leads", resource::answer);
            http.start();
            return resource;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the origin, without a slash at its end. */
    String origin() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    URI leads() {
        return URI.create(origin() + "/leads");
    }

    /** Returns the status of every answer given, oldest first. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Answer> token =
                    bearer(exchange).map(introspection::introspect).filter(ProtectedResource::admits);
            if (token.isPresent()) {
                respond(exchange, 200, token.get().text("client_id") + " reads the leads");
            } else {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                respond(exchange, 401, "no valid token");
            }
        }
    }

    private static Optional<String> bearer(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }

    private static boolean admits(Answer token) {
        return token.body().path("active").asBoolean()
                && List.of(token.text("scope").split(" ")).contains(Registrations.SCOPE);
    }

    private void respond(HttpExchange exchange, int status, String text) throws IOException {
        statuses.add(status);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
