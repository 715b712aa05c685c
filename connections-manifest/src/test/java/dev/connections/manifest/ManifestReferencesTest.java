package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.connections.Reference;
import dev.connections.spi.SourceReferences;
import dev.connections.spi.SourceReferences.Skipped;
import dev.connections.spi.SourceReferences.Skipped.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every entry of a manifest that names a connection is a place that uses it. */
class ManifestReferencesTest {
    @TempDir
    private Path root;

    private Map<String, List<Reference>> scan(String manifest) throws IOException {
        Files.writeString(root.resolve("plugin-manifest.json"), manifest);
        return ManifestReferences.of("orders").scan(root);
    }

    @Test
    void findsTheEntriesOfADeskManifestWhereTheyStand() throws IOException {
        var found = scan(Resources.sample("desk-manifest.json"));

        assertThat(found.keySet()).containsExactly("dropbox_for_zoho_desk", "zoho_sign_for_zoho_desk");
        String[] lines = Resources.sample("desk-manifest.json").split("\n", -1);
        found.forEach((linkName, places) -> {
            String location = places.get(0).location();
            int line = Integer.parseInt(location.substring("plugin-manifest.json:".length()));
            assertThat(lines[line - 1]).contains("\"connectionLinkName\": \"" + linkName + "\"");
        });
    }

    @Test
    void knowsAllPlacesAndShapes() throws IOException {
        var found = scan("""
                {"service": "WRITER", "é": "𝄞",
                 "connectors": [
                  {"name": "in_writer", "type": "OAuth", "authorizationUrl": "https://a.example"},
                  {"serviceName": "no_link_name"}, null, 7, {"connectionLinkName": 7},
                  {"connectionLinkName":
                     "\\u0069n_link"}],
                 "usedConnections": [{"connectionLinkName": "in_used"}],
                 "zohoAuthorisation": {"type": "connectors", "connectionLinkName": "in_zoho"}}
                """);

        assertThat(found.entrySet())
                .extracting(Map.Entry::getKey, entry -> entry.getValue())
                .containsExactly(
                        tuple("in_link", List.of(place(6))),
                        tuple("in_used", List.of(place(7))),
                        tuple("in_writer", List.of(place(3))),
                        tuple("in_zoho", List.of(place(8))));
    }

    private static Reference place(int line) {
        return new Reference("orders", "plugin-manifest.json", "plugin-manifest.json:" + line);
    }

    @Test
    void readsManifestsThatAreNotQuiteJson() throws IOException {
        var found = scan(
                "\ufeff{ // mine\n\"service\": \"DESK\", \"connectors\": [{\"connectionLinkName\": \"crm\",},], }");

        assertThat(found).containsExactly(Map.entry("crm", List.of(place(2))));
    }

    @Test
    void findsEveryManifestBelowTheRootAndNoOtherFile() throws IOException {
        Files.createDirectories(root.resolve("a/dist"));
        Files.writeString(
                root.resolve("a/plugin-manifest.json"), "{\"connectors\": [{\"connectionLinkName\": \"a\"}]}");
        Files.writeString(
                root.resolve("a/dist/plugin-manifest.json"), "{\"connectors\": [{\"connectionLinkName\": \"b\"}]}");
        Files.writeString(root.resolve("a/package.json"), "{\"connectors\": [{\"connectionLinkName\": \"c\"}]}");

        assertThat(ManifestReferences.of("orders").scan(root))
                .containsExactly(Map.entry(
                        "a", List.of(new Reference("orders", "plugin-manifest.json", "a/plugin-manifest.json:1"))));
    }

    @Test
    void reportsAManifestThatIsTooDeepToRead() throws IOException {
        Files.writeString(root.resolve("plugin-manifest.json"), "[".repeat(100));
        List<Skipped> skipped = new ArrayList<>();

        var found = ManifestReferences.of("orders").withReport(skipped::add).scan(root);

        assertThat(found).isEmpty();
        assertThat(skipped).containsExactly(new Skipped("plugin-manifest.json", Reason.NOT_UNDERSTOOD));
    }

    @Test
    void joinsWhatSourcesUse() throws IOException {
        Files.writeString(root.resolve("a.dg"), "connection:\"crm\"");
        Files.writeString(
                root.resolve("plugin-manifest.json"), "{\"connectors\": [{\"connectionLinkName\": \"crm\"}]}");

        var found = ManifestReferences.of("orders")
                .and(SourceReferences.of("orders"))
                .scan(root);

        assertThat(found.get("crm"))
                .extracting(Reference::location)
                .containsExactly("plugin-manifest.json:1", "a.dg:1");
    }

    @Test
    void numbersTenThousandEntriesInOneWalk() throws IOException {
        String entries = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"connectionLinkName\": \"é" + i + "\"}")
                .reduce((a, b) -> a + ",\n" + b)
                .orElseThrow();

        var found = scan("{\"connectors\": [" + entries + "]}");

        assertThat(found).hasSize(10_000).containsEntry("é5000", List.of(place(5_001)));
    }

    @Provide
    Arbitrary<String> manifests() {
        return ManifestTexts.manifests();
    }

    @Property(tries = 200)
    void findsWhatTheManifestDeclares(@ForAll("manifests") String text) throws IOException {
        Path folder = Files.createTempDirectory("manifest");
        Path file = Files.writeString(folder.resolve("plugin-manifest.json"), text);
        List<String> declared = PluginManifest.parse(text).connectors().stream()
                .map(Connector::linkName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();

        var found = ManifestReferences.of("orders").scan(folder);

        Files.delete(file);
        Files.delete(folder);
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(declared);
    }
}
