package dev.connections.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Account;
import dev.connections.Actor;
import dev.connections.BasicCredential;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Reference;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DataCenter;
import dev.connections.catalog.DefaultServices;
import dev.connections.examples.recipes.SignWithHmac.HmacKey;
import dev.connections.http.CredentialInterceptor;
import dev.connections.oauth.OAuth2;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import dev.connections.testing.MockService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs each recipe. */
class RecipesTest {
    @RegisterExtension
    final MockService<DirectFlow<BasicCredential>> erp = MockService.basic();

    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void connectDefaultServiceSendsTheBrowserToTheUsersDataCentre() {
        var crm = DefaultServices.ZOHO_CRM.at(DataCenter.EU).client("1000.ABC", Secret.of("hidden"));

        URI uri = ConnectDefaultService.begin(connections, crm).uri();

        assertThat(uri.getRawQuery())
                .contains("client_id=1000.ABC", "access_type=offline", "code_challenge_method=S256")
                .doesNotContain("hidden");
    }

    @Test
    void defineBasicServiceAuthorizesARequestOfTheJdksClient() throws Exception {
        var main = connections.shared(erp.service().connection("ERP main"));
        var unused = erp.approve(main, "svc-orders");

        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(DefineBasicService.request(main), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void signWithHmacSignsEachRequest() throws Exception {
        var service = Service.custom("Partner")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(erp.resource("").toString())
                .authentication(new SignWithHmac());
        var partner = connections.shared(service.connection("Partner main"));
        Secret key = Secret.of("signing-key");
        var unused = partner.authorize().with(new HmacKey("key-7", key));
        URI orders = partner.resolve("/orders");

        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(partner))
                .build();
        try (Response response = http.newCall(
                        new Request.Builder().url(orders.toString()).build())
                .execute()) {
            assertThat(response.code()).isEqualTo(401); // the mock wants a password; what it received is the point here
        }
        Map<String, String> headers = partner.credentialsFor("GET", orders).revealHeaders();

        assertThat(erp.resourceRequests())
                .singleElement()
                .satisfies(request -> assertThat(
                                request.carried(Secret.of(SignWithHmac.signature(key, "GET " + orders))))
                        .isTrue());
        assertThat(headers)
                .containsEntry("X-Key-Id", "key-7")
                .containsEntry("X-Signature", SignWithHmac.signature(key, "GET " + orders));
    }

    @Test
    void signWithHmacIsAskedForByItsParameters() {
        var service = Service.custom("Partner")
                .resourceServers("https://api.partner.example")
                .authentication(new SignWithHmac());
        var partner = connections.shared(service.connection("Partner main"));

        var fields = partner.authorize().fields();
        var authorization = partner.authorize().withValues(Map.of("key_id", "key-7", "key", "signing-key"));

        assertThat(fields).extracting("displayName").containsExactly("Key ID", "Signing key");
        assertThat(authorization.status()).hasToString("ACTIVE");
    }

    @Test
    void upsertConnectorChangesTheManifestInPlace(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("plugin-manifest.json"), """
                {
                  "service": "DESK",
                  "cspDomains": {},
                  "whiteListedDomains": ["https://api.dropboxapi.com"],
                  "modules": {},
                  "locale": ["en"],
                  "storage": false,
                  "config": []
                }
                """);

        UpsertConnector.main(new String[] {file.toString(), "4241905"});

        assertThat(file)
                .content()
                .contains("\"connectionLinkName\": \"dropbox_for_zoho_desk\"", "\"userAccess\": true");
    }

    @Test
    void keepInFilesFindsAtTheNextStartWhatWasSaved(@TempDir Path folder) {
        String first = said(() -> KeepInFiles.main(new String[] {folder.toString(), "an-api-key"}));
        String second = said(() -> KeepInFiles.main(new String[] {folder.toString()}));

        assertThat(first).isEqualTo(second).contains("ACTIVE sends [X-Api-Key]").doesNotContain("an-api-key");
    }

    private static String said(Runnable program) {
        PrintStream before = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            program.run();
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void runOnManyNodesSharesOneDatabase(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "q1rqkC9vhbmTBbWlv0MSr1L8fzP4VYbAXx0Yy3l5L4o=");
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:recipes;DB_CLOSE_DELAY=-1");
        List<String> paged = new ArrayList<>();
        try (Connections one = RunOnManyNodes.open(database, key, folder.resolve("spill"), paged::add);
                Connections other = RunOnManyNodes.open(database, key, folder.resolve("spill"), paged::add)) {
            var main = one.shared(erp.service().connection("ERP main"));
            var unused = erp.approve(main, "svc-orders");

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(DefineBasicService.request(other.get("erp_main")), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(RunOnManyNodes.report(other, "erp_main")).contains("connection: erp_main", "status: ACTIVE");
        }
        assertThat(paged).isEmpty();
    }

    @Test
    void rotateEncryptionKeyLeavesNothingThatNeedsTheOldKey(@TempDir Path folder) throws Exception {
        Path old = Files.writeString(folder.resolve("old"), randomKey());
        Path next = Files.writeString(folder.resolve("new"), randomKey());
        Path records = folder.resolve("records");
        URI orders = erp.resource("orders");
        KeyRing before = RotateEncryptionKey.announced(Secret.fromFile(old), Secret.fromFile(next));
        try (var store = FileConnectionStore.of(records).encryptedWith(before);
                Connections first = Connections.builder().store(store).build()) {
            var unused = erp.approve(first.shared(erp.service().connection("ERP main")), "svc-orders");
        }

        RotateEncryptionKey.main(new String[] {records.toString(), old.toString(), next.toString()});

        KeyRing after = KeyRing.primary("2026-02", Secret.fromFile(next));
        try (var store = FileConnectionStore.of(records).encryptedWith(after);
                Connections later = Connections.builder().store(store).build()) {
            assertThat(later.get("erp_main").credentialsFor(orders).revealHeaders())
                    .containsKey("Authorization");
            assertThat(later.rewrap(1)).isZero();
        }
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void endCompromisedAccountsEndsThemForEverybody() {
        var acme = connections.forTenant("acme");
        var sales = acme.shared(erp.service().connection("ERP sales"));
        var stock = acme.shared(erp.service().connection("ERP stock"));
        sales.addReference(new Reference("orders", "nightly", "jobs/nightly.dg:14"));
        stock.switchTo(erp.approve(sales, "svc-orders").account().orElseThrow());

        List<String> report =
                EndCompromisedAccounts.endAll(connections, "acme", Actor.superAdmin("4241905"), erp.service());

        assertThat(report).singleElement().asString().contains("stops 1 places").contains("no revocation endpoint");
        assertThat(sales.authorization().status()).hasToString("DISCONNECTED");
        assertThat(stock.authorization().status()).hasToString("DISCONNECTED");
    }

    @Test
    void rotateClientSecretKeepsEveryAuthorization() {
        Function<Secret, Service<RedirectFlow>> helpdesk = secret -> Service.custom("Helpdesk")
                .resourceServers("https://api.acme.example")
                .authentication(OAuth2.authorizationCode()
                        .authorizationEndpoint("https://acme.example/authorize")
                        .tokenEndpoint("https://acme.example/token")
                        .client("client-id", secret));
        var first = connections.shared(helpdesk.apply(Secret.of("old-secret")).connection("First"));
        var second = connections.shared(helpdesk.apply(Secret.of("old-secret")).connection("Second"));
        String before = first.summary().revision();

        EndCompromisedAccounts.rotateClientSecret(
                connections.by(Actor.superAdmin("4241905")), helpdesk::apply, Secret.of("new-secret"));

        assertThat(first.summary().revision()).isNotEqualTo(before);
        assertThat(connections.history().of(second.linkName()).latest(1))
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry("changed", "service")
                        .containsEntry("secrets", "client_secret"));
    }

    @Test
    void moveToAnotherAccountKeepsTheConnection() {
        try (MockService<RedirectFlow> crm = MockService.authorizationCode()) {
            var sales = connections.shared(crm.service().connection("Sales"));
            var before = crm.approve(sales, "alice@example.com");
            var after = crm.approve(sales.linkNewAccount(), "bob@example.com");

            boolean moved = MoveToAnotherAccount.toSaved(
                    connections, sales, before.account().orElseThrow().name());
            var request = MoveToAnotherAccount.toNew(sales, "https://app.example.com/callback");
            MoveToAnotherAccount.forget(connections, after);

            assertThat(moved).isTrue();
            assertThat(MoveToAnotherAccount.toSaved(connections, sales, "nobody's"))
                    .isFalse();
            assertThat(request.uri().getRawQuery()).contains("client_id=" + crm.clientId());
            assertThat(connections.accounts(crm.service()))
                    .extracting(Account::id)
                    .containsExactly(before.account().orElseThrow().id());
        }
    }
}
