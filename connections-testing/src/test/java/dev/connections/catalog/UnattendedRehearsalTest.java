package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service that a client asks on its own behalf, against a provider that is made of the collected facts. */
class UnattendedRehearsalTest {
    private static final String HOST = "rehearsal.example";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private final Loopback hosts = Loopback.of(HOST);

    @AfterEach
    void close() {
        connections.close();
        hosts.close();
    }

    static Stream<String> services() {
        return ServiceCatalog.bundled().search("oauth2").stream()
                .map(ServiceCatalog.Entry::linkName)
                .filter(name -> !Facts.of(name).isOAuth2WithBrowser());
    }

    @ParameterizedTest
    @MethodSource("services")
    void asksAndAsksAgainAsTheFactsSay(String linkName) throws Exception {
        Facts facts = Facts.of(linkName);
        var provider = new FactsProvider(facts, canary.secret().reveal());
        Service<UnattendedFlow> service = new Moving(hosts, HOST, canary.secret()).service(linkName);
        ManagedConnection<UnattendedFlow> connection = connections.shared(service.connection("Rehearsal"));

        hosts.answer(HOST, answer(provider, linkName));
        var unused = connection.authorize().grant();
        provider.asked(hosts.received(HOST));
        assertThat(sent(connection)).isEqualTo("Bearer a-1");
        clock.advance(Duration.ofHours(2));
        hosts.answer(HOST, answer(provider, linkName));

        assertThat(sent(connection)).isEqualTo("Bearer a-2");
        provider.asked(hosts.received(HOST));
        assertThat(provider.complaints()).isEmpty();
        assertThat(connection.revoke().providerAnswer()).isEmpty();
        assertThat(facts.has("revocationUrl")).isFalse();
    }

    /** ZoomInfo's documentation calls the token so; the facts say nothing of its response. */
    private static String answer(FactsProvider provider, String linkName) {
        String answer = provider.answer("{}");
        return linkName.equals("zoominfo") ? answer.replace("access_token", "jwt") : answer;
    }

    private static String sent(ManagedConnection<UnattendedFlow> connection) {
        return connection.credentialsFor(connection.resolve("")).revealHeaders().get("Authorization");
    }
}
