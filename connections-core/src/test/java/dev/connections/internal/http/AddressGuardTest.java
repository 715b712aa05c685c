package dev.connections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY X7, L26, G14: hosts that a user or a server named cannot lead inside. */
class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "0",
                "0177.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "[::1]",
                "[::]",
                "[64:ff9b::7f00:1]",
                "[fd00:ec2::254]",
                "08.8.8.8",
            })
    void refusesALiteral(String host) {
        assertRefused(failure(guarded(name -> publicAddress()), "https://" + host + "/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "1.1.1", "[::ffff:127.0.0.1]", "[0:0::1]"})
    void refusesToReadAnUnusualLiteral(String host) {
        var failure = failure(guarded(name -> publicAddress()), "https://" + host + "/token");

        assertThat(failure).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(failure.code()).isEqualTo("endpoint_malformed");
        assertThat(failure).hasMessageContaining("write an absolute https URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "100.64.0.1", "169.254.169.254", "fc00::1", "64:ff9b::a00:1"})
    void refusesANameWithOneSpecialAddress(String address) {
        var http = guarded(name -> List.of(publicAddress().get(0), InetAddress.getAllByName(address)[0]));

        assertRefused(failure(http, "https://tenant.example.test/token"));
    }

    @Test
    void resolvesOnceSoThatASecondAnswerCannotDiffer() {
        List<String> asked = new ArrayList<>();
        var sockets = new NoSockets();
        var users = resolving(name -> {
                    asked.add(name);
                    return asked.size() == 1 ? publicAddress() : loopback();
                })
                .newBuilder()
                .socketFactory(sockets)
                .build();

        var failure = failure(Calls.with(users).publicAddressesOnly(), "https://rebind.example.test/token");

        assertThat(failure.code()).isEqualTo("unreachable");
        assertThat(asked).containsExactly("rebind.example.test");
        assertThat(sockets.tried()).containsExactly("192.0.1.1");
    }

    @Test
    void letsAnAllowedHostBePrivate() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
            AuthClient http =
                    BoundedHttp.of(Optional.empty(), Set.of("127.0.0.1")).publicAddressesOnly();

            assertThat(http.send(Calls.refresh(server.uri("/token"))).status()).isEqualTo(200);
        }
    }

    @Test
    void allowsByTheExactNameOnly() {
        AuthClient http = BoundedHttp.of(Optional.of(resolving(name -> loopback())), Set.of("corp.example.test"))
                .publicAddressesOnly();

        assertRefused(failure(http, "https://evil.corp.example.test/token"));
    }

    @Test
    void findsAPooledConnectionAgain() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
            var http = BoundedHttp.of(Optional.empty(), Set.of("127.0.0.1"));

            http.publicAddressesOnly().send(Calls.refresh(server.uri("/token")));
            http.publicAddressesOnly().publicAddressesOnly().send(Calls.refresh(server.uri("/token")));

            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void letsTheProxyBePrivate() throws IOException {
        try (var proxy = RawServer.answering("HTTP/1.1 502 No\nContent-Length: 0\n\n")) {
            var users = resolving(name -> loopback())
                    .newBuilder()
                    .proxy(new Proxy(
                            Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.test", proxy.port())))
                    .build();

            failure(Calls.with(users).publicAddressesOnly(), "https://tenant.example.test/token");

            assertThat(proxy.requests()).hasSize(1).first().asString().startsWith("CONNECT tenant.example.test:443");
        }
    }

    @Test
    void leavesTheUnguardedClientAlone() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
            var http = Calls.plain();
            assertRefused(
                    failure(http.publicAddressesOnly(), server.uri("/token").toString()));

            assertThat(http.send(Calls.refresh(server.uri("/token"))).status()).isEqualTo(200);
        }
    }

    private static List<InetAddress> publicAddress() {
        try {
            return List.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 1, 1}));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static List<InetAddress> loopback() {
        return List.of(InetAddress.getLoopbackAddress());
    }

    private static OkHttpClient resolving(Dns dns) {
        return new OkHttpClient.Builder().dns(dns).build();
    }

    private static AuthClient guarded(Dns dns) {
        return Calls.with(resolving(dns)
                        .newBuilder()
                        .socketFactory(new NoSockets())
                        .build())
                .publicAddressesOnly();
    }

    private static ConnectionException failure(AuthClient http, String uri) {
        return catchThrowableOfType(
                ConnectionException.class,
                () -> http.send(Calls.refresh(URI.create(uri)).withLimit(Duration.ofSeconds(20))));
    }

    private static void assertRefused(ConnectionException failure) {
        assertThat(failure).isInstanceOf(ConnectionSecurityException.class);
        assertThat(failure.code()).isEqualTo("address_not_allowed");
        assertThat(failure).hasMessageContaining("allowPrivateHosts(");
    }
}
