package dev.connections.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Basic;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.store.JdbcConnectionStore;
import dev.connections.store.KeyRing;
import dev.connections.testing.MockService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs the code of README.md. What it names on the internet is replaced by the mock service, what arrives from a
 * browser by a user who consents, and environment variables by values.
 */
class ReadmeCodeTest {
    private static final String FRAME = """
            import dev.connections.*;
            import dev.connections.catalog.*;
            import dev.connections.http.CredentialInterceptor;
            import dev.connections.manifest.*;
            import dev.connections.oauth.OAuth2;
            import dev.connections.store.*;
            import java.net.URI;
            import java.net.http.HttpRequest;
            import java.nio.file.Path;
            import java.time.LocalDate;
            import java.util.*;
            import java.util.function.UnaryOperator;
            import okhttp3.*;

            public class Shown {
                public static Object run(Map<String, String> session, UnaryOperator<URI> browser, Path folder)
                        throws Exception {
                    Connections connections = Connections.inMemory();
                    %s
                    return %s;
                }
            }
            """;

    private static final String DATABASE = "jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1";

    @RegisterExtension
    final MockService<RedirectFlow> mock =
            MockService.authorizationCode().serving("tickets", "{\"tickets\":[\"Printer is on fire\"]}");

    @TempDir
    Path folder;

    @Test
    void authorizesCallsAndWritesTheManifest() throws Exception {
        Path manifest = folder.resolve("plugin-manifest.json");
        Files.copy(Path.of("src/main/resources/plugin-manifest.json"), manifest);

        Object tickets = run(0, "tickets + connections.get(\"helpdesk\").linkName()");

        assertThat(tickets).isEqualTo("{\"tickets\":[\"Printer is on fire\"]}helpdesk");
        assertThat(manifest).content().contains("\"connectionLinkName\": \"helpdesk\"");
    }

    @Test
    void connectsBasicAndApiKeyServices() throws Exception {
        Object headers = run(1, "request.build().headers().map() + \" \" + erp.authorization().status()");

        assertThat(headers).isEqualTo("{Authorization=[Bearer WEATHER_KEY]} ACTIVE");
    }

    @Test
    void sendsAUserToADefaultService() throws Exception {
        Object uri = run(2, "alices.uri()");

        assertThat(uri.toString())
                .startsWith("https://accounts.zoho.com/oauth/v2/auth?") // Zoho sends the user on to their data centre
                .contains("scope=ZohoCRM.modules.READ%2CZohoCRM.users.READ")
                .contains("code_challenge_method=S256");
    }

    @Test
    void explainsAndAsksForInputs() throws Exception {
        Object seen = run(
                3,
                "explained + consent + findings.stream().filter(each -> each.severity() =="
                        + " ServiceFinding.Severity.ERROR).toList()");

        assertThat(seen.toString())
                .startsWith("GitHub")
                .contains("https://app.example.com/callback", "client_secret=<client_secret>")
                .contains("https://acme.myshopify.com/admin/oauth/authorize?")
                .doesNotContain("GITHUB_SECRET")
                .endsWith("[]");
    }

    @Test
    void managesConnectionsOverTheirLife() throws Exception {
        Object seen = run(
                4,
                "update.changed() + \" \" + nightly.linkName() + \" \" + found.size() + \" \" + stops.wasPrimary() + \" \""
                        + " + attention.iterator().next().name() + \" \" + lately.get(0).code()");

        assertThat(seen).isEqualTo("[name, scopes] calendar 1 true Calendar, all teams reference_added");
    }

    @Test
    void sharesADatabaseWithOtherNodes() throws Exception {
        declaredOnAnotherNode();

        Object served = run(5, "\"run\"");

        assertThat(served).isEqualTo("run");
    }

    /** The node of the block opens what this one leaves in the database, sealed with the key that was primary then. */
    private void declaredOnAnotherNode() throws IOException {
        Files.writeString(folder.resolve("kek-2026-01"), "q1rqkC9vhbmTBbWlv0MSr1L8fzP4VYbAXx0Yy3l5L4o=");
        Files.writeString(folder.resolve("kek-2026-02"), "4g4nXHkzKXlqYd1Yg8E6bq1m6o9C2nIlwRJf0mE8bqk=");
        var database = new JdbcDataSource();
        database.setURL(DATABASE);
        JdbcConnectionStore store = JdbcConnectionStore.of(database)
                .encryptedWith(KeyRing.primary("2026-01", Secret.fromFile(folder.resolve("kek-2026-01"))));
        store.createSchema();
        try (Connections node = Connections.builder().store(store).build()) {
            var unused = node.shared(Service.custom("Acme Helpdesk")
                    .resourceServers("https://api.acme.example")
                    .authentication(Basic.usernameAndPassword())
                    .connection("Helpdesk"));
        }
    }

    @Test
    void showsNoMoreBlocksThanAreRunHere() throws IOException {
        assertThat(Readme.blocks("java")).hasSize(6);
    }

    private Object run(int block, String result) throws Exception {
        String code = onLoopback(Readme.blocks("java").get(block))
                .replace("Connections connections = Connections.inMemory();", "");
        Class<?> shown = ShownCode.compiled(FRAME.formatted(code, result), folder);
        Map<String, String> session = new HashMap<>();
        UnaryOperator<URI> browser = request -> mock.consent(request, "alice@example.com");
        return shown.getMethod("run", Map.class, UnaryOperator.class, Path.class)
                .invoke(null, session, browser, folder);
    }

    private String onLoopback(String code) {
        if (code.contains("dataSource")) {
            return "var dataSource = new org.h2.jdbcx.JdbcDataSource(); dataSource.setURL(\"" + DATABASE + "\");"
                    + code.replaceAll("Path\\.of\\(\"[a-z/]+/([^\"/]+)\"\\)", "folder.resolve(\"$1\")");
        }
        if (!code.contains("https://acme.example")) {
            return named(code);
        }
        return ShownCode.onLoopback(code, mock)
                .replace("complete(callback,", "complete(browser.apply(request.uri()),")
                .replace("Path.of(\"plugin-manifest.json\")", "folder.resolve(\"plugin-manifest.json\")");
    }

    private static String named(String code) {
        return code.replaceAll("Secret\\.fromEnvironment\\((\"\\w+\")\\)", "Secret.of($1)");
    }
}
