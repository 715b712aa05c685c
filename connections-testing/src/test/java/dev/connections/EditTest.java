package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Editing a definition at run time, and declaring it in code again (DESIGN §3, RULES F9 to F11, F25). */
class EditTest extends OnEveryStore {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private ManagedConnection<DirectFlow<ApiKeyCredential>> declared(String name, String... scopes) {
        return connections.shared(crm().connection(name).withLinkName("sales").withScopes(scopes));
    }

    @Test
    void changesNameAndScopesAndKeepsTheLinkName() {
        var sales = declared("Sales", "read");

        DefinedConnection.ConnectionUpdate update = sales.edit()
                .withName("Sales, Europe")
                .withScopes("read", "write")
                .update();

        assertThat(update.changed()).containsExactly("name", "scopes");
        assertThat(sales.summary().name()).isEqualTo("Sales, Europe");
        assertThat(sales.summary().requestedScopes()).containsExactly("read", "write");
        assertThat(sales.linkName()).isEqualTo("sales");
    }

    @Test
    void isThereForAnotherProcess() {
        var sales = declared("Sales", "read");

        var update = sales.edit().withName("Sales, Europe").update();

        try (Connections other = another()) {
            assertThat(other.find("sales").orElseThrow().summary().revision())
                    .isEqualTo(update.summary().revision());
            assertThat(other.find("sales").orElseThrow().summary().name()).isEqualTo("Sales, Europe");
        }
    }

    @Test
    void changesNothingBeforeUpdate() {
        var sales = declared("Sales", "read");

        DefinedConnection.Edit edit = sales.edit().withName("Sales, Europe");

        assertThat(sales.summary().name()).isEqualTo("Sales");
        assertThat(edit.update().changed()).containsExactly("name");
    }

    @Test
    void asksForAReconnectOnlyForScopesThatWereNotAskedForThen() {
        var sales = declared("Sales", "read");
        var unused = authorize(sales, "first-key");

        assertThat(sales.edit().withScopes().update().reauthorization()).isFalse();
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(sales.edit().withScopes("read", "write").update().reauthorization())
                .isTrue();
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
        assertThat(sales.authorization().reason()).contains(AuthorizationStatus.Reason.SCOPES);
    }

    @Test
    void servesTheOldScopesUntilTheReconnect() {
        var sales = declared("Sales", "read");
        var unused = authorize(sales, "first-key");

        var update = sales.edit().withScopes("read", "write").update();

        assertThat(update.reauthorization()).isTrue();
        assertThat(sales.credentialsFor(LEADS).revealHeaders()).containsEntry("X-Api-Key", "first-key");
        assertThat(sales.reconnect()
                        .with(ApiKeyCredential.of(Secret.of("second-key")))
                        .status())
                .isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void saysThatTheOldTokenStillCarriesDroppedScopes() {
        var sales = declared("Sales", "read", "write");
        var unused = authorize(sales, "first-key");

        var update = sales.edit().withScopes("read").update();

        assertThat(update.reauthorization()).isFalse();
        assertThat(sales.authorization().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo(Notice.SCOPES_WIDER_THAN_REQUESTED);
            assertThat(notice.text()).contains("[write]").contains("reconnect()");
        });
        var renewed = sales.reconnect().with(ApiKeyCredential.of(Secret.of("second-key")));
        assertThat(renewed.notices()).isEmpty();
    }

    @Test
    void tellsTheSecondOfTwoAdministratorsAndOverwritesNothing() {
        var sales = declared("Sales", "read");
        DefinedConnection.Edit first = sales.edit().withName("First");
        DefinedConnection.Edit second = sales.edit().withName("Second");

        var update = first.update();
        var failure = catchThrowableOfType(ConnectionConflictException.class, second::update);

        assertThat(update.changed()).containsExactly("name");
        assertThat(failure.code()).isEqualTo("edited_meanwhile");
        assertThat(failure).hasMessageContaining("nothing was overwritten").hasMessageContaining("edit it anew");
        assertThat(sales.summary().name()).isEqualTo("First");
    }

    @Test
    void tellsWhoeverEditsWhatAPageShowedLongAgo() {
        var sales = declared("Sales", "read");
        String shown = sales.summary().revision();
        clock.advance(Duration.ofMinutes(5));
        var update = sales.edit().withName("First").update();

        var failure = catchThrowableOfType(
                ConnectionConflictException.class,
                () -> sales.edit().ifStill(shown).withName("Second").update());

        assertThat(failure.code()).isEqualTo("edited_meanwhile");
        assertThat(sales.edit()
                        .ifStill(update.summary().revision())
                        .withName("Second")
                        .update()
                        .changed())
                .containsExactly("name");
    }

    @Test
    void goesOnWhereSomethingElseChangedMeanwhile() {
        var sales = declared("Sales", "read");
        String shown = sales.summary().revision();
        DefinedConnection.Edit edit = sales.edit().ifStill(shown).withName("Sales, Europe");

        clock.advance(Duration.ofMinutes(1));
        sales.access().disable("orders");
        var update = edit.update();

        assertThat(sales.edit().ifStill(update.summary().revision()).update().changed())
                .isEmpty();

        assertThat(update.summary().name()).isEqualTo("Sales, Europe");
        assertThat(update.summary().disabledApplications()).containsExactly("orders");
    }

    @Test
    void refusesAnotherService() {
        var sales = declared("Sales", "read");
        var erp = Service.custom("ERP")
                .resourceServers("https://erp.example")
                .authentication(Basic.usernameAndPassword());

        var failure = catchThrowableOfType(
                ConnectionConflictException.class, () -> sales.edit().withService(erp));

        assertThat(failure.code()).isEqualTo("definition_conflict");
        assertThat(failure).hasMessageContaining("\"crm\"").hasMessageContaining("Declare another connection");
    }

    @Test
    void changesServiceSettingsWithoutANewAuthorization() {
        var sales = declared("Sales", "read");
        var unused = authorize(sales, "first-key");

        var update = sales.edit()
                .withService(crm().withHeader("X-Version", "2").withApiBase("https://api.example.com/v2"))
                .update();

        assertThat(update.changed()).containsExactly("service");
        assertThat(update.reauthorization()).isFalse();
        assertThat(sales.resolve("/leads")).hasToString("https://api.example.com/v2/leads");
        assertThat(sales.credentialsFor(LEADS).revealHeaders())
                .containsEntry("X-Version", "2")
                .containsEntry("X-Api-Key", "first-key");
    }

    @Test
    void refusesToEditWhatWasDeleted() {
        var sales = declared("Sales", "read");
        DefinedConnection.Edit edit = sales.edit().withName("Sales, Europe");
        var gone = sales.delete();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, edit::update);

        assertThat(gone.authorizations()).isZero();
        assertThat(failure.code()).isEqualTo("connection_deleted");
    }

    @Test
    void changesNothingWithAnInvalidEdit() {
        var sales = declared("Sales", "read");

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> sales.edit().withName("Sales, Europe").withScopes("two words"));

        assertThat(failure.code()).isEqualTo("scope_malformed");
        assertThat(sales.summary().name()).isEqualTo("Sales");
    }

    @Test
    void keepsAnAdministratorsEditWhenCodeDeclaresTheSameAgain() {
        var sales = declared("Sales", "read");
        var update = sales.edit()
                .withName("Sales, Europe")
                .withScopes("read", "write")
                .withService(crm().withHeader("X-Version", "2"))
                .update();

        var again = declared("Sales", "read");

        assertThat(again.summary().revision()).isEqualTo(update.summary().revision());
        assertThat(again.definition().name()).isEqualTo("Sales, Europe");
        assertThat(again.definition().service().headers()).containsEntry("X-Version", "2");
    }

    @Test
    void takesOverWhatCodeDeclaresAnewAndKeepsTheRest() {
        var sales = declared("Sales", "read", "delete");
        var unused = sales.edit()
                .withName("Sales, Europe")
                .withScopes("read", "delete", "write")
                .update();

        var again = declared("Sales", "read", "audit");

        assertThat(again.definition().name()).isEqualTo("Sales, Europe");
        assertThat(again.definition().scopes()).containsExactly("read", "write", "audit");
    }

    @Test
    void letsCodeRenameWhatAnAdministratorRenamedBefore() {
        var sales = declared("Sales", "read");
        var unused = sales.edit().withName("Sales, Europe").update();

        var again = declared("Sales 2", "read");

        assertThat(again.definition().name()).isEqualTo("Sales 2");
    }

    @Test
    void refusesAnActorWhoMayNotAndSaysWhoMay() {
        var sales = declared("Sales", "read");

        var failure = catchThrowableOfType(
                ConnectionForbiddenException.class,
                () -> connections
                        .by(Actor.client("7"))
                        .find("sales")
                        .orElseThrow()
                        .edit());

        assertThat(failure.code()).isEqualTo("operation_forbidden");
        assertThat(failure.allowedRoles()).contains(Actor.Role.SUPER_ADMIN, Actor.Role.DEVELOPER);
        assertThat(sales.summary().modifiedBy().role()).isEqualTo(Actor.Role.SYSTEM);
    }

    @Test
    void recordsWhoEdited() {
        var sales = declared("Sales", "read");
        clock.advance(Duration.ofMinutes(5));

        var update = connections
                .by(ADMIN)
                .find("sales")
                .orElseThrow()
                .edit()
                .withName("Sales, Europe")
                .update();

        assertThat(update.summary().modifiedBy().id()).isEqualTo(ADMIN.id());
        assertThat(update.summary().modifiedAt()).isEqualTo(clock.instant());
        assertThat(update.summary().createdBy().role()).isEqualTo(Actor.Role.SYSTEM);
        assertThat(connections.history().of(sales.linkName()).latest(1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.code()).isEqualTo("edited");
                    assertThat(event.actor().id()).isEqualTo(ADMIN.id());
                    assertThat(event.details())
                            .containsEntry("changed", "name")
                            .containsEntry("name", "Sales -> Sales, Europe");
                });
    }
}
