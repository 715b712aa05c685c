package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;

/**
 * A provider's hosts on loopback, a server each, so that a test sees which of them is spoken to. What they answer is
 * written in the tests, from the provider's documentation and not from our entry.
 */
final class Loopback implements AutoCloseable {
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";

    private final Map<String, MockWebServer> servers = new LinkedHashMap<>();

    private Loopback() {}

    static Loopback of(String... hosts) {
        SERVER_LOG.setLevel(Level.WARNING); // it would print request lines
        var loopback = new Loopback();
        for (String host : hosts) {
            loopback.start(host);
        }
        return loopback;
    }

    private void start(String host) {
        var server = new MockWebServer();
        var answers = new QueueDispatcher();
        answers.setFailFast(true); // a request too many gets 404, and nobody waits
        server.setDispatcher(answers);
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        servers.put(host, server);
    }

    /** Returns the service with these hosts moved here. All others stay where nobody reaches them. */
    @SuppressWarnings("unchecked") // every service here has a redirect flow
    Service<RedirectFlow> move(Service<RedirectFlow> service, Secret clientSecret) throws JsonProcessingException {
        String json = service.toJson();
        for (String host : servers.keySet()) {
            json = json.replace("https://" + host, origin(host)).replace('"' + host + '"', '"' + authority(host) + '"');
        }
        var document = (ObjectNode) JSON.readTree(json);
        document.put(PLAIN_HTTP, true);
        ((ObjectNode) document.at("/authentication/settings"))
                .put(PLAIN_HTTP, true)
                .remove("console"); // nobody is sent there
        return (Service<RedirectFlow>) Service.fromJson(document.toString(), Map.of("client_secret", clientSecret));
    }

    String origin(String host) {
        return "http://" + authority(host);
    }

    String authority(String host) {
        return "127.0.0.1:" + servers.get(host).getPort();
    }

    URI at(String host, String path) {
        return URI.create(origin(host) + path);
    }

    /** Lets a host answer its next request. */
    void answer(String host, String body) {
        answer(host, 200, "application/json;charset=UTF-8", body);
    }

    void answer(String host, int status, String contentType, String body) {
        servers.get(host)
                .enqueue(new MockResponse.Builder()
                        .code(status)
                        .setHeader("Content-Type", contentType)
                        .body(body)
                        .build());
    }

    /** Returns the next request that a host received. */
    Received received(String host) throws InterruptedException {
        RecordedRequest request = servers.get(host).takeRequest(10, TimeUnit.SECONDS);
        assertThat(request).as("a request to " + host).isNotNull();
        return new Received(request);
    }

    int requestsTo(String host) {
        return servers.get(host).getRequestCount();
    }

    @Override
    public void close() {
        servers.values().forEach(MockWebServer::close);
    }

    /** A request as it arrived. */
    record Received(RecordedRequest request) {
        String path() {
            return request.getTarget().replaceFirst("\\?.*", "");
        }

        String query() {
            return request.getTarget().replaceFirst("[^?]*[?]?", "");
        }

        String header(String name) {
            return request.getHeaders().get(name);
        }

        Map<String, String> form() {
            return parameters(request.getBody() == null ? "" : request.getBody().utf8());
        }
    }

    /** Returns the parameters of a query or form. */
    static Map<String, String> parameters(String encoded) {
        return Stream.of(encoded.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
