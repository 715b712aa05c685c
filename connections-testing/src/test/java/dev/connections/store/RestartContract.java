package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationRequest;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizedConnection;
import dev.connections.Connection;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Reference;
import dev.connections.Subject;
import dev.connections.internal.record.AuditRecord;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.testing.MockService;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node finds in a store after a restart, or that another node left there. */
abstract class RestartContract {
    private static final String REDIRECT_URI = "https://app.example.com/callback";
    private static final String ALICE = "alice@example.com";
    private static final Reference JOB = new Reference("orders", "nightly job", "jobs/nightly.dg:14");

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    @RegisterExtension
    final SecretCanary canary = SecretCanary.planted();

    /** Tokens expire by this clock; leases, back-off and pending flows by the store's. */
    private final MutableClock clock =
            MutableClock.at(Instant.EPOCH.plusSeconds(2_000_000_000).toString());

    private Connections node = null;

    /** Opens the store of this test once more; what was opened before is closed. */
    abstract ConnectionStore open();

    /** Everything that is stored, as text. */
    abstract String dump();

    private Connections restarted() {
        close();
        node = Connections.builder().clock(clock).store(open()).build();
        return node;
    }

    @AfterEach
    void close() {
        if (node != null) {
            node.close();
        }
    }

    private ManagedConnection<RedirectFlow> declared() {
        return restarted().shared(crm.service().connection("CRM primary").withScopes("leads.read"));
    }

    private String sent(Connection connection) {
        return connection.credentialsFor(crm.resource("leads")).revealHeaders().get("Authorization");
    }

    @Test
    void completesACallbackThatArrivesAfterARestart() {
        AuthorizationRequest request = declared().authorize().begin(REDIRECT_URI);
        URI callback = crm.consent(request.uri(), ALICE);

        var authorization = restarted().complete(callback, request.state());

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        var again = catchThrowableOfType(
                ConnectionSecurityException.class, () -> restarted().complete(callback, request.state()));
        assertThat(again.code()).isEqualTo("flow_unknown");
    }

    @Test
    void refreshesAfterARestartWithTheClientSecretItStored() {
        var unused = crm.approve(declared(), ALICE);
        String before = sent(restarted().get("crm_primary"));
        clock.advance(Duration.ofHours(2));

        String after = sent(restarted().get("crm_primary"));

        assertThat(after).startsWith("Bearer ").isNotEqualTo(before);
        assertThat(crm.tokenRequests())
                .extracting(MockService.TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void finishesAfterARestartWhatAUserBegan() {
        var unused = restarted()
                .perUser(crm.service().connection("Calendars").withScopes("leads.read"))
                .forUser(Subject.of("alice").withName("Alice").withEmail(ALICE));
        AuthorizedConnection<RedirectFlow> alices = restarted()
                .perUser(crm.service().connection("Calendars").withScopes("leads.read"))
                .forUser(Subject.of("alice"));
        AuthorizationRequest request = alices.authorize().begin(REDIRECT_URI);

        var authorization = restarted().complete(crm.consent(request.uri(), ALICE), request.state());

        assertThat(authorization.subject()).map(Subject::id).contains("alice");
    }

    @Test
    void keepsAccountsReferencesSwitchesAndTheAuditTrail() {
        ManagedConnection<RedirectFlow> connection = declared();
        var unused = crm.approve(connection, ALICE);
        connection.addReference(JOB);
        connection.access().disable("billing");

        Connections after = restarted();
        var found = after.find("crm_primary").orElseThrow();

        assertThat(after.accounts(crm.service())).hasSize(1);
        assertThat(found.references()).containsExactly(JOB);
        assertThat(found.summary().disabledApplications()).containsExactly("billing");
        assertThat(new Vault(open()).list(AuditRecord.TYPE, Query.of("default", Kind.AUDIT)))
                .extracting(stored -> stored.value().code())
                .contains("authorized", "disabled");
    }

    @Test
    void keepsTenantsApart() {
        var unused = crm.approve(declared(), ALICE);

        var other = restarted().forTenant("acme");

        assertThat(other.all()).isEmpty();
        assertThat(other.accounts(crm.service())).isEmpty();
        assertThat(other.find("crm_primary")).isEmpty();
    }

    @Test
    void showsNoSecretToWhoeverReadsTheStore() {
        AuthorizationRequest request = declared().authorize().begin(REDIRECT_URI);
        ManagedConnection<RedirectFlow> connection = declared();
        var unused = crm.approve(connection, ALICE);
        String accessToken = sent(connection).substring("Bearer ".length());

        assertThat(dump())
                .contains("crm_primary")
                .doesNotContain(accessToken)
                .doesNotContain(crm.clientSecret().reveal())
                .doesNotContain(request.state());
    }
}
