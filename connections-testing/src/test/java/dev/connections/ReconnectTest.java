package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reconnecting with new values: nothing that refers to the connection changes, and only what works is kept (RULES F4). */
class ReconnectTest extends OnEveryStoreWithApi {
    private static final Reference JOB = new Reference("orders", "nightly job", "jobs/nightly.dg:14");

    private String sent(Connection connection, String header) {
        URI leads = URI.create("http://127.0.0.1:" + api.getPort() + "/leads");
        return connection.credentialsFor(leads).revealHeaders().getOrDefault(header, "");
    }

    private ManagedConnection<DirectFlow<ApiKeyCredential>> sales() {
        var sales = connections.shared(service().withProbe("GET", "/me").connection("Sales"));
        answers(200);
        assertThat(authorize(sales, "first-key").status()).isEqualTo(AuthorizationStatus.ACTIVE);
        return sales;
    }

    @Test
    void keepsLinkNameReferencesAndAccount() {
        var sales = sales();
        sales.addReference(JOB);
        var before = sales.authorization().account().map(Account::id);
        answers(200);

        var again = sales.reconnect().with(ApiKeyCredential.of(Secret.of("second-key")));

        assertThat(again.connectionLinkName()).isEqualTo("sales");
        assertThat(again.account().map(Account::id)).isEqualTo(before);
        assertThat(sales.references()).containsExactly(JOB);
        assertThat(sent(sales, "X-Api-Key")).isEqualTo("second-key");
    }

    @Test
    void keepsTheOldKeyWhenTheServiceRefusesTheNewOne() {
        var sales = sales();
        answers(401);

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> sales.reconnect().with(ApiKeyCredential.of(Secret.of("wrong-key"))));

        assertThat(failure.code()).isEqualTo("rejected_by_service");
        assertThat(failure).hasMessageContaining("HTTP 401").hasMessageContaining("nothing was saved");
        assertThat(sent(sales, "X-Api-Key")).isEqualTo("first-key");
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void keepsTheOldKeyWhenTheServiceCannotSay() {
        var sales = sales();
        answers(503);

        var failure = catchThrowableOfType(
                TransientConnectionException.class,
                () -> sales.reconnect().with(ApiKeyCredential.of(Secret.of("second-key"))));

        assertThat(failure.code()).isEqualTo("probe_unavailable");
        assertThat(failure).hasMessageContaining("try again later");
        assertThat(sent(sales, "X-Api-Key")).isEqualTo("first-key");
    }

    @Test
    void keepsTheOldPasswordWhenAValueIsMissing() {
        var erp = connections.shared(Service.custom("ERP")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers("http://127.0.0.1:" + api.getPort())
                .authentication(Basic.fields(Field.text("api_user", "API user"), Field.secret("api_key", "API key")))
                .connection("ERP"));
        var first = erp.authorize().withValues(Map.of("api_user", "svc", "api_key", "first"));
        String before = sent(erp, "Authorization");

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> erp.reconnect().withValues(Map.of("api_user", "svc")));

        assertThat(first.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(failure.code()).isEqualTo("parameter_mismatch");
        assertThat(failure).hasMessageContaining("API key is missing");
        assertThat(sent(erp, "Authorization")).isEqualTo(before).startsWith("Basic ");
    }
}
