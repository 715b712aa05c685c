package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.testing.MockService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of accounts: renamed, linked, kept after a switch, forgotten, ended everywhere (RULES F17, F24, F25). */
class SavedAccountsTest extends OnEveryStore {
    private static final Reference JOB = new Reference("orders", "nightly job", "jobs/nightly.dg:14");

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private Service<RedirectFlow> service;
    private ManagedConnection<RedirectFlow> sales;
    private ManagedConnection<RedirectFlow> support;

    @BeforeEach
    void declare() {
        service = crm.service();
        sales = connections.shared(service.connection("Sales").withScopes("leads.read"));
        support = connections.shared(service.connection("Support").withScopes("leads.read"));
    }

    private Account authorized(String person) {
        return crm.approve(sales, person).account().orElseThrow();
    }

    private int saved() {
        return connections.accounts(service).size();
    }

    @Test
    void givesAnAccountAnotherNameWithoutTouchingItsUse() {
        Account account = authorized("alice@example.com");

        Account renamed = connections.rename(account, "Main account");

        assertThat(renamed.name()).isEqualTo("Main account");
        assertThat(connections.accounts(service)).extracting(Account::name).containsExactly("Main account");
        assertThat(sales.authorization().account()).map(Account::name).contains("Main account");
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void refusesANameThatNoPageCouldShow() {
        Account account = authorized("alice@example.com");

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> connections.rename(account, "x".repeat(51)));

        assertThat(failure.code()).isEqualTo("name_too_long");
        assertThat(failure).hasMessageContaining("shorten it");
    }

    @Test
    void linksAnotherAccountAndKeepsTheFirst() {
        Account first = authorized("alice@example.com");

        var second = crm.approve(sales.linkNewAccount(), "bob@example.com");

        assertThat(second.account().orElseThrow().id()).isNotEqualTo(first.id());
        assertThat(saved()).isEqualTo(2);
    }

    @Test
    void keepsAnAccountAfterASwitchAndTellsTheServiceNothing() {
        Account first = authorized("alice@example.com");
        Account second =
                crm.approve(sales.linkNewAccount(), "bob@example.com").account().orElseThrow();

        sales.switchTo(first);

        assertThat(connections.accounts(service)).extracting(Account::id).contains(second.id());
        assertThat(crm.revocationRequests()).isEmpty();
    }

    @Test
    void forgetsAnAccountThatNobodyUsesAndTellsTheService() {
        Account unusedOne = authorized("alice@example.com");
        var unused = crm.approve(sales.linkNewAccount(), "bob@example.com");

        connections.forget(unusedOne);

        assertThat(connections.accounts(service)).extracting(Account::id).doesNotContain(unusedOne.id());
        assertThat(crm.revocationRequests()).isNotEmpty();
    }

    @Test
    void refusesToForgetAnAccountInUse() {
        Account account = authorized("alice@example.com");

        var failure = catchThrowableOfType(ConnectionConflictException.class, () -> connections.forget(account));

        assertThat(failure.code()).isEqualTo("account_in_use");
        assertThat(failure).hasMessageContaining("\"sales\"").hasMessageContaining("revokeEverywhere(account)");
        assertThat(saved()).isEqualTo(1);
    }

    @Test
    void endsACompromisedAccountWhoeverUsesIt() {
        Account account = authorized("alice@example.com");
        support.switchTo(account);
        support.addReference(JOB);

        Revocation revocation = connections.revokeEverywhere(account);

        assertThat(revocation.stops()).containsExactly(JOB);
        assertThat(revocation.accountLivesOn()).isFalse();
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(support.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(saved()).isZero();
        assertThat(crm.revocationRequests()).isNotEmpty();
    }

    @Test
    void saysBeforehandWhatARevocationStops() {
        Account account = authorized("alice@example.com");
        support.switchTo(account);
        sales.addReference(JOB);

        Revocation preview = sales.revokePreview();

        assertThat(preview.stops()).containsExactly(JOB);
        assertThat(preview.accountLivesOn()).isTrue();
        assertThat(preview.environments()).containsExactlyInAnyOrder(Environment.values());
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(crm.revocationRequests()).isEmpty();
    }

    @Test
    void asksThePolicyBeforeAnAccountIsEnded() {
        Account account = authorized("alice@example.com");
        try (Connections strict = Connections.builder()
                .policy(request -> java.util.Set.of(Actor.Role.SUPER_ADMIN))
                .build()) {
            var elsewhere = strict.shared(service.connection("Sales").withScopes("leads.read"));
            Account there =
                    crm.approve(elsewhere, "alice@example.com").account().orElseThrow();

            var failure = catchThrowableOfType(
                    ConnectionForbiddenException.class,
                    () -> strict.by(Actor.user("bob")).revokeEverywhere(there));

            assertThat(failure.code()).isEqualTo("operation_forbidden");
            assertThat(failure.allowedRoles()).containsExactly(Actor.Role.SUPER_ADMIN);
        }
        assertThat(account.name()).isNotEmpty();
    }

    @Test
    void refusesAnAccountThatIsGone() {
        Account account = authorized("alice@example.com");
        var unused = sales.revoke();

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> connections.rename(account, "Main account"));

        assertThat(failure.code()).isEqualTo("account_unknown");
        assertThat(failure).hasMessageContaining("connections.accounts(service)");
    }
}
