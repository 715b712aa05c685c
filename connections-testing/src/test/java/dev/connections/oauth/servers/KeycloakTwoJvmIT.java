package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.AuthorizationStatus;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.OAuth2;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import dev.connections.testing.SecretCanary;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of eight threads on one store, against Keycloak with refresh tokens that work once: a token that is sent
 * twice ends its grant there.
 */
class KeycloakTwoJvmIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("connections.crash.keycloak", 60));
    private static final int CONNECTIONS = 3;

    @TempDir
    private Path directory;

    private final Secret key = randomKey();

    private static Secret randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void losesNoGrant(SecretCanary canary) throws Exception {
        canary.plant(key).watch(directory);
        KeycloakServer server = KeycloakServer.running();
        try (Wiretap wire = Wiretap.open();
                FileConnectionStore store =
                        FileConnectionStore.of(directory.resolve("store")).encryptedWith(KeyRing.primary("two", key));
                Connections connections = owner(store, wire)) {
            List<ManagedConnection<RedirectFlow>> authorized = authorized(connections, server);
            List<Map<String, Long>> heard = ran(authorized, wire);
            wire.secrets().stream().map(Secret::of).forEach(canary::plant);

            assertThat(heard)
                    .allSatisfy(lines -> assertThat(lines)
                            .containsOnlyKeys(authorized.stream()
                                    .map(each -> TwoJvmWorker.GOT + each.linkName())
                                    .toList()));
            requireEachTokenSentOnce(refreshes(wire, server));
            assertThat(authorized).allMatch(each -> each.authorization().status() == AuthorizationStatus.ACTIVE);
        }
    }

    private static Connections owner(FileConnectionStore store, Wiretap wire) {
        return Connections.builder()
                .store(store)
                .httpClient(new OkHttpClient.Builder().proxy(wire.proxy()).build())
                .build();
    }

    private static List<ManagedConnection<RedirectFlow>> authorized(Connections connections, KeycloakServer server) {
        var strategy = OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(server.authorizationEndpoint().toString())
                .tokenEndpoint(server.tokenEndpoint().toString())
                .client(Registrations.SHORT.id(), Secret.of(Registrations.SHORT.requiredSecret()));
        var service = Service.custom("Acme")
                .resourceServers("https://" + TwoJvmWorker.LEADS.getHost())
                .authentication(strategy);
        return IntStream.rangeClosed(1, CONNECTIONS)
                .mapToObj(number ->
                        connections.shared(service.connection("Acme " + number).withScopes(Registrations.SCOPE)))
                .peek(Application::authorize)
                .toList();
    }

    /** Lets two processes run; returns what each said how often. */
    private List<Map<String, Long>> ran(List<ManagedConnection<RedirectFlow>> authorized, Wiretap wire)
            throws IOException, InterruptedException {
        String links = authorized.stream().map(ManagedConnection::linkName).collect(Collectors.joining(","));
        List<Process> processes = new ArrayList<>();
        try {
            processes.add(started(links, wire));
            processes.add(started(links, wire));
            List<Reading> readings = processes.stream().map(Reading::of).toList();
            boolean ended = processes.get(0).waitFor(LENGTH.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).as("a worker ended by itself").isFalse();
            for (Process process : processes) {
                process.getOutputStream().close();
            }
            return readings.stream().map(Reading::lines).toList();
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Process started(String links, Wiretap wire) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String port = "" + ((InetSocketAddress) wire.proxy().address()).getPort();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoJvmWorker.class.getName(),
                        directory.resolve("store").toString(),
                        port,
                        links)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().write((key.reveal() + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return process;
    }

    /** Counts a process's lines while it runs. */
    private record Reading(Process process, Thread thread, List<String> all) {
        static Reading of(Process process) {
            List<String> all = new ArrayList<>();
            var thread = new Thread(() -> read(process, all), "reads a worker");
            thread.setDaemon(true);
            thread.start();
            return new Reading(process, thread, all);
        }

        private static void read(Process process, List<String> all) {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(all::add);
            } catch (IOException gone) {
                all.add("the output broke off");
            }
        }

        Map<String, Long> lines() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for the end of a worker", e);
            }
            return all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }

    private static List<Wiretap.Exchange> refreshes(Wiretap wire, KeycloakServer server) {
        return wire.to(server.tokenEndpoint()).stream()
                .filter(exchange -> exchange.sent("grant_type").equals("refresh_token"))
                .toList();
    }

    private static void requireEachTokenSentOnce(List<Wiretap.Exchange> refreshes) {
        assertThat(refreshes).hasSizeGreaterThan(CONNECTIONS * 3);
        assertThat(refreshes).extracting(Wiretap.Exchange::status).containsOnly(200);
        assertThat(refreshes.stream().map(each -> each.sent("refresh_token"))).doesNotHaveDuplicates();
    }
}
