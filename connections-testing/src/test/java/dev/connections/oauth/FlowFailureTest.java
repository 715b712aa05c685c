package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.Subject;
import dev.connections.UnattendedFlow;
import dev.connections.testing.MockService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A flow that fails says which connection it was about. */
class FlowFailureTest {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    @RegisterExtension
    final MockService<UnattendedFlow> jobs = MockService.clientCredentials();

    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void namesConnectionAndSubjectOfADeniedConsent() {
        var calendar = connections.perUser(crm.service().connection("My calendar"));

        ConnectionException failure = crm.deny(calendar.forUser(Subject.of("alice")));

        assertThat(failure.linkName()).isEqualTo("my_calendar");
        assertThat(failure).hasMessageStartingWith("connection \"my_calendar\" (subject alice): ");
    }

    @Test
    void namesTheConnectionOfARefusedGrant() {
        ConnectionException failure =
                jobs.deny(connections.shared(jobs.service().connection("Nightly jobs")));

        assertThat(failure.linkName()).isEqualTo("nightly_jobs");
    }
}
