package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionListener.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what to a connection, and when: read back from the audit trail of every store (RULES A9). */
class HistoryTest extends OnEveryStore {
    private ManagedConnection<DirectFlow<ApiKeyCredential>> sales;

    @BeforeEach
    void declare() {
        sales = connections.by(ADMIN).shared(crm().connection("Sales"));
    }

    private List<String> codes(ConnectionsView view) {
        return view.history().latest(100).stream().map(Event::code).toList();
    }

    @Test
    void tellsEveryOperationTheNewestFirst() {
        var reference = new Reference("orders", "nightly", "jobs/nightly.dg:14");
        var first = authorize(sales, "first-key").account().orElseThrow();
        var second = authorize(sales, "second-key");
        sales.switchTo(first);
        var renamed = connections.by(ADMIN).rename(first, "Main");
        connections.by(ADMIN).forget(second.account().orElseThrow());
        sales.addReference(reference);
        sales.removeReference(reference);
        sales.access().disable("orders");
        sales.access().enable("orders");
        sales.access().enable("orders");
        var update = sales.edit().withName("Sales, Europe").update();
        var revocation = sales.revoke();
        var deletion = sales.delete();

        assertThat(List.of(renamed, update, revocation, deletion)).doesNotContainNull();
        assertThat(codes(connections))
                .containsExactly(
                        "deleted",
                        "revoked",
                        "edited",
                        "enabled",
                        "disabled",
                        "reference_removed",
                        "reference_added",
                        "forgotten",
                        "renamed",
                        "switched",
                        "authorized",
                        "authorized",
                        "created");
        assertThat(connections.history()).allSatisfy(event -> {
            assertThat(event.actor().id()).isEqualTo(ADMIN.id());
            assertThat(event.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void recordsNothingWhereNothingChanged() {
        var reference = new Reference("orders", "nightly", "jobs/nightly.dg:14");
        sales.removeReference(reference);
        sales.addReference(reference);
        sales.addReference(reference);
        var update = sales.edit().withName("Sales").update();
        var again = connections.by(ADMIN).shared(crm().connection("Sales"));

        assertThat(update.changed()).isEmpty();
        assertThat(again.linkName()).isEqualTo("sales");
        assertThat(codes(connections)).containsExactly("reference_added", "created");
    }

    @Test
    void narrowsDownByConnectionActorAndTime() {
        clock.advance(Duration.ofDays(40));
        var support = connections.shared(crm().connection("Support"));
        var unused = authorize(support, "support-key");

        assertThat(connections.history().of("support"))
                .extracting(Event::code)
                .containsExactly("created", "authorized");
        assertThat(connections.history().by(ADMIN.id()))
                .extracting(Event::linkName)
                .containsExactly("sales");
        assertThat(connections.history().since(clock.instant()))
                .extracting(Event::linkName)
                .containsOnly("support");
        assertThat(connections.history().since(clock.instant().plusMillis(1))).isEmpty();
        assertThat(connections.history().latest(1)).extracting(Event::code).containsExactly("authorized");
        assertThat(connections.history().latest(3))
                .extracting(Event::code)
                .containsExactly("authorized", "created", "created");
    }

    @Test
    void tellsWhatAScanFoundAndNoLongerFinds() {
        var place = new Reference("orders", "job.dg", "jobs/job.dg:14");
        var unknown = connections.replaceReferences("orders", Map.of("sales", List.of(place)));
        var again = connections.replaceReferences("orders", Map.of());

        assertThat(unknown).isEqualTo(again).isEmpty();
        assertThat(codes(connections)).containsExactly("reference_removed", "reference_added", "created");
    }

    @Test
    void outlivesTheConnection() {
        var deletion = sales.delete();

        assertThat(deletion.orphanedConnector()).isEqualTo("sales");
        assertThat(connections.history().of("sales")).extracting(Event::code).containsExactly("created", "deleted");
    }

    @Test
    void tellsAnActorOnlyWhatTheyMaySee() {
        var calendar = connections.perUser(crm().connection("Calendar"));
        var unused =
                List.of(authorize(calendar.forUser(ALICE), "alice-key"), authorize(calendar.forUser(BOB), "bob-key"));

        assertThat(connections.by(Actor.user("bob")).history())
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).map(Subject::id).contains("bob"));
        assertThat(connections.by(ADMIN).history()).hasSize(5); // and who is primary
    }

    @Test
    void namesSecretsThatWereRotatedWithoutTheirValues() {
        var weather = connections.shared(crm().connection("Weather"));
        var unused = authorize(weather, "CANARY-key");
        var update =
                weather.edit().withService(crm().withHeader("X-Version", "2")).update();

        assertThat(update.changed()).containsExactly("service");
        assertThat(connections.history().of("weather").latest(1))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.details()).containsEntry("service/headers/X-Version", "(none) -> 2"));
        assertThat(connections.history().toString() + connections.history().latest(9))
                .doesNotContain("CANARY");
    }
}
