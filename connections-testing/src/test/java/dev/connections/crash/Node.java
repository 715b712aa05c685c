package dev.connections.crash;

import dev.connections.Connections;
import dev.connections.crash.Evidence.Failure;
import dev.connections.spi.ConnectionStore;
import dev.connections.testing.MutableClock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A worker without a process: an owner of its own, with a door of its own, in the test's virtual machine. */
final class Node implements Asking, AutoCloseable {
    private final String name;
    private final Evidence evidence;
    private final Connections connections;

    Node(String name, ConnectionStore store, MutableClock clock, Scene scene) {
        this.name = name;
        this.evidence = scene.evidence();
        this.connections = Connections.builder()
                .store(store)
                .clock(clock)
                .ticker(clock)
                .httpClient(Worker.through(scene.server().open(name)))
                .build();
    }

    /** Where nodes meet. */
    record Scene(Evidence evidence, StrictServer server) {}

    Connections connections() {
        return connections;
    }

    /** Asks on a thread of its own. */
    CompletableFuture<Optional<String>> asks(String link) {
        var answer = new CompletableFuture<Optional<String>>();
        new Thread(() -> answer.complete(ask(connections, link)), name).start();
        return answer;
    }

    @Override
    public void got(String link, String token, long askedAt) {
        evidence.got(name, link, Tokens.fingerprint(token), askedAt);
    }

    @Override
    public void failed(String link, String kind, String code, String detail) {
        evidence.failed(new Failure(name, link, kind, code, detail, Wall.micros()));
    }

    @Override
    public void close() {
        connections.close();
    }
}
