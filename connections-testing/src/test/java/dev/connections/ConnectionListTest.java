package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every connection of a tenant at a glance (RULES F19, F20, F28). */
class ConnectionListTest extends OnEveryStore {
    private ManagedConnection<DirectFlow<ApiKeyCredential>> sales;
    private PerUserConnection<DirectFlow<ApiKeyCredential>> calendar;

    @BeforeEach
    void declare() {
        sales = connections.by(ADMIN).shared(crm().connection("Sales"));
        calendar = connections.perUser(crm().connection("Calendar"));
        var erp = connections.shared(Service.custom("Legacy ERP")
                .resourceServers("https://erp.example")
                .authentication(Basic.usernameAndPassword())
                .connection("ERP main")
                .asSystem());
        var unused = List.of(
                authorize(sales, "sales-key"), authorize(calendar.forUser(ALICE), "alice-key"), erp.authorization());
    }

    private static List<String> names(Iterable<ConnectionSummary> summaries) {
        return StreamSupport.stream(summaries.spliterator(), false)
                .map(ConnectionSummary::linkName)
                .toList();
    }

    @Test
    void showsTheStatusOfAllInOneCall() {
        assertThat(connections.summaries())
                .extracting(ConnectionSummary::linkName)
                .containsExactly("calendar", "erp_main", "sales");
        assertThat(connections.summaries()).last().satisfies(summary -> {
            assertThat(summary.authorizations())
                    .singleElement()
                    .extracting(Authorization::status)
                    .isEqualTo(AuthorizationStatus.ACTIVE);
            assertThat(summary).usingRecursiveComparison().isEqualTo(sales.summary());
        });
    }

    @Test
    void saysTheSameWhetherItReadsOneOrAll() {
        var summaries = connections.summaries();

        assertThat(summaries.page(0, 10))
                .usingRecursiveComparison()
                .isEqualTo(StreamSupport.stream(summaries.spliterator(), false).toList());
        assertThat(summaries)
                .first()
                .satisfies(summary -> assertThat(summary.authorizations())
                        .singleElement()
                        .extracting(Authorization::primary)
                        .isEqualTo(true));
    }

    @Test
    void filtersByServiceStatusKindAndCreator() {
        assertThat(names(connections.summaries().ofService("crm"))).containsExactly("calendar", "sales");
        assertThat(names(connections.summaries().ofKind(ConnectionSummary.Kind.SYSTEM)))
                .containsExactly("erp_main");
        assertThat(names(connections.summaries().withStatus(AuthorizationStatus.DISCONNECTED)))
                .containsExactly("erp_main");
        assertThat(names(connections.summaries().createdBy(ADMIN.id()))).containsExactly("sales");
        assertThat(names(connections.summaries().search("LEGACY"))).containsExactly("erp_main");
        assertThat(names(connections.summaries().ofService("crm").ofKind(ConnectionSummary.Kind.USER)))
                .containsExactly("calendar");
    }

    @Test
    void comesInPages() {
        assertThat(names(connections.summaries().page(0, 2))).containsExactly("calendar", "erp_main");
        assertThat(names(connections.summaries().page(1, 2))).containsExactly("sales");
        assertThat(names(connections
                        .summaries()
                        .withStatus(AuthorizationStatus.ACTIVE)
                        .page(1, 1)))
                .containsExactly("sales");
    }

    @Test
    void listsEachServiceInUseOnce() {
        assertThat(connections.services()).extracting(Service::linkName).containsExactly("crm", "legacy_erp");
        assertThat(connections.services()).extracting(Service::custom).containsOnly(true);
    }

    @Test
    void listsWhatAnApplicationUses() {
        sales.addReference(new Reference("orders", "nightly", "jobs/nightly.dg:14"));
        calendar.addReference(new Reference("orders", "form", "forms/visit:3"));
        calendar.addReference(new Reference("billing", "form", "forms/bill:9"));

        assertThat(names(connections.usedIn("orders"))).containsExactly("calendar", "sales");
        assertThat(names(connections.usedIn("orders", "nightly"))).containsExactly("sales");
        assertThat(names(connections.usedIn("orders", "form", "nightly"))).containsExactly("calendar", "sales");
        assertThat(connections.usedIn("unknown")).isEmpty();
    }

    @Test
    void hidesWhatAnActorMayNotSee() {
        var bobs = connections.by(Actor.user("bob"));

        assertThat(names(bobs.summaries())).containsExactly("calendar");
        assertThat(bobs.summaries())
                .singleElement()
                .satisfies(summary -> assertThat(summary.authorizations()).isEmpty());
        assertThat(bobs.services()).extracting(Service::linkName).containsExactly("crm");
    }

    @Test
    void suggestsTheNearestLinkName() {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> connections.get("slaes"));

        assertThat(failure.code()).isEqualTo("connection_unknown");
        assertThat(failure).hasMessageContaining("did you mean \"sales\"?");
    }

    @Test
    void suggestsNothingThatIsFarAwayOrHidden() {
        assertThat(catchThrowableOfType(ConnectionConfigurationException.class, () -> connections.get("inventory")))
                .hasMessageNotContaining("did you mean");
        assertThat(catchThrowableOfType(
                        ConnectionConfigurationException.class,
                        () -> connections.by(Actor.user("bob")).get("slaes")))
                .hasMessageNotContaining("sales");
    }
}
