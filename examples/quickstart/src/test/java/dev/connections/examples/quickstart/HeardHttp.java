package dev.connections.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proxy that writes down what it carries, as documents show it: without secrets, and without what is new each time. */
final class HeardHttp implements AutoCloseable {
    private static final List<String> CARRIED = List.of("Authorization", "DPoP", "Content-Type", "Accept");

    private static final Pattern VALUES =
            Pattern.compile("\\b(code|request|dpop_jkt|code_verifier|code_challenge|state|nonce|client_secret"
                    + "|client_assertion|assertion|refresh_token|token|subject_token|password|device_code|request_uri|oauth_token"
                    + "|oauth_verifier)=(?!\")[^&\\n ]*");
    private static final Pattern SIGNED_VALUES =
            Pattern.compile("(oauth_(?:nonce|timestamp|signature|token|verifier|callback))=\"[^\"]*\"");
    private static final Pattern CREDENTIALS = Pattern.compile("(Authorization: (?:Basic|Bearer|DPoP)|DPoP:) \\S+");

    private final HttpClient onward = HttpClient.newHttpClient();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers;
    private final HttpServer server;

    /** Answers by itself at these paths, with JSON; everything else is carried to where it goes. */
    HeardHttp(Map<String, String> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::carry);
        server.start();
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, server.getAddress());
    }

    /** Writes down where a browser is sent. */
    void browser(URI request) {
        heard.add(shown("GET", request, List.of(), ""));
    }

    /** Begins anew. */
    void forget() {
        heard.clear();
    }

    /** Returns everything, in order. */
    String text() {
        return heard.stream().collect(Collectors.joining("\n\n", "", "\n"));
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI target = exchange.getRequestURI();
            List<String> headers = CARRIED.stream()
                    .flatMap(
                            name -> value(exchange, name)
                                    .map(value -> name + ": " + value.replace(", oauth_", ",\n  oauth_"))
                                    .stream())
                    .toList();
            heard.add(shown(exchange.getRequestMethod(), target, headers, body));
            String answer = answers.get(target.getPath());
            if (answer == null) {
                reply(exchange, send(exchange, body));
            } else {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                reply(exchange, target.getPath().equals("/par") ? 201 : 200, answer);
            }
        }
    }

    private static Optional<String> value(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private HttpResponse<String> send(HttpExchange exchange, String body) throws IOException {
        var request = HttpRequest.newBuilder(exchange.getRequestURI())
                .method(exchange.getRequestMethod(), BodyPublishers.ofString(body));
        CARRIED.forEach(name -> value(exchange, name).ifPresent(value -> request.header(name, value)));
        try {
            return onward.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupt);
        }
    }

    private static void reply(HttpExchange exchange, HttpResponse<String> answer) throws IOException {
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        reply(exchange, answer.statusCode(), answer.body());
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String shown(String method, URI target, List<String> headers, String body) {
        boolean api = target.getPath().startsWith("/api/");
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String path = api ? target.getPath().substring("/api".length()) : target.getPath();
        Stream<String> head = Stream.concat(
                Stream.of(
                        method + " " + path + broken(query) + " HTTP/1.1",
                        "Host: " + (api ? "api.acme.example" : "acme.example")),
                headers.stream());
        return masked(head.collect(Collectors.joining("\n")) + (body.isEmpty() ? "" : "\n\n" + broken(body)));
    }

    private static String broken(String parameters) {
        return parameters.replace("&", "\n  &");
    }

    private static String masked(String text) {
        String masked = VALUES.matcher(text).replaceAll("$1=…");
        masked = SIGNED_VALUES.matcher(masked).replaceAll("$1=\"…\"");
        return CREDENTIALS.matcher(masked).replaceAll("$1 …");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
