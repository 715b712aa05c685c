package dev.connections.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.manifest.Connector;
import dev.connections.manifest.PluginManifest;
import dev.connections.testing.MockService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks Zoho's help pages as docs/zoho.md does: the code of each section compiles as it is printed, and runs with what it names
 * on the internet replaced by the mock service, and what arrives from a browser by users who consent.
 */
class ZohoPagesTest {
    private static final String FRAME = """
            import dev.connections.*;
            import dev.connections.catalog.*;
            import dev.connections.manifest.*;
            import dev.connections.oauth.OAuth2;
            import dev.connections.spi.*;
            import java.net.URI;
            import java.net.http.HttpRequest;
            import java.nio.file.Path;
            import java.util.*;
            import java.util.function.UnaryOperator;

            public class Shown {
                public static Object run(
                        Map<String, String> session, UnaryOperator<URI> browser, Service<RedirectFlow> picked, Path folder)
                        throws Exception {
                    URI callback = null;
                    %s
                    return List.of(%s);
                }
            }
            """;

    @RegisterExtension
    final MockService<RedirectFlow> mock = MockService.authorizationCode();

    @TempDir
    Path folder;

    private final ArrayDeque<String> users = new ArrayDeque<>();

    @Test
    void walksWritersCreatePage() throws Exception {
        Files.writeString(folder.resolve("plugin-manifest.json"), "{\n  \"service\": \"WRITER\"\n}\n");

        List<?> shown = walk(
                "Create a connection with a default service",
                "found.get(0).linkName(), authorization.status(), json, call.build().headers().map().keySet()");

        assertThat(shown.get(0)).isEqualTo("salesforce");
        assertThat(shown.get(1)).hasToString("ACTIVE");
        assertThat(shown.get(2).toString())
                .contains(
                        "\"name\": \"salesforce_connection\"",
                        "\"userAccess\": true",
                        "\"scopes\": [\"api\", \"refresh_token\"]");
        assertThat(shown.get(3)).hasToString("[Authorization]");
        assertThat(folder.resolve("plugin-manifest.json")).content().contains("\"name\": \"salesforce_connection\"");
    }

    @Test
    void walksTheCustomServicePages() throws Exception {
        List<?> shown = walk(
                "Create a custom service",
                "helpdeskIsActive.status(), weatherIsActive.status(), erpIsActive.status(), form.get(1).displayName()");

        assertThat(shown).hasToString("[ACTIVE, ACTIVE, ACTIVE, Account number]");
    }

    @Test
    void walksDesksCreatePage() throws Exception {
        Path manifest = Files.writeString(folder.resolve("plugin-manifest.json"), """
                {
                  "service": "DESK",
                  "locale": ["en"],
                  "storage": false,
                  "whiteListedDomains": [],
                  "modules": {},
                  "zohoAuthorisation": {},
                  "connectors": [],
                  "config": []
                }
                """);

        List<?> shown = walk("Create connections for a Desk extension", "request.uri().getHost()");

        assertThat(shown).hasToString("[www.dropbox.com]");
        assertThat(PluginManifest.read(manifest).connectors())
                .extracting(Connector::linkName, Connector::serviceName, Connector::userAccess)
                .containsExactly(
                        tuple("dropbox_files", "dropbox", true),
                        tuple("zoho_desk_tickets", "zlabs_integration", false));
        assertThat(manifest).content().contains("\"type\": \"connectors\"", "\"sharedBy\": \"4241905\"");
    }

    @Test
    void walksWritersUpdatePage() throws Exception {
        Files.writeString(folder.resolve("plugin-manifest.json"), """
                {
                  "service": "WRITER",
                  "connectors": [{"name": "salesforce_connection", "type": "OAuth", "scopes": ["api"]}]
                }
                """);

        List<?> shown = walk(
                "Update a connection",
                "before.grantedScopes(), update.changed(), prompt, after.grantedScopes(), newKey.status(),"
                        + " newPassword.status(), status, result.httpStatus(), nextStep.isBlank()");

        assertThat(shown)
                .hasToString("[[api], [name, scopes], true, [api, refresh_token], ACTIVE, ACTIVE, ACTIVE, 200, false]");
        assertThat(folder.resolve("plugin-manifest.json"))
                .content()
                .contains("\"scopes\": [\"api\", \"refresh_token\"]");
    }

    @Test
    void walksCreatorsPagesOfLoggedInUserConnections() throws Exception {
        users.addAll(List.of("alice@example.com", "bob@example.com"));

        List<?> shown = walk(
                "Manage logged-in user connections",
                "all.size(), developers.get(0).subject().get().id(), nightly.linkName(), warning.get(0).code(),"
                        + " revoked.wasPrimary(), calendar.authorizations().page(0, 9).get(0).primary()");

        assertThat(shown).hasToString("[2, bob, calendar, primary_revoked, false, true]");
    }

    @Test
    void showsNoCodeThatIsNotRunHere() throws IOException {
        assertThat(Pattern.compile("(?m)^## (.*)$")
                        .matcher(Readme.document("docs/zoho.md"))
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactly(
                        "Their words and ours",
                        "Create a connection with a default service",
                        "Create a custom service",
                        "Create connections for a Desk extension",
                        "Update a connection",
                        "Manage a connection",
                        "Manage logged-in user connections");
    }

    @Test
    void walksCreatorsManagePages() throws Exception {
        Path orders = Files.createDirectory(folder.resolve("orders"));
        Files.writeString(orders.resolve("nightly.dg"), "info invokeurl [ url: u connection: \"crm\" ];");
        Files.writeString(orders.resolve("a.js"), "request({connectionLinkName: \"crn\"})");
        users.addAll(List.of("sales@example.com", "support@example.com"));

        List<?> shown = walk(
                "Manage a connection",
                "renamed.name(), saved.size(), permissions, anyUserAuthorizes, undeclared, places, slider.size(),"
                        + " disabledFor, whileDisabled, again, stops.size(), revoked.environments(), uses.size(),"
                        + " deleted.orphanedConnector()");

        assertThat(shown)
                .hasToString("[Sales team, 2, [contacts.read], false, [crn], "
                        + "[Reference[application=orders, component=nightly.dg, location=nightly.dg:1]], 1,"
                        + " [billing], false, true, 1, [PRODUCTION], 1, crm]");
    }

    private List<?> walk(String section, String result) throws Exception {
        String code = code(section);
        var unused = ShownCode.compiled(FRAME.formatted(code, result), folder);
        Class<?> shown = ShownCode.compiled(FRAME.formatted(onLoopback(code), result), folder);
        Map<String, String> session = new HashMap<>();
        UnaryOperator<URI> browser =
                request -> mock.consent(request, users.isEmpty() ? "alice@example.com" : users.remove());
        return (List<?>) shown.getMethod("run", Map.class, UnaryOperator.class, Service.class, Path.class)
                .invoke(null, session, browser, mock.service(), folder);
    }

    /** All blocks of a section, one after the other. */
    private static String code(String section) throws IOException {
        String text = Readme.document("docs/zoho.md");
        var from = Pattern.compile("(?m)^## " + Pattern.quote(section) + "$").matcher(text);
        assertThat(from.find()).as(section).isTrue();
        int next = text.indexOf("\n## ", from.end());
        return String.join("\n", Readme.blocks(text.substring(from.end(), next < 0 ? text.length() : next), "java"));
    }

    private String onLoopback(String code) {
        String shown = code.replaceAll("DefaultServices\\.(?:SALESFORCE|HUBSPOT)\\s*\\.client\\([^)]*\\)\\)", "picked")
                .replaceAll(
                        "session\\.put\\(\"state\", (\\w+)\\.state\\(\\)\\);", "$0 callback = browser.apply($1.uri());")
                .replaceAll("Path\\.of\\((\"[\\w.-]+\")\\)", "folder.resolve($1)");
        return ShownCode.onLoopback(shown, mock);
    }
}
