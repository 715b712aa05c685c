package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** {@code connection.test()}: one request with the credentials in use, and what to do next (RULES F13, S15). */
class TryCredentialsTest extends OnEveryStoreWithApi {
    private ManagedConnection<DirectFlow<ApiKeyCredential>> authorized(Service<DirectFlow<ApiKeyCredential>> service) {
        var connection = connections.shared(service.connection("Sales"));
        var unused = authorize(connection, "CANARY-sales-key");
        return connection;
    }

    private ManagedConnection<DirectFlow<ApiKeyCredential>> probed() throws InterruptedException {
        answers(200); // the probe before saving
        var sales = authorized(service().withProbe("GET", "/me"));
        assertThat(taken().getTarget()).isEqualTo("/me");
        return sales;
    }

    @Test
    void saysThatTheServiceAcceptsTheCredentials() throws InterruptedException {
        var sales = probed();
        answers(204);

        var result = sales.test();

        assertThat(result.passed()).isTrue();
        assertThat(result.httpStatus()).isEqualTo(204);
        assertThat(result.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(result.nextStep()).startsWith("nothing");
        assertThat(taken().getHeaders().get("X-Api-Key")).isEqualTo("CANARY-sales-key");
    }

    @Test
    void showsRefusedCredentialsAsInvalidUntilTheyAreAccepted() throws InterruptedException {
        var sales = probed();
        answers(401, "{\"error\":{\"message\":\"key revoked\"}}");
        answers(200);

        var refused = sales.test();

        assertThat(refused.passed()).isFalse();
        assertThat(refused.status()).isEqualTo(AuthorizationStatus.INVALID);
        assertThat(refused.serviceText()).isEqualTo("key revoked");
        assertThat(refused.nextStep()).contains("reconnect()").contains("switchTo(account)");
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.INVALID);
        assertThat(sales.diagnose().toText()).contains("http_status: 401").doesNotContain("key revoked");
        assertThat(api.getRequestCount()).isEqualTo(2); // no second try

        assertThat(sales.test().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void forgetsARefusalWithNewCredentials() throws InterruptedException {
        var sales = probed();
        answers(403);
        answers(200); // the probe of the new ones

        assertThat(sales.test().status()).isEqualTo(AuthorizationStatus.INVALID);
        var renewed = sales.reconnect().with(ApiKeyCredential.of(Secret.of("CANARY-new-key")));

        assertThat(renewed.status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void doesNotBlameTheCredentialsForAnOutage() throws InterruptedException {
        var sales = probed();
        answers(503, "<html>down</html>");

        var result = sales.test();

        assertThat(result.passed()).isFalse();
        assertThat(result.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(result.serviceText()).isEmpty();
        assertThat(result.nextStep()).contains("try again later");
    }

    @Test
    void saysThatTheProbeIsWrong() throws InterruptedException {
        var sales = probed();
        answers(404);

        var result = sales.test();

        assertThat(result.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(result.nextStep()).contains("check the probe");
    }

    @Test
    void showsNoEchoOfTheCredentials() throws InterruptedException {
        var sales = probed();
        answers(401, "{\"message\":\"no such key: CANARY-sales-key\"}");

        var result = sales.test();

        assertThat(result.serviceText()).isEmpty();
        assertThat(result.toString()).doesNotContain("CANARY");
        assertThat(sales.diagnose().toText()).doesNotContain("CANARY");
    }

    @Test
    void saysThatTheServiceHasNoProbe() {
        var sales = authorized(service());

        var result = sales.test();

        assertThat(result.passed()).isFalse();
        assertThat(result.httpStatus()).isZero();
        assertThat(result.nextStep()).contains("withProbe").contains("test(method, path)");
        assertThat(api.getRequestCount()).isZero();
    }

    @Test
    void triesARequestOfTheCallersChoice() throws InterruptedException {
        var sales = authorized(service());
        answers(200);

        assertThat(sales.test("HEAD", "/leads?limit=1").passed()).isTrue();
        assertThat(taken().getTarget()).isEqualTo("/leads?limit=1");
    }

    @Test
    void refusesAPathThatLeadsElsewhere() {
        var sales = authorized(service());

        var failure =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> sales.test("GET", "/../admin"));

        assertThat(failure.code()).isEqualTo("path_malformed");
        assertThat(api.getRequestCount()).isZero();
    }

    @Test
    void triesTheIdentityRequestWhereThereIsNoProbe() throws InterruptedException {
        answers(500); // no answer at connect: numbered
        var sales = authorized(service().withIdentity("/who", "/id", "/name"));
        answers(200);

        assertThat(sales.test().passed()).isTrue();
        assertThat(taken().getTarget()).isEqualTo("/who");
        assertThat(taken().getTarget()).isEqualTo("/who");
    }

    @Test
    void tellsWhoeverHasNotAuthorized() {
        var sales = connections.shared(service().withProbe("GET", "/me").connection("Sales"));

        var result = sales.test();

        assertThat(result.status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(result.nextStep()).contains("authorize()");
        assertThat(api.getRequestCount()).isZero();
    }

    @Test
    void saysThatTheServiceCannotBeReached() throws InterruptedException {
        var sales = probed();
        api.close();

        var result = sales.test();

        assertThat(result.httpStatus()).isZero();
        assertThat(result.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(result.nextStep()).contains("try again later");
    }

    @Test
    void namesTheScopesThatAreMissing() throws InterruptedException {
        var sales = probed();
        var unused = sales.edit().withScopes("leads.read").update();
        answers(403);

        var result = sales.test();

        assertThat(result.missingScopes()).containsExactly("leads.read");
        assertThat(result.nextStep()).contains("reconnect()").contains("leads.read");
    }

    @Test
    void showsNoPartOfALongToken() throws InterruptedException {
        String token = "CANARY." + "x".repeat(900);
        answers(200);
        var sales = connections.shared(service().withProbe("GET", "/me").connection("Sales"));
        var unused = authorize(sales, token);
        answers(401, "{\"message\":\"Invalid token " + token + "\"}");

        assertThat(sales.test().serviceText()).isEmpty();
    }

    @Test
    void showsNoEchoOfAPassword() {
        var erp = connections.shared(Service.custom("ERP")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers("http://127.0.0.1:" + api.getPort())
                .authentication(Basic.usernameAndPassword())
                .connection("ERP"));
        var unused = erp.authorize().with(new BasicCredential("svc", Secret.of("hunter2hunter2")));
        answers(401, "wrong password hunter2hunter2");

        assertThat(erp.test("GET", "/me").serviceText()).isEmpty();
    }

    @Test
    void doesNotCallCredentialsInvalidForWhatIsForbidden() {
        var sales = authorized(service());
        answers(403, "{\"message\":\"admins only\"}");

        var result = sales.test("GET", "/admin");

        assertThat(result.passed()).isFalse();
        assertThat(result.serviceText()).isEqualTo("admins only");
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void isRefusedToAnApplicationThatMayNotUseIt() {
        var sales = authorized(service());
        sales.access().disable("orders");
        var asOrders = connections.forApplication("orders").shared(sales.definition());

        var failure = catchThrowableOfType(ConnectionForbiddenException.class, () -> asOrders.test("POST", "/leads"));

        assertThat(failure.code()).isEqualTo("application_disabled");
        assertThat(api.getRequestCount()).isZero();
    }
}
