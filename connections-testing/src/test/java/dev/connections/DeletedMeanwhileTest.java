package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import org.junit.jupiter.api.Test;

/** What is held while its connection is deleted leaves nothing behind (RULES S23). */
class DeletedMeanwhileTest extends OnEveryStore {
    private final Reference job = new Reference("orders", "nightly", "jobs/nightly.dg:14");

    private long left(Kind record) {
        return store.count(Query.of("default", record));
    }

    @Test
    void refusesASwitchAndKeepsNoAuthorization() {
        var support = connections.shared(crm().connection("Support"));
        Account saved = authorize(support, "first-key").account().orElseThrow();
        var sales = connections.shared(crm().connection("Sales"));
        var gone = connections.shared(crm().connection("Sales")).delete();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sales.switchTo(saved));

        assertThat(gone.authorizations()).isZero();
        assertThat(failure.code()).isEqualTo("connection_deleted");
        assertThat(left(Kind.AUTHORIZATION)).isEqualTo(1);
        connections.forTenant("default").accounts(crm()).forEach(connections::revokeEverywhere);
        assertThat(left(Kind.CREDENTIAL)).isZero();
    }

    @Test
    void refusesAReference() {
        var sales = connections.shared(crm().connection("Sales"));
        var gone = sales.delete();

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sales.addReference(job));

        assertThat(gone.orphanedConnector()).isEqualTo("sales");
        assertThat(failure.code()).isEqualTo("connection_deleted");
        assertThat(left(Kind.REFERENCE)).isZero();
    }

    @Test
    void isSeenByAnotherProcessThatShowsIt() {
        var sales = connections.shared(crm().connection("Sales"));

        try (Connections other = another()) {
            var theirs = other.find("sales").orElseThrow();
            var update = sales.edit().withName("Sales, Europe").update();
            assertThat(theirs.summary().revision()).isEqualTo(update.summary().revision());
            var gone = sales.delete();

            var failure = catchThrowableOfType(ConnectionConfigurationException.class, theirs::summary);

            assertThat(gone.authorizations()).isZero();
            assertThat(failure.code()).isEqualTo("connection_deleted");
        }
    }
}
