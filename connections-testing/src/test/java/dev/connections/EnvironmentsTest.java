package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Development, stage and production with the same authorization or with one each (RULES F22). */
class EnvironmentsTest extends OnEveryStore {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("X-Api-Key");
    }

    @Test
    void haveOneAuthorizationEachWhereTheyAreSeparate() {
        var sales = connections.shared(crm().connection("Sales").withSeparateEnvironments());
        var production = authorize(sales, "production-key");
        var stage = authorize(sales.on(Environment.STAGE), "stage-key");

        assertThat(production.environment()).contains(Environment.PRODUCTION);
        assertThat(stage.environment()).contains(Environment.STAGE);
        assertThat(sent(sales)).isEqualTo("production-key");
        assertThat(sent(sales.on(Environment.STAGE))).isEqualTo("stage-key");
        assertThat(sales.on(Environment.DEVELOPMENT).authorization().status())
                .isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(sales.summary().authorizations()).hasSize(2);
    }

    @Test
    void mayShareAnAccount() {
        var sales = connections.shared(crm().connection("Sales").withSeparateEnvironments());
        var production = authorize(sales, "production-key");

        sales.on(Environment.STAGE).switchTo(production.account().orElseThrow());
        Revocation revocation = sales.on(Environment.STAGE).revoke();

        assertThat(revocation.environments()).containsExactly(Environment.STAGE);
        assertThat(revocation.accountLivesOn()).isTrue();
        assertThat(sent(sales)).isEqualTo("production-key");
    }

    @Test
    void areNoneWhereTheyAreNotSeparate() {
        var sales = connections.shared(crm().connection("Sales"));

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sales.on(Environment.STAGE));

        assertThat(failure.code()).isEqualTo("environments_not_separate");
        assertThat(failure).hasMessageContaining("withSeparateEnvironments()");
        assertThat(authorize(sales, "one-key").environment()).isEmpty();
    }

    @Test
    void cannotBeSeparatedLater() {
        var sales = connections.shared(crm().connection("Sales"));

        var failure = catchThrowableOfType(
                ConnectionConflictException.class,
                () -> connections.shared(crm().connection("Sales").withSeparateEnvironments()));

        assertThat(failure.code()).isEqualTo("definition_conflict");
        assertThat(sales.summary().separateEnvironments()).isFalse();
    }
}
