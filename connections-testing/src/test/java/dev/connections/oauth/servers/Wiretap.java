package dev.connections.oauth.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP proxy between the SDK and the server that writes down what was said. It changes nothing, and the server
 * sees its own host name.
 */
final class Wiretap implements AutoCloseable {
    private static final List<String> CARRIED = List.of("Authorization", "DPoP", "Content-Type", "Accept");
    private static final List<String> BROUGHT_BACK = List.of("Content-Type", "DPoP-Nonce", "WWW-Authenticate");
    private static final List<String> SENT_SECRETS =
            List.of("code", "code_verifier", "client_secret", "refresh_token", "token");
    private static final List<String> RECEIVED_SECRETS = List.of("access_token", "refresh_token", "id_token");
    private static final int NO_BODY = -1; // what HttpExchange wants to hear; 0 would mean chunks

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient onward = HttpClient.newHttpClient();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final HttpServer http;

    private Wiretap(HttpServer http) {
        this.http = http;
    }

    static Wiretap open() {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var tap = new Wiretap(http);
            http.createContext("/", tap::carry);
            http.start();
            return tap;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, http.getAddress());
    }

    /** Returns what was said to one endpoint, oldest first. */
    List<Exchange> to(URI endpoint) {
        return exchanges.stream().filter(each -> each.target().equals(endpoint)).toList();
    }

    /** Returns every token, code, verifier and client secret that was said. */
    List<String> secrets() {
        return exchanges.stream().flatMap(Exchange::secrets).toList();
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HttpResponse<String> answer = send(onward(exchange, sent));
            exchanges.add(new Exchange(exchange.getRequestURI(), form(sent), answer.statusCode(), answer.body()));
            reply(exchange, answer);
        }
    }

    private static HttpRequest onward(HttpExchange exchange, String body) {
        var request = HttpRequest.newBuilder(exchange.getRequestURI())
                .method(exchange.getRequestMethod(), BodyPublishers.ofString(body));
        for (String name : CARRIED) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return onward.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + request.uri(), interrupt);
        }
    }

    private static void reply(HttpExchange exchange, HttpResponse<String> answer) throws IOException {
        for (String name : BROUGHT_BACK) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? NO_BODY : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        http.stop(0);
    }

    /** One request, its form, and what came back. */
    record Exchange(URI target, Map<String, String> form, int status, String answer) {
        String sent(String parameter) {
            return form.getOrDefault(parameter, "");
        }

        private Stream<String> secrets() {
            return Stream.concat(
                            SENT_SECRETS.stream().map(this::sent),
                            RECEIVED_SECRETS.stream().flatMap(this::find))
                    .filter(each -> !each.isEmpty());
        }

        private Stream<String> find(String member) {
            return Pattern.compile("\"" + member + "\":\"([^\"]+)\"")
                    .matcher(answer)
                    .results()
                    .map(it -> it.group(1));
        }

        /** Returns a member of the JSON that came back, or the empty text. */
        String received(String member) {
            try {
                return JSON.readTree(answer).path(member).asText();
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException("the answer of " + target + " is not JSON", failure);
            }
        }
    }
}
