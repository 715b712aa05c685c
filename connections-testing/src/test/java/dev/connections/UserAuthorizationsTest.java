package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every user's authorization of a per-user connection: listed, searched, filtered, paged (RULES F15). */
class UserAuthorizationsTest extends OnEveryStore {
    private PerUserConnection<DirectFlow<ApiKeyCredential>> calendar;

    @BeforeEach
    void authorizeTwoUsers() {
        calendar = connections.perUser(crm().connection("Calendar").withSeparateEnvironments());
        var unused = List.of(
                authorize(calendar.forUser(BOB, Environment.STAGE), "bob-stage"),
                authorize(calendar.forUser(BOB), "bob-key"),
                authorize(calendar.forUser(ALICE), "alice-key"));
    }

    private static List<String> subjects(Iterable<Authorization> authorizations) {
        return IntStream.range(0, 1)
                .boxed()
                .flatMap(once -> java.util.stream.StreamSupport.stream(authorizations.spliterator(), false))
                .map(each -> each.subject().orElseThrow().id())
                .toList();
    }

    @Test
    void showsWhoWhenAndWhere() {
        assertThat(calendar.authorizations()).hasSize(3).first().satisfies(alices -> {
            assertThat(alices.subject().flatMap(Subject::name)).contains("Alice Ng");
            assertThat(alices.subject().flatMap(Subject::email)).contains("alice@example.com");
            assertThat(alices.subject().flatMap(Subject::type)).contains("admin");
            assertThat(alices.environment()).contains(Environment.PRODUCTION);
            assertThat(alices.authorizedAt()).contains(clock.instant());
            assertThat(alices.status()).isEqualTo(AuthorizationStatus.ACTIVE);
            assertThat(alices.account().map(Account::name)).contains("CRM Account 3");
        });
    }

    @Test
    void findsByNameEmailAndId() {
        assertThat(subjects(calendar.authorizations().search("ALICE NG"))).containsExactly("alice");
        assertThat(subjects(calendar.authorizations().search("bob@"))).containsExactly("bob", "bob");
        assertThat(subjects(calendar.authorizations().search("nobody"))).isEmpty();
    }

    @Test
    void filtersByEnvironmentAndType() {
        assertThat(subjects(calendar.authorizations().on(Environment.STAGE))).containsExactly("bob");
        assertThat(subjects(calendar.authorizations().ofType("admin"))).containsExactly("alice");
        assertThat(subjects(calendar.authorizations().ofType("client").on(Environment.PRODUCTION)))
                .containsExactly("bob");
    }

    @Test
    void refusesAnEnvironmentWhereNoneAreSeparate() {
        var together = connections.perUser(crm().connection("Together"));

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> together.authorizations().on(Environment.STAGE));

        assertThat(failure.code()).isEqualTo("environments_not_separate");
    }

    @Test
    void comesInPages() {
        assertThat(subjects(calendar.authorizations().page(0, 2))).containsExactly("alice", "bob");
        assertThat(subjects(calendar.authorizations().page(1, 2))).containsExactly("bob");
        assertThat(calendar.authorizations().page(2, 2)).isEmpty();
        assertThatThrownBy(() -> calendar.authorizations().page(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void showsAUserNobodyElses() {
        var bobs = connections.by(Actor.user("bob")).perUser(calendar.definition());

        assertThat(subjects(bobs.authorizations())).containsExactly("bob", "bob");
        assertThat(bobs.summary().authorizations())
                .extracting(Authorization::subject)
                .extracting(Optional::orElseThrow)
                .extracting(Subject::id)
                .containsOnly("bob");
    }

    @Test
    void remembersWhoAUserIsWhereAJobNamesThemByTheirIdAlone() {
        var alices = calendar.forUser(Subject.of("alice"));
        var again = alices.reconnect().with(ApiKeyCredential.of(Secret.of("second-key")));
        alices.switchTo(again.account().orElseThrow());

        assertThat(subjects(calendar.authorizations().search("Alice Ng").ofType("admin")))
                .containsExactly("alice");
    }

    @Test
    void takesOverANewEmailAddress() {
        Subject renamed = ALICE.withEmail("alice@new.example");
        var unused = calendar.forUser(renamed).reconnect().with(ApiKeyCredential.of(Secret.of("second-key")));

        assertThat(subjects(calendar.authorizations().search("alice@new"))).containsExactly("alice");
        assertThat(calendar.authorizations().search("alice@example")).isEmpty();
    }

    @Test
    void hidesOtherUsersAccountsFromDevelopers() {
        var developers = connections.by(Actor.developer("7")).perUser(calendar.definition());

        assertThat(developers.authorizations()).hasSize(3).allSatisfy(each -> {
            assertThat(each.account()).isEmpty();
            assertThat(each.subject()).isPresent();
            assertThat(each.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        });
        assertThat(connections.by(ADMIN).perUser(calendar.definition()).authorizations())
                .allSatisfy(each -> assertThat(each.account()).isPresent());
    }
}
