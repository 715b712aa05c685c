package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.store.EveryStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Saved accounts and switching, references, switches, and deletion (DESIGN §4). */
@ParameterizedClass
@EnumSource(EveryStore.class)
class ManagementTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Reference JOB = new Reference("orders", "nightly job", "jobs/nightly.dg:14");

    private final ConnectionStore store;
    private final Connections connections;
    private final Service<DirectFlow<ApiKeyCredential>> service = Service.custom("CRM")
            .resourceServers("https://api.example.com")
            .authentication(ApiKey.inHeader("X-Api-Key"));
    private final ManagedConnection<DirectFlow<ApiKeyCredential>> sales;

    ManagementTest(EveryStore kind, @TempDir Path directory) throws IOException {
        store = kind.open(directory, Clock.systemUTC());
        connections = Connections.builder().store(store).build();
        sales = connections.shared(service.connection("Sales"));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private static Account authorized(AuthorizedConnection<DirectFlow<ApiKeyCredential>> connection, String key) {
        return connection
                .authorize()
                .with(ApiKeyCredential.of(Secret.of(key)))
                .account()
                .orElseThrow();
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("X-Api-Key");
    }

    @Test
    void listsSavedAccountsAlsoWhenNobodyUsesThem() {
        Account first = authorized(sales, "first-key");
        Account second = authorized(sales, "second-key");

        assertThat(connections.accounts(service))
                .extracting(Account::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void switchesBackToAnAccountThatWasUsedBefore() {
        Account first = authorized(sales, "first-key");
        Account second = authorized(sales, "second-key");
        assertThat(sent(sales)).isEqualTo("second-key");

        sales.switchTo(first);

        assertThat(sent(sales)).isEqualTo("first-key");
        assertThat(sales.authorization().account()).map(Account::id).contains(first.id());
        assertThat(connections.accounts(service)).extracting(Account::id).contains(second.id());
    }

    @Test
    void authorizesAConnectionTheFirstTimeWithASavedAccount() {
        Account saved = authorized(sales, "first-key");
        var support = connections.shared(service.connection("Support"));

        support.switchTo(saved);

        assertThat(sent(support)).isEqualTo("first-key");
        assertThat(support.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void refusesAnAccountOfAnotherService() {
        var erp = connections.shared(Service.custom("ERP")
                .resourceServers("https://erp.example")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .connection("ERP"));
        Account foreign = authorized(erp, "erp-key");
        Account own = authorized(sales, "first-key");

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sales.switchTo(foreign));

        assertThat(failure.code()).isEqualTo("account_of_another_service");
        assertThat(failure).hasMessageContaining("\"crm\"").hasMessageContaining("connections.accounts(service)");
        assertThat(sales.authorization().account()).map(Account::id).contains(own.id());
    }

    @Test
    void refusesAnotherSubjectsAccount() {
        var calendars = connections.perUser(service.connection("Calendars"));
        Account alices = authorized(calendars.forUser(Subject.of("alice")), "alice-key");

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> calendars.forUser(Subject.of("bob")).switchTo(alices));

        assertThat(failure.code()).isEqualTo("account_of_another_subject");
        assertThat(failure).hasMessageContaining("the organisation's");
    }

    @Test
    void letsASubjectUseTheOrganisationsAccount() {
        Account organisations = authorized(sales, "first-key");
        var bobs = connections.perUser(service.connection("Calendars")).forUser(Subject.of("bob"));

        bobs.switchTo(organisations);

        assertThat(sent(bobs)).isEqualTo("first-key");
    }

    @Test
    void showsAUserTheirOwnAccountsAndTheOrganisations() {
        Account organisations = authorized(sales, "first-key");
        var calendars = connections.perUser(service.connection("Calendars"));
        Account alices = authorized(calendars.forUser(Subject.of("alice")), "alice-key");
        Account bobs = authorized(calendars.forUser(Subject.of("bob")), "bob-key");

        assertThat(connections.by(Actor.user("alice")).accounts(service))
                .extracting(Account::id)
                .containsExactlyInAnyOrder(organisations.id(), alices.id());
        assertThat(connections.by(Actor.superAdmin("1")).accounts(service))
                .extracting(Account::id)
                .containsExactlyInAnyOrder(organisations.id(), alices.id(), bobs.id());
    }

    @Test
    void refusesAnAccountThatWasNotGrantedWhatTheConnectionAsksFor() {
        var narrow = connections.shared(service.connection("Narrow").withScopes("read"));
        Account saved = authorized(narrow, "first-key");
        var wide = connections.shared(service.connection("Wide").withScopes("read", "write"));

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> wide.switchTo(saved));

        assertThat(failure.code()).isEqualTo("scopes_not_covered");
        assertThat(failure).hasMessageContaining("[write]").hasMessageContaining("reconnect()");
    }

    @Test
    void refusesAnAccountThatIsNotSavedAnyMore() {
        Account gone = authorized(sales, "first-key");
        var unused = sales.revoke();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sales.switchTo(gone));

        assertThat(failure.code()).isEqualTo("account_unknown");
        assertThat(failure).hasMessageContaining("connections.accounts(service)");
    }

    @Test
    void recordsAPlaceThatUsesItOnce() {
        sales.addReference(JOB);
        sales.addReference(JOB);

        assertThat(sales.references()).containsExactly(JOB);
        sales.removeReference(JOB);
        assertThat(sales.references()).isEmpty();
    }

    @Test
    void refusesAReferenceThatNamesNoApplication() {
        var failure =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> new Reference(" ", "job", "x"));

        assertThat(failure.code()).isEqualTo("reference_malformed");
        assertThat(failure).hasMessageContaining("name the application");
    }

    @Test
    void refusesToDeleteWhatIsReferenced() {
        var unused = authorized(sales, "first-key");
        sales.addReference(JOB);

        var failure = catchThrowableOfType(ConnectionConflictException.class, sales::delete);

        assertThat(failure.code()).isEqualTo("connection_in_use");
        assertThat(failure.references()).containsExactly(JOB);
        assertThat(failure).hasMessageContaining("orders nightly job").hasMessageContaining("remove these references");
        assertThat(sent(sales)).isEqualTo("first-key");
    }

    @Test
    void deletesWithEverythingThatOnlyItUses() {
        Account account = authorized(sales, "first-key");

        DefinedConnection.Deletion deletion = sales.delete();

        assertThat(deletion.authorizations()).isEqualTo(1);
        assertThat(deletion.forgotten()).extracting(Account::id).containsExactly(account.id());
        assertThat(deletion.orphanedConnector()).isEqualTo("sales");
        for (Kind kind : List.of(Kind.DEFINITION, Kind.AUTHORIZATION, Kind.ACCOUNT, Kind.CREDENTIAL)) {
            assertThat(store.count(Query.of("default", kind))).as(kind.name()).isZero();
        }
        assertThat(connections.find("sales")).isEmpty();
        assertThatThrownBy(() -> sent(sales)).hasMessageContaining("it was deleted");
    }

    @Test
    void keepsAnAccountThatAnotherConnectionUsesWhenItIsDeleted() {
        Account shared = authorized(sales, "first-key");
        var support = connections.shared(service.connection("Support"));
        support.switchTo(shared);

        DefinedConnection.Deletion deletion = sales.delete();

        assertThat(deletion.forgotten()).isEmpty();
        assertThat(sent(support)).isEqualTo("first-key");
    }

    @Test
    void freesTheLinkNameWhenItIsDeleted() {
        var unused = sales.delete();

        var again = connections.shared(Service.custom("ERP")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .connection("Sales"));

        Account account = authorized(again, "erp-key");
        assertThat(account.name()).isEqualTo("ERP Account 1");
        assertThat(sent(connections.get("sales"))).isEqualTo("erp-key");
    }

    @Test
    void servesNobodyWhileItIsDisabled() {
        var unused = authorized(sales, "first-key");
        assertThat(sent(sales)).isEqualTo("first-key");

        sales.access().disable();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sent(sales));
        assertThat(failure.code()).isEqualTo("connection_disabled");
        assertThat(failure).hasMessageContaining("access().enable()");
        assertThat(sales.summary().enabled()).isFalse();
        sales.access().enable();
        assertThat(sent(sales)).isEqualTo("first-key");
    }

    @Test
    void refusesOnlyTheApplicationItWasDisabledFor() {
        var unused = authorized(sales, "first-key");
        sales.access().disable("orders");

        Connection fromOrders = connections.forApplication("orders").get("sales");
        Connection fromBilling = connections.forApplication("billing").get("sales");

        var failure = catchThrowableOfType(ConnectionForbiddenException.class, () -> sent(fromOrders));
        assertThat(failure.code()).isEqualTo("application_disabled");
        assertThat(failure).hasMessageContaining("access().enable");
        assertThat(sent(fromBilling)).isEqualTo("first-key");
        assertThat(sales.summary().disabledApplications()).containsExactly("orders");
        sales.access().enable("orders");
        assertThat(sent(fromOrders)).isEqualTo("first-key");
    }

    @Test
    void keepsAnApplicationEnabledThatHasReferences() {
        sales.addReference(JOB);

        var failure = catchThrowableOfType(
                ConnectionConflictException.class, () -> sales.access().disable("orders"));

        assertThat(failure.code()).isEqualTo("connection_in_use");
        assertThat(failure.references()).containsExactly(JOB);
        assertThat(sales.summary().disabledApplications()).isEmpty();
        sales.access().disable("billing");
        assertThat(sales.summary().disabledApplications()).containsExactly("billing");
    }

    @Test
    void keepsWhatIsDisabledWhenItIsDeclaredAgain() {
        sales.access().disable();

        var again = connections.shared(service.connection("Sales").withScopes("read"));

        assertThat(again.summary().enabled()).isFalse();
    }
}
