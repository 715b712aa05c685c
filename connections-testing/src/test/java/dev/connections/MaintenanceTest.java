package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.StrategyProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.TokenRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refresh tokens that nobody uses are renewed before their service forgets them (RULES S16). */
class MaintenanceTest extends OnEveryStore {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode().rotatingRefreshTokens(Duration.ZERO);

    private ManagedConnection<RedirectFlow> authorized(String name) {
        var connection = connections.shared(crm.timedBy(clock).service().connection(name));
        assertThat(crm.approve(connection, name).status()).isEqualTo(AuthorizationStatus.ACTIVE);
        return connection;
    }

    private long refreshes() {
        return crm.tokenRequests().stream()
                .map(TokenRequest::grantType)
                .filter("refresh_token"::equals)
                .count();
    }

    @Test
    void saysWhenTheNextCredentialIsDue() {
        assertThat(connections.nextMaintenance()).isEmpty();
        var unused = authorized("Sales");

        assertThat(connections.nextMaintenance()).contains(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void renewsWhatIsDueAndNothingElse() {
        var sales = authorized("Sales");
        clock.advance(Duration.ofDays(6));
        var support = authorized("Support");

        assertThat(connections.refreshDue(100)).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(connections.refreshDue(100)).isEqualTo(1);

        assertThat(refreshes()).isEqualTo(1);
        assertThat(connections.refreshDue(100)).isZero();
        assertThat(connections.nextMaintenance()).contains(clock.instant().plus(Duration.ofDays(6)));
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(support.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void renewsNoMoreThanAsked() {
        var first = authorized("First");
        var second = authorized("Second");
        clock.advance(Duration.ofDays(8));

        assertThat(connections.refreshDue(1)).isEqualTo(1);
        assertThat(connections.refreshDue(5)).isEqualTo(1);
        assertThat(first.authorization().status())
                .isEqualTo(second.authorization().status());
    }

    @Test
    void renewsASavedAccountThatNoConnectionUses() {
        var sales = authorized("Sales");
        Account unused = sales.authorization().account().orElseThrow();
        assertThat(crm.approve(sales.linkNewAccount(), "bob").status()).isEqualTo(AuthorizationStatus.ACTIVE);
        clock.advance(Duration.ofDays(8));

        assertThat(connections.refreshDue(100)).isEqualTo(2);
        sales.switchTo(unused);
        assertThat(sales.credentialsFor(crm.resource("leads")).revealHeaders()).containsKey("Authorization");
    }

    @Test
    void goesOnAfterOneThatFails() {
        var sales = authorized("Sales");
        var support = authorized("Support");
        crm.revokeAtService("Sales");
        clock.advance(Duration.ofDays(8));

        assertThat(connections.refreshDue(1)).isEqualTo(1);
        assertThat(connections.refreshDue(100)).isZero();
        assertThat(support.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
        assertThat(connections.nextMaintenance()).contains(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void concernsCredentialsThatCanBeRenewedOnly() {
        var typed = connections.shared(crm().connection("Typed"));

        assertThat(authorize(typed, "first-key").status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(connections.nextMaintenance()).isEmpty();
    }

    @Test
    void isForThoseWhoMaintain() {
        var failure = catchThrowableOfType(
                ConnectionForbiddenException.class,
                () -> connections.by(Actor.client("7")).refreshDue(1));

        assertThat(failure.code()).isEqualTo("operation_forbidden");
        assertThatThrownBy(() -> connections.refreshDue(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one credential or more");
    }

    @Test
    void leavesAloneWhatNothingCanRenew() {
        var sales = authorized("Sales");
        Account saved = sales.authorization().account().orElseThrow();
        assertThat(crm.approve(sales.linkNewAccount(), "bob").status()).isEqualTo(AuthorizationStatus.ACTIVE);
        var gone = sales.delete(); // the first account stays saved, and nobody knows its service any more
        clock.advance(Duration.ofDays(8));

        assertThat(connections.refreshDue(100)).isZero();
        assertThat(connections.nextMaintenance()).isEmpty();
        assertThat(gone.forgotten()).extracting(Account::id).doesNotContain(saved.id());
        assertThat(connections.accounts(crm.service())).extracting(Account::id).containsExactly(saved.id());
    }

    @Test
    void removesWhatACrashLeftWithoutAnAccount() {
        var sales = authorized("Sales");
        String account = sales.authorization().account().orElseThrow().id();
        var taken = store.take(new ConnectionStore.Key("default", Kind.ACCOUNT, account));
        clock.advance(Duration.ofDays(8));

        assertThat(taken).isPresent();
        assertThat(connections.refreshDue(100)).isZero();
        assertThat(store.count(Query.of("default", Kind.CREDENTIAL))).isZero();
    }

    @Test
    void leavesAServiceAloneThatIsDown() {
        var first = authorized("First");
        var second = authorized("Second");
        crm.failNext(MockService.Endpoint.TOKEN, MockService.Fault.UNAVAILABLE);
        clock.advance(Duration.ofDays(8));

        assertThat(connections.refreshDue(100)).isZero();

        assertThat(refreshes()).isEqualTo(1);
        assertThat(first.authorization().status())
                .isEqualTo(second.authorization().status());
    }

    /** One user's server must not keep the others' tokens from being renewed. */
    @Test
    void goesOnWithOtherHostsOfAServiceOfWhichOneIsDown() {
        var strategy = new ScriptedStrategy();
        strategy.keptAliveFor(Duration.ofDays(7));
        var dead = new AtomicReference<Map<String, String>>();
        strategy.refreshingBy((current, context) -> {
            dead.compareAndSet(null, context.inputs()); // whichever is the first
            return context.inputs().equals(dead.get())
                    ? ScriptedStrategy.unavailable(false)
                    : strategy.renewed(current, context);
        });
        Input host = Input.text("host", "Host");
        var git = Service.custom("Git")
                .resourceServers("https://" + host.place() + ".git.example")
                .authentication(strategy)
                .withInputs(host);
        try (Connections own = Connections.builder()
                .clock(clock)
                .strategies(StrategyProvider.of(strategy))
                .build()) {
            var perUser = own.perUser(git.connection("Git"));
            perUser.forUser(ALICE).authorize().withInputs(Map.of("host", "a")).grant();
            perUser.forUser(BOB).authorize().withInputs(Map.of("host", "b")).grant();
            clock.advance(Duration.ofDays(8));

            assertThat(own.refreshDue(100)).isEqualTo(1);
        }
    }
}
