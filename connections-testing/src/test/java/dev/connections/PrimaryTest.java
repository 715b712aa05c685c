package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The primary authorization of a per-user connection (RULES F16, F17). */
class PrimaryTest extends OnEveryStore {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private PerUserConnection<DirectFlow<ApiKeyCredential>> calendar() {
        return connections.perUser(crm().connection("Calendar"));
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("X-Api-Key");
    }

    @Test
    void isTheFirstWhoAuthorizesWhereNoActorIsNamed() {
        var calendar = calendar();

        Authorization first = authorize(calendar.forUser(ALICE), "alice-key");
        Authorization second = authorize(calendar.forUser(BOB), "bob-key");

        assertThat(first.primary()).isTrue();
        assertThat(second.primary()).isFalse();
        assertThat(sent(calendar.primary())).isEqualTo("alice-key");
    }

    @Test
    void isTheFirstSuperAdministratorWhereActorsAreNamed() {
        var calendar = calendar();
        var bobs = authorize(
                connections.by(Actor.user("bob")).perUser(calendar.definition()).forUser(BOB), "bob-key");
        Subject admin = Subject.of(ADMIN.id());

        var admins =
                authorize(connections.by(ADMIN).perUser(calendar.definition()).forUser(admin), "admin-key");

        assertThat(bobs.primary()).isFalse();
        assertThat(admins.primary()).isTrue();
        assertThat(sent(calendar.primary())).isEqualTo("admin-key");
    }

    @Test
    void saysWhoCanMarkOneWhereThereIsNone() {
        var calendar = calendar();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, calendar::primary);

        assertThat(failure.code()).isEqualTo("no_primary");
        assertThat(failure).hasMessageContaining("super administrator").hasMessageContaining("markPrimary");
    }

    @Test
    void movesWhenASuperAdministratorSaysSo() {
        var calendar = calendar();
        var alices = authorize(calendar.forUser(ALICE), "alice-key");
        var bobs = authorize(calendar.forUser(BOB), "bob-key");

        connections.by(ADMIN).perUser(calendar.definition()).markPrimary(BOB);

        assertThat(alices.primary()).isTrue(); // a snapshot
        assertThat(bobs.primary()).isFalse();
        assertThat(calendar.forUser(ALICE).authorization().primary()).isFalse();
        assertThat(calendar.forUser(BOB).authorization().primary()).isTrue();
        assertThat(sent(calendar.primary())).isEqualTo("bob-key");
        assertThat(connections.history().of("calendar").latest(1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.code()).isEqualTo("marked_primary");
                    assertThat(event.subject()).map(Subject::id).contains("bob");
                    assertThat(event.details()).containsEntry("before", "alice");
                });
    }

    @Test
    void isMarkedBySuperAdministratorsOnly() {
        var calendar = calendar();
        var unused = authorize(calendar.forUser(BOB), "bob-key");

        var failure = catchThrowableOfType(
                ConnectionForbiddenException.class,
                () -> connections
                        .by(Actor.developer("7"))
                        .perUser(calendar.definition())
                        .markPrimary(BOB));

        assertThat(failure.code()).isEqualTo("operation_forbidden");
        assertThat(failure.allowedRoles()).contains(Actor.Role.SUPER_ADMIN).doesNotContain(Actor.Role.DEVELOPER);
    }

    @Test
    void cannotBeAUserWhoHasNotAuthorized() {
        var calendar = calendar();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> calendar.markPrimary(ALICE));

        assertThat(failure.code()).isEqualTo("not_authorized");
        assertThat(failure).hasMessageContaining("authorize it first");
    }

    @Test
    void warnsBeforeItIsRevokedAndSaysSoAfterwards() {
        var calendar = calendar();
        calendar.addReference(new Reference("orders", "nightly", "jobs/nightly.dg:14"));
        var unused = authorize(calendar.forUser(ALICE), "alice-key");

        Revocation preview = calendar.forUser(ALICE).revokePreview();
        assertThat(preview.wasPrimary()).isTrue();
        assertThat(preview.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo(Notice.PRIMARY_REVOKED);
            assertThat(notice.text()).contains("markPrimary");
        });
        assertThat(preview.stops()).hasSize(1);
        assertThat(calendar.forUser(ALICE).authorization().primary()).isTrue();

        Revocation revocation = calendar.forUser(ALICE).revoke();
        assertThat(revocation.wasPrimary()).isTrue();
        assertThat(catchThrowableOfType(ConnectionConfigurationException.class, calendar::primary)
                        .code())
                .isEqualTo("no_primary");
    }

    @Test
    void isNotTouchedWhenAnotherUserIsRevoked() {
        var calendar = calendar();
        var alices = authorize(calendar.forUser(ALICE), "alice-key");
        var unused = authorize(calendar.forUser(BOB), "bob-key");

        Revocation revocation = calendar.forUser(BOB).revoke();

        assertThat(revocation.wasPrimary()).isFalse();
        assertThat(revocation.notices()).isEmpty();
        assertThat(calendar.primary().linkName()).isEqualTo(alices.connectionLinkName());
    }

    @Test
    void isOneForEachEnvironmentWhereTheyAreSeparate() {
        var calendar = connections.perUser(crm().connection("Calendar").withSeparateEnvironments());
        var stage = authorize(calendar.forUser(ALICE, Environment.STAGE), "alice-stage");
        var production = authorize(calendar.forUser(BOB, Environment.PRODUCTION), "bob-production");

        assertThat(stage.primary()).isTrue();
        assertThat(production.primary()).isTrue();
        assertThat(sent(calendar.primary(Environment.STAGE))).isEqualTo("alice-stage");
        assertThat(sent(calendar.primary())).isEqualTo("bob-production");
        assertThat(catchThrowableOfType(
                                ConnectionConfigurationException.class, () -> calendar.primary(Environment.DEVELOPMENT))
                        .code())
                .isEqualTo("no_primary");
    }

    @Test
    void doesNotComeBackWithAConnectionDeclaredAgain() {
        var calendar = calendar();
        var unused = authorize(calendar.forUser(ALICE), "alice-key");
        var gone = calendar.delete();

        var again = calendar();
        var bobs = authorize(
                connections.by(Actor.user("bob")).perUser(again.definition()).forUser(BOB), "bob-key");
        var alices = authorize(
                connections.by(Actor.user("alice")).perUser(again.definition()).forUser(ALICE), "alice-key");

        assertThat(gone.authorizations()).isEqualTo(1);
        assertThat(bobs.primary()).isFalse();
        assertThat(alices.primary()).isFalse();
    }

    @Test
    void isNobodyAfterARevocationUntilSomebodyDecides() {
        var calendar = calendar();
        var alices = authorize(calendar.forUser(ALICE), "alice-key");
        var revocation = calendar.forUser(ALICE).revoke();

        Authorization bobs = authorize(calendar.forUser(BOB), "bob-key");

        assertThat(alices.primary()).isTrue();
        assertThat(revocation.wasPrimary()).isTrue();
        assertThat(bobs.primary()).isFalse();
        assertThat(catchThrowableOfType(ConnectionConfigurationException.class, calendar::primary)
                        .code())
                .isEqualTo("no_primary");
    }

    @Test
    void isToldWhenItIsTheFirst() {
        var unused = authorize(calendar().forUser(ALICE), "alice-key");

        assertThat(connections.history().of("calendar"))
                .extracting(ConnectionListener.Event::code)
                .containsExactly("created", "authorized", "marked_primary");
    }
}
