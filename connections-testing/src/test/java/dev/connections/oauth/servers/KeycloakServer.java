package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keycloak as a process of its own on free loopback ports.
 *
 * <p>{@code kc.sh build} runs once per unpacked distribution; a start then takes about fifteen seconds, and serves every
 * class of the JVM. The log lies in the distribution, {@code start.log}.
 */
final class KeycloakServer implements AuthorizationServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration PROBE_EVERY = Duration.ofMillis(250);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Optional<KeycloakServer> running = Optional.empty();

    private final Process process;
    private final Ports ports;
    private final Authority authority;

    private KeycloakServer(Process process, Ports ports, Authority authority) {
        this.process = process;
        this.ports = ports;
        this.authority = authority;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop Keycloak"));
    }

    /** Returns the server of this JVM; the first call starts the distribution that the integration profile unpacked. */
    static synchronized KeycloakServer running() {
        String home = System.getProperty("keycloak.home", "");
        assertThat(home)
                .as("system property keycloak.home: the integration profile sets it, run mvn verify -Pintegration")
                .isNotEmpty();
        KeycloakServer server = running.orElseGet(() -> start(Path.of(home)));
        running = Optional.of(server);
        return server;
    }

    private static KeycloakServer start(Path home) {
        try {
            build(home);
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/acme.json"), KeycloakRealm.json());
            var authority = Authority.in(home.resolve("data/tls"));
            var ports = new Ports(freePort(), freePort());
            var process = process(home, "start.log", startCommand(ports, authority));
            var server = new KeycloakServer(process, ports, authority);
            server.awaitRealm(home);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak was starting", interrupt);
        }
    }

    private static void build(Path home) throws IOException, InterruptedException {
        Path done = home.resolve("built-with-client-certificates");
        if (Files.exists(done)) {
            return;
        }
        var process = process(home, "build.log", List.of("build", "--db=dev-mem", "--https-client-auth=request"));
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            end(process);
            throw new IllegalStateException("kc.sh build failed, see " + home.resolve("build.log"));
        }
        Files.createFile(done);
    }

    private static List<String> startCommand(Ports ports, Authority authority) {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.plain(),
                "--https-port=" + ports.encrypted(),
                "--https-certificate-file=" + authority.serverCertificate(),
                "--https-certificate-key-file=" + authority.serverKey(),
                "--https-trust-store-file=" + authority.trusted(),
                "--https-trust-store-password=" + Authority.PASSWORD,
                // A client's new key is fetched when it is first used: Keycloak counts whole seconds, and zero waits
                // for the next.
                "--spi-public-key-storage--infinispan--min-time-between-requests=-1");
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
                end();
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
        return "http://127.0.0.1:" + ports.plain() + "/realms/" + KeycloakRealm.NAME;
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

    @Override
    public URI userInfoEndpoint() {
        return endpoint("userinfo");
    }

    @Override
    public URI pushedAuthorizationRequestEndpoint() {
        return endpoint("ext/par/request");
    }

    @Override
    public URI provenResource() {
        return userInfoEndpoint();
    }

    private URI endpoint(String name) {
        return URI.create(issuer() + "/protocol/openid-connect/" + name);
    }

    /** Returns the issuer identifier of the port that speaks TLS and asks for a client's certificate. */
    String encryptedIssuer() {
        return "https://127.0.0.1:" + ports.encrypted() + "/realms/" + KeycloakRealm.NAME;
    }

    Authority authority() {
        return authority;
    }

    /** Leaves it running for the next class; it ends with the JVM. */
    @Override
    public void close() {}

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

    private record Ports(int plain, int encrypted) {}
}
