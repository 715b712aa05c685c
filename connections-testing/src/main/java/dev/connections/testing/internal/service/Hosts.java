package dev.connections.testing.internal.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockWebServer;

/** A provider's hosts on loopback, a port each, so that a credential sent to the wrong one is noticed. Immutable. */
final class Hosts {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Map<String, MockWebServer> servers = new LinkedHashMap<>();

    Hosts(Set<String> names, Dispatcher dispatcher) {
        names.forEach(name -> servers.put(name, started(dispatcher)));
    }

    private static MockWebServer started(Dispatcher dispatcher) {
        var server = new MockWebServer();
        server.setDispatcher(dispatcher);
        try {
            server.start(InetAddress.getByAddress(LOOPBACK), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    Set<String> names() {
        return servers.keySet();
    }

    /** Returns a host's name and port on loopback. */
    String authority(String host) {
        return "127.0.0.1:"
                + Optional.ofNullable(servers.get(host)).orElseThrow().getPort();
    }

    String origin(String host) {
        return "http://" + authority(host);
    }

    /** Returns which host a request came to, empty for none of these. */
    String at(int port) {
        return servers.entrySet().stream()
                .filter(each -> each.getValue().getPort() == port)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    void stop() {
        servers.values().forEach(MockWebServer::close);
    }
}
