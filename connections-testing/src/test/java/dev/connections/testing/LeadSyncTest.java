package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService.TokenRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a user's test looks (STYLE.md, section 4f). */
class LeadSyncTest {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode(); // loopback, random port

    final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    final Connections connections = Connections.builder().clock(clock).build();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void refreshesOnceWhenTheAccessTokenHasExpired() {
        var connection =
                connections.shared(crm.service().connection("CRM primary").withScopes("leads.read"));
        crm.approve(connection, "alice@example.com");
        clock.advance(Duration.ofHours(2));

        new LeadSync(connection).run(crm.resource("leads"));

        assertThat(crm.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void sendsWhatTheConnectionGives() {
        Connection fake = FakeConnection.sending("Authorization", "Bearer test"); // when no flow is under test

        int status = new LeadSync(fake).run(crm.resource("leads"));

        assertThat(status).isEqualTo(401);
        assertThat(crm.resourceRequests().get(0).carried(dev.connections.Secret.of("Bearer test")))
                .isTrue();
    }
}
