package dev.connections.examples.benchmarks.stampede;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A token endpoint that takes its time and each refresh token once: one that comes again ends its grant (RFC 9700, section
 * 4.14.2).
 */
final class RotatingServer implements AutoCloseable {
    private static final int BACKLOG = 2_000;

    private final HttpServer server;
    private final Duration latency;
    private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(4);
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /** What the server knows of one user's consent. */
    private static final class Grant {
        private int requests;
        private int generation;
        private boolean lost;

        /** {@return the number of the next refresh token, 0 if there is none any more} */
        private synchronized int take(int presented) {
            requests++;
            lost |= presented != generation;
            if (lost) {
                return 0;
            }
            generation++;
            return generation;
        }

        private synchronized int requests() {
            return requests;
        }

        private synchronized boolean lost() {
            return lost;
        }
    }

    private RotatingServer(HttpServer server, Duration latency) {
        this.server = server;
        this.latency = latency;
    }

    static RotatingServer start(Duration latency) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var started = new RotatingServer(HttpServer.create(address, BACKLOG), latency);
            started.server.createContext("/token", started::asked);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI tokenEndpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    /** {@return the first refresh token of a grant} */
    static String firstRefreshToken(int grant) {
        return grant + ".0";
    }

    private void asked(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String[] presented = form.getOrDefault("refresh_token", form.getOrDefault("code", ""))
                .split("\\.", -1);
        Grant grant = grants.computeIfAbsent(presented[0], name -> new Grant());
        if (form.containsKey("code")) {
            answer(exchange, 200, token(presented[0], 0));
            return;
        }
        int next = grant.take(Integer.parseInt(presented[1]));
        var unused = answers.schedule(
                () -> answer(
                        exchange,
                        next == 0 ? 400 : 200,
                        next == 0 ? "{\"error\":\"invalid_grant\"}" : token(presented[0], next)),
                latency.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String parameter : body.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String token(String grant, int generation) {
        return """
                {"access_token":"access-%s-%d","refresh_token":"%s.%d","token_type":"Bearer","expires_in":3600}""".formatted(grant, generation, grant, generation);
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            // the client went away
        }
    }

    /** {@return the most refresh requests that one grant got} */
    int mostRequests() {
        return grants.values().stream().mapToInt(Grant::requests).max().orElse(0);
    }

    /** {@return how many grants were ended because a refresh token came twice} */
    int lost() {
        return (int) grants.values().stream().filter(Grant::lost).count();
    }

    @Override
    public void close() {
        server.stop(0);
        answers.shutdownNow();
    }
}
