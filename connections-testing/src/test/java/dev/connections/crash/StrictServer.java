package dev.connections.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connections.AuthorizedConnection;
import dev.connections.ConnectionDefinition;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.crash.Grants.Issued;
import dev.connections.crash.Grants.Turn;
import dev.connections.oauth.OAuth2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * An authorization server that rotates refresh tokens, ends a grant whose token comes twice, and writes down who called
 * when. Every caller has a door of its own, an HTTP proxy, by which it is known.
 */
final class StrictServer implements AutoCloseable {
    /** Where the resource lies; nobody listens there. */
    static final URI RESOURCE = URI.create("https://api.example.com/leads");

    private static final String REDIRECT_URI = "https://app.example.com/callback";
    private static final String CLIENT = "crash-test";

    private final Evidence evidence;
    private final Grants grants;
    private final Terms terms;
    private final Secret clientSecret;
    private final Map<String, HttpServer> doors = new ConcurrentHashMap<>();
    private final AtomicInteger revocations = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Watcher watcher = (moment, caller) -> {};

    /**
     * How the server behaves.
     *
     * @param grace how long a used refresh token still gets its successor
     * @param delay how long a refresh takes, twice: before and after the grant is changed
     */
    record Terms(Duration grace, Duration delay) {
        static final Terms STRICT = new Terms(Duration.ZERO, Duration.ZERO);
    }

    /** The moments of a refresh call that a test may use. */
    enum Moment {
        /** The request is here. */
        ARRIVED,
        /** The grant has changed, and nobody knows yet. */
        ANSWERING
    }

    /** Looks on, and may hold a call up; the server waits for it. */
    interface Watcher {
        void at(Moment moment, String caller);
    }

    StrictServer(Evidence evidence, Terms terms) {
        this.evidence = evidence;
        this.terms = terms;
        this.grants = new Grants(evidence.tokens(), terms.grace());
        this.clientSecret = Secret.of(evidence.tokens().fresh("client"));
    }

    void watchedBy(Watcher next) {
        watcher = next;
    }

    Grants grants() {
        return grants;
    }

    /** How often somebody revoked a token. */
    int revocations() {
        return revocations.get();
    }

    /** Opens a caller's door; returns its port on loopback. */
    int open(String caller) {
        try {
            var door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            door.setExecutor(threads);
            door.createContext("/", exchange -> answer(caller, exchange));
            door.start();
            doors.put(caller, door);
            return door.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Closes the door of a caller that is gone. */
    void shut(String caller) {
        HttpServer door = doors.remove(caller);
        if (door != null) {
            door.stop(0);
        }
    }

    /** Defines a connection to this server. Its address is no server's: a door leads there. */
    ConnectionDefinition<RedirectFlow> connection(String name) {
        var strategy = OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint("http://127.0.0.1/authorize")
                .tokenEndpoint("http://127.0.0.1/token")
                .client(CLIENT, clientSecret)
                .withRevocationEndpoint("http://127.0.0.1/revoke");
        return Service.custom("Strict")
                .resourceServers("https://" + RESOURCE.getHost())
                .authentication(strategy)
                .connection(name);
    }

    /** Lets a user agree in a browser that needs no page. */
    void authorize(RedirectFlow flow, AuthorizedConnection<RedirectFlow> connection) {
        var request = flow.begin(REDIRECT_URI);
        String code = grants.agreed(connection.linkName());
        String query = "code=" + encoded(code) + "&state=" + encoded(request.state());
        var unused = flow.complete(URI.create(REDIRECT_URI + "?" + query), request.state());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void answer(String caller, HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = form(exchange);
            Reply reply = switch (exchange.getRequestURI().getPath()) {
                case "/token" -> token(caller, form);
                case "/revoke" -> revoked();
                default -> new Reply(404, "{}");
            };
            byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Reply(int status, String json) {}

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private Reply token(String caller, Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> reply(grants.exchange(form.getOrDefault("code", "")));
            case "refresh_token" -> refresh(caller, form.getOrDefault("refresh_token", ""));
            default -> new Reply(400, "{\"error\":\"unsupported_grant_type\"}");
        };
    }

    private Reply refresh(String caller, String refreshToken) {
        long from = Wall.micros();
        watcher.at(Moment.ARRIVED, caller);
        LockSupport.parkNanos(terms.delay().toNanos());
        Turn turn = grants.refresh(refreshToken);
        LockSupport.parkNanos(terms.delay().toNanos());
        watcher.at(Moment.ANSWERING, caller);
        String issued =
                turn.issued().map(Issued::accessToken).map(Tokens::fingerprint).orElse("");
        evidence.called(new Call(caller, turn.grant(), turn.generation(), turn.answer(), issued, from, Wall.micros()));
        return reply(turn);
    }

    private Reply reply(Turn turn) {
        return turn.issued().map(this::reply).orElseGet(() -> new Reply(400, "{\"error\":\"invalid_grant\"}"));
    }

    /** States the lifetime by the fast clock, in whole seconds. */
    private Reply reply(Issued issued) {
        long seconds =
                evidence.tokens().lifetime().multipliedBy(FastClock.SPEED).toSeconds();
        return new Reply(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":" + seconds + ",\"access_token\":\"" + issued.accessToken()
                        + "\",\"refresh_token\":\"" + issued.refreshToken() + "\"}");
    }

    private Reply revoked() {
        revocations.incrementAndGet();
        return new Reply(200, "{}");
    }

    @Override
    public void close() {
        doors.keySet().forEach(this::shut);
        threads.shutdownNow();
    }
}
