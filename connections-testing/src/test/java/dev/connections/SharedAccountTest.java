package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user may use the organisation's account, but neither change nor end it for everybody. */
class SharedAccountTest extends OnEveryStore {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private ManagedConnection<DirectFlow<ApiKeyCredential>> sales;
    private AuthorizedConnection<DirectFlow<ApiKeyCredential>> bobs;
    private Account organisations;

    @BeforeEach
    void letBobUseIt() {
        sales = connections.shared(crm().connection("Sales"));
        organisations = authorize(sales, "organisation-key").account().orElseThrow();
        var calendar = connections.perUser(crm().connection("Calendar"));
        bobs = connections.by(Actor.user("bob")).perUser(calendar.definition()).forUser(BOB);
        bobs.switchTo(organisations);
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("X-Api-Key");
    }

    @Test
    void isNotFilledWithAUsersOwnCredentialsByAReconnect() {
        var failure = catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> bobs.reconnect().with(ApiKeyCredential.of(Secret.of("bobs-key"))));

        assertThat(failure.code()).isEqualTo("account_of_another_subject");
        assertThat(failure).hasMessageContaining("nothing was changed").hasMessageContaining("linkNewAccount()");
        assertThat(sent(sales)).isEqualTo("organisation-key");
        assertThat(connections.accounts(crm()))
                .singleElement()
                .satisfies(account -> assertThat(account.owner()).isEmpty());
    }

    @Test
    void staysTheOrganisationsWhenTheUserLinksAnother() {
        var own = bobs.linkNewAccount().with(ApiKeyCredential.of(Secret.of("bobs-key")));

        assertThat(own.account().orElseThrow().owner()).map(Subject::id).contains("bob");
        assertThat(sent(bobs)).isEqualTo("bobs-key");
        assertThat(sent(sales)).isEqualTo("organisation-key");
    }

    @Test
    void staysSavedWhenTheLastWhoUsedItWasAUser() {
        sales.linkNewAccount().with(ApiKeyCredential.of(Secret.of("another-key")));

        Revocation preview = bobs.revokePreview();
        Revocation revocation = bobs.revoke();

        assertThat(preview.accountLivesOn()).isTrue();
        assertThat(revocation.accountLivesOn()).isTrue();
        assertThat(connections.accounts(crm())).extracting(Account::id).contains(organisations.id());
    }

    @Test
    void isReplacedByThoseWhoMaySwitchOnly() {
        var clients = connections.by(Actor.client("7")).shared(sales.definition());

        var failure = catchThrowableOfType(ConnectionForbiddenException.class, clients::linkNewAccount);
        var again = catchThrowableOfType(ConnectionForbiddenException.class, clients::authorize);

        assertThat(failure.code()).isEqualTo(again.code()).isEqualTo("operation_forbidden");
        assertThat(failure).hasMessageContaining("SWITCH");
        assertThat(clients.reconnect()
                        .with(ApiKeyCredential.of(Secret.of("renewed-key")))
                        .status())
                .isEqualTo(AuthorizationStatus.ACTIVE);
    }
}
