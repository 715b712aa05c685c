package dev.connections.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.catalog.ServiceCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe that docs/services.md prints. */
class OwnServicesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("own-services.json"), resource());
    }

    @Test
    void connectsAServiceOfTheFileByItsName() {
        try (Connections connections = Connections.inMemory()) {
            Connection desk = AddYourOwnService.connect(connections, file, Map.of("X-Api-Key", "k-1"));

            assertThat(desk.credentialsFor(URI.create("https://berlin.acme.example/api/tickets"))
                            .revealHeaders())
                    .containsEntry("X-Api-Key", "Acme k-1");
        }
    }

    @Test
    void printsWhatAServiceAsksFor() {
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            AddYourOwnService.main(new String[] {file.toString(), "acme_desk"});
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("Subdomain\n");
    }

    @Test
    void derivesAServiceFromABundledOne() {
        var service = ServiceCatalog.bundled()
                .withFile(file)
                .get("github_of_ours")
                .withValues(Map.of("client_id", "id", "client_secret", "s3cr3t"));

        assertThat(service.resourceServers()).containsExactly("https://github.acme.example");
        assertThat(service.facts())
                .containsEntry("token_endpoint", "https://github.acme.example/login/oauth/access_token");
    }

    @Test
    void isPrintedInTheDocuments() throws IOException {
        String page = Files.readString(Stream.of(Path.of("../../docs"), Path.of("docs"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow()
                .resolve("services.md"));
        String recipe = Files.readString(Stream.of(Path.of(""), Path.of("examples/recipes"))
                .map(root -> root.resolve("src/main/java/dev/connections/examples/recipes/AddYourOwnService.java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow());

        assertThat(blocks(page, "json")).contains(resource());
        assertThat(blocks(page, "java"))
                .hasSize(1)
                .allSatisfy(block ->
                        assertThat(recipe.replaceAll("(?m)^ +", "")).contains(block.replaceAll("(?m)^ +", "")));
    }

    private static List<String> blocks(String text, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String resource() throws IOException {
        try (InputStream in = AddYourOwnService.class.getResourceAsStream("own-services.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
