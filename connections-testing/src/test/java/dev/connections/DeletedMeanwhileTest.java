package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** What is held while its connection is deleted leaves nothing behind (RULES S23). */
class DeletedMeanwhileTest extends OnEveryStoreWithApi {
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

    @Test
    void keepsNothingOfAGrantThatWasBeingSaved() {
        var sales = connections.shared(
                service().withIdentity("/who", "/id", "/name").connection("Sales"));
        api.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) { // the question whose account it is, before saving
                var unused = connections.find("sales").orElseThrow().delete();
                return new MockResponse.Builder()
                        .body("{\"id\":7,\"name\":\"alice\"}")
                        .build();
            }
        });

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> authorize(sales, "first-key"));

        assertThat(failure.code()).isEqualTo("connection_deleted");
        assertThat(failure).hasMessageContaining("declare it again");
        assertThat(left(Kind.AUTHORIZATION)).isZero();
        assertThat(left(Kind.CREDENTIAL)).isZero();
        assertThat(left(Kind.ACCOUNT)).isZero();
    }
}
