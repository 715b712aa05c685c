package dev.connections.examples.backend;

import com.sun.net.httpserver.HttpServer;
import dev.connections.Connections;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.examples.backend.http.Address;
import dev.connections.examples.backend.http.Sessions;
import dev.connections.examples.backend.http.Site;
import dev.connections.examples.backend.http.Visit;
import dev.connections.examples.backend.page.Pages;
import dev.connections.examples.backend.page.Reach;
import dev.connections.spi.AccessPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running backend: database, connections and web server. Close it to end them. */
final class Backend implements AutoCloseable {
    /** Requests wait for services; more at once than this wait for each other. */
    private static final int THREADS = 16;

    private final Database database;
    private final Connections connections;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Address address;

    private Backend(Options options, Database database, Clock clock) throws IOException {
        Optional<Address> known = options.publicUrl().map(Address::new);
        this.database = database;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        this.connections = Connections.builder()
                .store(database.store())
                .policy(AccessPolicy.zohoRoles())
                .clock(clock)
                .build();
        this.address = known.orElseGet(() -> new Address(own()));
        var house = new Visit.House(connections, new Sessions(clock), address);
        var routes = Pages.routes(ServiceCatalog.bundled(), reach(options));
        server.createContext("/", new Site(house, routes, Pages::failed));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts the backend.
     *
     * @param options what was asked for
     * @param environment the environment variables, for user and password of the database
     * @param clock what tells the time
     * @throws IOException if the port is taken
     */
    static Backend start(Options options, Map<String, String> environment, Clock clock) throws IOException {
        Database database = Database.open(options, environment);
        try {
            return new Backend(options, database, clock);
        } catch (IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private URI own() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Reach reach(Options options) {
        return options.plainHttp() ? Reach.PLAIN_HTTP_FOR_LOOPBACK_TESTS_ONLY : Reach.HTTPS;
    }

    /** Where it listens. */
    URI address() {
        return own();
    }

    Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        connections.close();
        database.close();
    }
}
