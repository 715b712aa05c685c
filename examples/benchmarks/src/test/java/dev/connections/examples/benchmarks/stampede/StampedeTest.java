package dev.connections.examples.benchmarks.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every library gives what it is timed for; only the SDK's numbers are held to the goal. */
class StampedeTest {
    private final Scenario scenario = new Scenario(20, 2, Duration.ofMillis(20), Duration.ofMillis(60));

    @Test
    void asksOnceForEachGrantAndLosesNone() throws Exception {
        Stampede.Outcome outcome = new Stampede(scenario).by(Library.CONNECTIONS);

        assertThat(outcome.requestsEachTime()).isEqualTo(1);
        assertThat(outcome.failedCallers()).isZero();
        assertThat(outcome.lostGrants()).isZero();
        assertThat(outcome.waits()).hasSize(40);
    }

    @Test
    void getsATokenFromEveryLibrary() throws Exception {
        for (Library library : Library.values()) {
            try (RotatingServer server = RotatingServer.start(Duration.ZERO);
                    Client client = library.client(server.tokenEndpoint(), 1)) {
                assertThat(client.token(0)).as(library.label()).endsWith("access-0-1");
            }
        }
    }

    @Test
    void endsAGrantWhoseRefreshTokenComesTwice() throws Exception {
        try (RotatingServer server = RotatingServer.start(Duration.ZERO);
                Client first = Library.GOOGLE_AUTH.client(server.tokenEndpoint(), 1);
                Client second = Library.GOOGLE_AUTH.client(server.tokenEndpoint(), 1)) {
            assertThat(first.token(0)).isEqualTo("access-0-1");
            assertThat(server.lost()).isZero();

            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> second.token(0)))
                    .isNotNull();
            assertThat(server.lost()).isEqualTo(1);
        }
    }
}
