package dev.connections.crash;

import dev.connections.Authorization;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.crash.Evidence.End;
import dev.connections.crash.StrictServer.Terms;
import dev.connections.spi.ConnectionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run's server, store and processes, and what its parent does: authorize, start workers, and look at the end. */
final class Site implements AutoCloseable {
    private static final String PARENT = "parent";
    private static final Duration SHORT_LIFE = Duration.ofMillis(400);
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final long LOOK_EVERY = Duration.ofMillis(100).toNanos();

    private final Evidence evidence = new Evidence(new Tokens(SHORT_LIFE));
    private final FastClock clock = FastClock.started();
    private final Secret key = randomKey();
    private final Place place;
    private final Terms terms;
    private final Path directory;
    private final StrictServer server;
    private final int door;
    private final ConnectionStore store;
    private final Connections connections;
    private final Map<String, ManagedConnection<RedirectFlow>> declared = new ConcurrentHashMap<>();
    private final ExecutorService lookers = Executors.newCachedThreadPool();
    private final List<WorkerProcess> workers = new CopyOnWriteArrayList<>();

    private Site(Place place, Terms terms, Path directory) {
        this.place = place;
        this.terms = terms;
        this.directory = directory;
        this.server = new StrictServer(evidence, terms);
        this.door = server.open(PARENT);
        this.store = Stores.open(place.address(), key);
        this.connections = owner();
    }

    /** Opens an empty store; everything that is written goes below the directory. */
    static Site open(Place place, Terms terms, Path directory) {
        return new Site(place, terms, directory);
    }

    private static Secret randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    private Connections owner() {
        return Connections.builder()
                .store(store)
                .clock(clock)
                .httpClient(Worker.through(door))
                .build();
    }

    Evidence evidence() {
        return evidence;
    }

    StrictServer server() {
        return server;
    }

    ConnectionStore store() {
        return store;
    }

    /** Declares and authorizes connections; returns their link names. */
    List<String> connect(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> connections.shared(server.connection("Crm " + number)))
                .map(this::authorized)
                .toList();
    }

    private String authorized(ManagedConnection<RedirectFlow> connection) {
        server.authorize(connection.authorize(), connection);
        String link = connection.linkName();
        declared.put(link, connection);
        evidence.uses(link, connection.authorization().account().orElseThrow().id());
        return link;
    }

    /** Authorizes a connection again whose grant was lost; does nothing for one that works. */
    void reconnect(String link) {
        ManagedConnection<RedirectFlow> connection = managed(link);
        if (connection.authorization().reason().equals(Optional.of(Reason.LOST_ROTATION))) {
            server.authorize(connection.reconnect(), connection);
        }
    }

    private ManagedConnection<RedirectFlow> managed(String link) {
        return Optional.ofNullable(declared.get(link)).orElseThrow();
    }

    /** Starts a worker; it runs when it says that it is ready. */
    WorkerProcess start(String name, UnaryOperator<Settings> changed) {
        var settings = changed.apply(Settings.of(place.address(), server.open(name), clock));
        var worker = WorkerProcess.start(name, settings, directory, evidence);
        workers.add(worker);
        worker.say(key.reveal());
        return worker;
    }

    /** Takes a worker off that has ended, or ends now. */
    void dismiss(WorkerProcess worker) {
        worker.ended();
        server.shut(worker.name());
        workers.remove(worker);
    }

    /** Lets every worker finish what it does. */
    void dismissAll() {
        workers.forEach(worker -> worker.say("stop"));
        workers.forEach(this::dismiss);
    }

    /**
     * Looks at every connection as a process would that has seen nothing of the run. All tokens have expired by then: one that
     * is still good may hide that its successor was lost.
     */
    void look() {
        LockSupport.parkNanos(SHORT_LIFE.multipliedBy(2).toNanos());
        try (Connections fresh = owner()) {
            declared.keySet().stream()
                    .map(link -> CompletableFuture.runAsync(() -> evidence.ended(link, end(fresh, link)), lookers))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private End end(Connections fresh, String link) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        var last = new Last();
        while (true) {
            Optional<String> token = last.ask(fresh, link);
            if (token.isPresent() || last.isFinal() || System.nanoTime() > deadline) {
                Authorization now = ((ManagedConnection<?>) fresh.find(link).orElseThrow()).authorization();
                return new End(
                        now.status(),
                        now.reason().map(Enum::name).orElse(last.code),
                        token.map(Tokens::fingerprint).orElse(""));
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    /** Keeps the last failure. */
    private static final class Last implements Asking {
        private String kind = "";
        private String code = "";

        boolean isFinal() {
            return !kind.startsWith("Transient");
        }

        @Override
        public void got(String link, String token, long askedAt) {
            code = "";
        }

        @Override
        public void failed(String link, String failed, String with, String detail) {
            kind = failed;
            code = with;
        }
    }

    /** Returns what was wrong, secrets that were written down included. */
    List<String> findings() {
        var findings = new ArrayList<>(Judge.findings(evidence, server.grants(), terms.grace()));
        findings.addAll(traces("the store's dump", place.dump().get()));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                findings.addAll(
                        traces("the file " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return findings;
    }

    private List<String> traces(String where, String text) {
        return Stream.concat(evidence.tokens().traces().stream(), Stream.of(key.reveal()))
                        .anyMatch(text::contains)
                ? List.of("rule 5: " + where + " holds a secret")
                : List.of();
    }

    /** Ends every process; the store's records stay. */
    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
        lookers.shutdownNow();
        connections.close();
        server.close();
        Stores.close(store);
    }
}
