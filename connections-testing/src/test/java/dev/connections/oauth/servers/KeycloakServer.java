package dev.connections.oauth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keycloak as a process of its own on free loopback ports.
 *
 * <p>{@code kc.sh build} runs once per unpacked distribution; a start then takes about fifteen seconds. The log lies
 * in the distribution, {@code start.log}.
 */
final class KeycloakServer implements AuthorizationServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration PROBE_EVERY = Duration.ofMillis(250);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Thread onExit = new Thread(this::end, "stop Keycloak");

    private KeycloakServer(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Starts the distribution that the integration profile unpacked. */
    static KeycloakServer start(Path home) {
        try {
            build(home);
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/acme.json"), KeycloakRealm.json());
            int port = freePort();
            var server = new KeycloakServer(process(home, "start.log", startCommand(port)), port);
            server.awaitRealm(home);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak was starting", interrupt);
        }
    }

    private static void build(Path home) throws IOException, InterruptedException {
        Path done = home.resolve("built");
        if (Files.exists(done)) {
            return;
        }
        var process = process(home, "build.log", List.of("build", "--db=dev-mem"));
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            end(process);
            throw new IllegalStateException("kc.sh build failed, see " + home.resolve("build.log"));
        }
        Files.createFile(done);
    }

    private static List<String> startCommand(int port) throws IOException {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
    }

    private static Process process(Path home, String log, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of("sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"); // starts sooner, runs slower
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    // The port opens before the realm is imported: until then it answers 503 or 404.
    private void awaitRealm(Path home) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!realmAnswers()) {
            boolean ended = process.waitFor(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() - deadline > 0) {
                close();
                throw new IllegalStateException("Keycloak did not start, see " + home.resolve("start.log"));
            }
        }
    }

    private boolean realmAnswers() throws InterruptedException {
        var metadata = URI.create(issuer() + "/.well-known/openid-configuration");
        try {
            return HTTP.send(HttpRequest.newBuilder(metadata).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/" + KeycloakRealm.NAME;
    }

    @Override
    public URI authorizationEndpoint() {
        return endpoint("auth");
    }

    @Override
    public URI tokenEndpoint() {
        return endpoint("token");
    }

    @Override
    public URI revocationEndpoint() {
        return endpoint("revoke");
    }

    @Override
    public URI introspectionEndpoint() {
        return endpoint("token/introspect");
    }

    private URI endpoint(String name) {
        return URI.create(issuer() + "/protocol/openid-connect/" + name);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onExit);
        end();
    }

    private void end() {
        end(process);
    }

    // The script is the parent of the server: whoever ends only the script leaves the server running.
    private static void end(Process script) {
        List<ProcessHandle> family = Stream.concat(script.descendants(), Stream.of(script.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
