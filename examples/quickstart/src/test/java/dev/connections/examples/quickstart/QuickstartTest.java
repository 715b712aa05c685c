package dev.connections.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");

    @RegisterExtension
    final MockService<RedirectFlow> mock = MockService.authorizationCode();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Quickstart.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String masked(String transcript) {
        return PORT.matcher(transcript).replaceAll("127.0.0.1:PORT").strip();
    }

    @Test
    void printsWhatTheReadmeShows() throws IOException {
        int exit = run();

        assertThat(masked(printed())).isEqualTo(masked(Readme.blocks("text").get(0)));
        assertThat(exit).isZero();
    }

    @Test
    void changesTheGivenManifestInPlace(@TempDir Path folder) throws IOException {
        Path manifest = folder.resolve("plugin-manifest.json");
        Files.writeString(manifest, """
                {
                  "service": "DESK",
                  "cspDomains": {},
                  "whiteListedDomains": [],
                  "modules": {},
                  "locale": ["en"],
                  "storage": false,
                  "config": [],
                  "connectors": []
                }
                """);

        int exit = run("--manifest", manifest.toString());

        assertThat(manifest).content().contains("\"connectionLinkName\": \"acme_helpdesk\"");
        assertThat(exit).isZero();
    }

    @Test
    void doesTheSameAgainstARealServerWithTheUsersOwnBrowser() throws Exception {
        Thread user = new Thread(this::signInAsSoonAsAsked);
        user.start();

        int exit = run(
                "--issuer", mock.issuer().toString(),
                "--client-id", mock.publicClientId(),
                "--resource", mock.resource("me").toString(),
                "--scope", "profile");
        user.join();

        assertThat(printed())
                .contains("register this redirect URI there: http://127.0.0.1:")
                .contains("/api/me -> 200")
                .contains("8 callers shared 1 new access token");
        assertThat(exit).isZero();
    }

    private void signInAsSoonAsAsked() {
        var asked = Pattern.compile(
                "(?m)^ {3}(http://127\\.0\\.0\\.1:\\d+/authorize\\?response_type\\S*|http://\\S*code_challenge\\S*)$");
        while (true) {
            var found = asked.matcher(printed());
            if (found.find()) {
                browse(mock.consent(URI.create(found.group(1)), "alice@example.com"));
                return;
            }
            Thread.onSpinWait();
        }
    }

    private static void browse(URI callback) {
        try {
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(callback).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysWhichArgumentIsUnknown() {
        int exit = run("--isuer", "https://accounts.example.com");

        assertThat(printed())
                .isEqualTo("   Stopped: --isuer is unknown or lacks its value; use --issuer, --client-id,"
                        + " --client-secret-env, --resource, --scope, --manifest" + System.lineSeparator());
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void leavesABrokenManifestAsItIs(@TempDir Path folder) throws IOException {
        Path manifest =
                Files.writeString(folder.resolve("plugin-manifest.json"), "{\"service\": \"DESK\", // comment\n}");

        int exit = run("--manifest", manifest.toString());

        assertThat(manifest).hasContent("{\"service\": \"DESK\", // comment\n}");
        assertThat(printed()).contains("Stopped: ");
        assertThat(exit).isEqualTo(1);
    }
}
