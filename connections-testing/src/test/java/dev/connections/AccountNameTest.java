package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** Names of accounts: what the service says, else a number (RULES F23, F26). */
class AccountNameTest extends OnEveryStoreWithApi {
    private ManagedConnection<DirectFlow<ApiKeyCredential>> sales() {
        return connections.shared(
                service().withIdentity("/who", "/data/id", "/data/email").connection("Sales"));
    }

    private static String name(Authorization authorization) {
        return authorization.account().orElseThrow().name();
    }

    @Test
    void isWhatTheServiceCallsIt() throws InterruptedException {
        answers(200, "{\"data\":{\"id\":7,\"email\":\"alice@example.com\"}}");

        assertThat(name(authorize(sales(), "first-key"))).isEqualTo("alice@example.com");
        assertThat(api.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("first-key");
    }

    @Test
    void isANumberWhereTheServiceDoesNotSay() {
        answers(200, "[]");
        answers(200, "{\"data\":{\"id\":{},\"email\":\"\"}}");
        answers(500);
        var sales = sales();

        assertThat(name(authorize(sales, "first-key"))).isEqualTo("CRM Account 1");
        assertThat(name(authorize(sales, "second-key"))).isEqualTo("CRM Account 2");
        assertThat(name(authorize(sales, "third-key"))).isEqualTo("CRM Account 3");
    }

    @Test
    void isCleanedAndCut() {
        answers(200, "{\"data\":{\"id\":7,\"email\":\"a\\u202eb" + "x".repeat(100) + "\"}}");

        assertThat(name(authorize(sales(), "first-key"))).startsWith("abx").hasSize(50);
    }

    @Test
    void tellsAReconnectAsAnotherAccountAndChangesNothing() {
        answers(200, "{\"data\":{\"id\":7,\"email\":\"alice@example.com\"}}");
        answers(200, "{\"data\":{\"id\":8,\"email\":\"bob@example.com\"}}");
        var sales = sales();
        var first = authorize(sales, "first-key");

        var failure = catchThrowableOfType(
                ConnectionConflictException.class,
                () -> sales.reconnect().with(ApiKeyCredential.of(Secret.of("second-key"))));

        assertThat(failure.code()).isEqualTo("account_differs");
        assertThat(failure)
                .hasMessageContaining("\"bob@example.com\" instead of \"alice@example.com\"")
                .hasMessageContaining("switchTo(account)")
                .hasMessageContaining("linkNewAccount()");
        assertThat(sales.authorization().account())
                .map(Account::id)
                .isEqualTo(first.account().map(Account::id));
    }

    @Test
    void staysWhatAPersonMadeItWhenTheAccountIsReconnected() {
        answers(200, "{\"data\":{\"id\":7,\"email\":\"alice@example.com\"}}");
        answers(200, "{\"data\":{\"id\":7,\"email\":\"alice@new.example\"}}");
        var sales = sales();
        var first = authorize(sales, "first-key");
        var renamed = connections.rename(first.account().orElseThrow(), "Main");

        var again = sales.reconnect().with(ApiKeyCredential.of(Secret.of("second-key")));

        assertThat(renamed.name()).isEqualTo("Main");
        assertThat(name(again)).isEqualTo("Main");
    }

    @Test
    void refusesAPointerThatIsNone() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> crm().withIdentity("/who", "id", "/name"));

        assertThat(failure.code()).isEqualTo("pointer_malformed");
        assertThat(failure).hasMessageContaining("/data/id");
    }

    @Test
    void isNotTakenForTheSameWhereTheServiceDoesNotSayAtAReconnect() {
        answers(200, "{\"data\":{\"id\":7,\"email\":\"alice@example.com\"}}");
        answers(500);
        var sales = sales();
        var first = authorize(sales, "first-key");

        var failure = catchThrowableOfType(
                TransientConnectionException.class,
                () -> sales.reconnect().with(ApiKeyCredential.of(Secret.of("second-key"))));

        assertThat(failure.code()).isEqualTo("identity_unavailable");
        assertThat(failure).hasMessageContaining("nothing was changed");
        assertThat(sales.authorization()).usingRecursiveComparison().isEqualTo(first);
    }
}
