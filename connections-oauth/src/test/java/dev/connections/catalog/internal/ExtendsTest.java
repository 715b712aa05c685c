package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.catalog.ServiceCatalog.Entry;
import dev.connections.catalog.ServiceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry of a file that is a merge patch of another one. */
class ExtendsTest {
    private static final Map<String, String> CLIENT = Map.of("client_id", "id", "client_secret", "s3cr3t-typed");

    @TempDir
    private Path folder;

    @Test
    void takesOverWhatItDoesNotSay() throws IOException {
        Entry ours = catalog("{\"link_name\": \"github_ours\", \"extends\": \"github\", \"name\": \"GitHub of ours\"}")
                .get("github_ours");
        Entry github = ServiceCatalog.bundled().get("github");

        assertThat(ours.name()).isEqualTo("GitHub of ours");
        assertThat(ours.category()).isEqualTo(github.category());
        assertThat(ours.console()).isEqualTo(github.console());
        assertThat(ours.withValues(CLIENT).facts())
                .isEqualTo(github.withValues(CLIENT).facts());
    }

    @Test
    void saysNothingOfHowSureItIsUnlessStated() throws IOException {
        assertThat(catalog("{\"link_name\": \"github_ours\", \"extends\": \"github\"}")
                        .get("github_ours")
                        .provenance())
                .isEmpty();
    }

    @Test
    void mergesObjectsReplacesTheRestAndRemovesByNull() throws IOException {
        Service<?> ours = catalog("""
                {"link_name": "github_ours", "extends": "github", "console": null,
                 "resource_servers": ["https://github.acme.example/api/v3"],
                 "headers": {"X-Acme": "1"},
                 "authentication": {"settings": {
                   "authorization_endpoint": "https://github.acme.example/login/oauth/authorize",
                   "token_endpoint": "https://github.acme.example/login/oauth/access_token", "issuer": null}}}""").get("github_ours").withValues(CLIENT);

        assertThat(ours.resourceServers()).containsExactly("https://github.acme.example");
        assertThat(ours.headers()).containsEntry("X-Acme", "1");
        assertThat(ours.facts())
                .containsEntry("token_endpoint", "https://github.acme.example/login/oauth/access_token")
                .doesNotContainKeys("issuer", "console");
    }

    /** RFC 7396, section 3, where the values are objects. */
    @Test
    void removesMembersOfMembers() throws IOException {
        ServiceCatalog catalog = catalog("""
                {"link_name": "one", "name": "One", "category": "crm", "resource_servers": ["https://one.example"],
                 "headers": {"A": "1", "B": "2"}, "authentication": {"type": "api_key", "version": 1, "settings":
                   {"parameters": [{"name": "X", "display_name": "X", "place": "HEADER", "format": "{key}"}]}}},
                {"link_name": "two", "extends": "one", "headers": {"A": null, "C": "3"}},
                {"link_name": "three", "extends": "two", "headers": null}""");

        assertThat(catalog.get("two").withValues(Map.of()).headers()).isEqualTo(Map.of("B", "2", "C", "3"));
        assertThat(catalog.get("three").withValues(Map.of()).headers()).isEmpty();
        assertThat(catalog.get("three").name()).isEqualTo("One");
    }

    @Test
    void extendsWhatStandsBelowInTheFile() throws IOException {
        ServiceCatalog catalog = catalog("""
                {"link_name": "a", "extends": "b", "name": "A"},
                {"link_name": "b", "extends": "github", "category": "forge"}""");

        assertThat(catalog.get("a").category()).isEqualTo("forge");
    }

    @Test
    void changesTheServiceWhosePlaceItTakes() throws IOException {
        ServiceCatalog catalog = catalog(
                "{\"link_name\": \"github\", \"extends\": \"github\", \"replace\": true, \"notes\": [\"Ask first.\"]}");

        assertThat(catalog.get("github").name()).isEqualTo("GitHub");
        assertThat(catalog.get("github").notes()).containsExactly("Ask first.");
    }

    @Test
    void extendsWhatAnEarlierFileDefines() throws IOException {
        ServiceCatalog first = catalog("{\"link_name\": \"ours\", \"extends\": \"slack\", \"name\": \"Ours\"}");
        Path second = file("second.json", "{\"link_name\": \"theirs\", \"extends\": \"ours\", \"category\": \"talk\"}");

        Entry theirs = first.withFile(second).get("theirs");

        assertThat(theirs.name()).isEqualTo("Ours");
        assertThat(theirs.category()).isEqualTo("talk");
    }

    @Test
    void inheritsNoRightToAnothersPlace() throws IOException {
        Path file = file("own.json", """
                {"link_name": "github", "extends": "slack", "replace": true},
                {"link_name": "stripe", "extends": "github"}""");

        assertRefused(file, "link_name_taken", "\"stripe\", which there is already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"link_name\": \"a\", \"extends\": \"b\"}, {\"link_name\": \"b\", \"extends\": \"a\"}"
                        + " | in turn, by \"b\", \"a\"; let one of them stand alone",
                "{\"link_name\": \"a\", \"extends\": \"a\"} | 2:31 extends \"a\", but there is no other service",
                "{\"link_name\": \"a\", \"extends\": \"gitub\"} | 2:31 extends \"gitub\", but there is no other service"
                        + " of that link name; perhaps one of [github",
                "{\"link_name\": \"a\", \"extends\": 7} | 2:31 cannot be used for \"extends\"; write the link name",
                "{\"link_name\": \"a\", \"extends\": \"github\", \"nmae\": \"A\"} | 2:49 has the unknown member \"nmae\"",
                "{\"link_name\": \"a\", \"extends\": \"github\", \"name\": null} | 2:1 lacks the member \"name\"; add it",
                "{\"extends\": \"github\"} | 2:1 lacks the member \"link_name\"; add it",
                "{\"link_name\": \"a\", \"extends\": \"zendesk\", \"inputs\": null} | 2:31 has the place {subdomain}, but no",
            })
    void saysWhereADerivationIsWrong(String entries, String problem) throws IOException {
        assertRefused(file("own.json", entries), "catalogue_malformed", problem);
    }

    @Test
    void followsALongChainAndManyEntries() throws IOException {
        String chain = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"link_name\": \"s" + i + "\", \"extends\": \""
                        + (i == 9_999 ? "slack" : "s" + (i + 1)) + "\", \"name\": \"S" + i + "\"}")
                .collect(Collectors.joining(",\n"));
        String fan = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"link_name\": \"t" + i + "\", \"extends\": \"github\"}")
                .collect(Collectors.joining(",\n"));

        ServiceCatalog catalog = catalog(chain).withFile(file("fan.json", fan));

        assertThat(catalog.get("s0").category())
                .isEqualTo(ServiceCatalog.bundled().get("slack").category());
        assertThat(catalog.get("t9999").name()).isEqualTo("GitHub");
        assertThat(catalog.search("").size()).isGreaterThan(20_000);
    }

    @Test
    void refusesASmallFileThatInheritsTooMuch() throws IOException {
        String growing = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"link_name\": \"s" + i + "\", \"extends\": \""
                        + (i == 4_999 ? "slack" : "s" + (i + 1)) + "\", \"headers\": {\"H" + i + "\": \"x\"}}")
                .collect(Collectors.joining(",\n"));
        String headers =
                IntStream.range(0, 5_000).mapToObj(i -> "\"H" + i + "\": \"x\"").collect(Collectors.joining(", "));
        String wide = "{\"link_name\": \"base\", \"extends\": \"slack\", \"headers\": {" + headers + "}}";
        String many = IntStream.range(0, 500)
                .mapToObj(i -> "{\"link_name\": \"s" + i + "\", \"extends\": \"base\", \"headers\": {\"A\": \"x\"}}")
                .collect(Collectors.joining(",\n"));

        assertRefused(file("own.json", growing), "catalogue_malformed", "extends too much: the services of the file");
        assertRefused(
                file("own.json", wide + ",\n" + many), "catalogue_malformed", "split the file, or extend smaller");
    }

    @Test
    void refusesToCopyALargeServiceOfAnEarlierFileTooOften() throws IOException {
        String headers =
                IntStream.range(0, 5_000).mapToObj(i -> "\"H" + i + "\": \"x\"").collect(Collectors.joining(", "));
        ServiceCatalog first =
                catalog("{\"link_name\": \"base\", \"extends\": \"slack\", \"headers\": {" + headers + "}}");
        String many = IntStream.range(0, 500)
                .mapToObj(i -> "{\"link_name\": \"s" + i + "\", \"extends\": \"base\"}")
                .collect(Collectors.joining(",\n"));
        Path second = file("second.json", many);

        assertThatThrownBy(() -> first.withFile(second))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("extends too much");
    }

    @Test
    void namesAFewOfALongCircle() throws IOException {
        String circle = IntStream.range(0, 100)
                .mapToObj(i -> "{\"link_name\": \"s" + i + "\", \"extends\": \"s" + (i + 1) % 100 + "\"}")
                .collect(Collectors.joining(",\n"));

        assertRefused(file("own.json", circle), "catalogue_malformed", "\"s5\" and 95 more; let one of them");
    }

    @Test
    void isPermittedByTheSchema() throws IOException {
        String entries =
                "{\"link_name\": \"ours\", \"extends\": \"github\", \"console\": null, \"headers\": {\"A\": null},"
                        + " \"authentication\": {\"settings\": {\"pkce\": null}}}";
        String nameless = "{\"extends\": \"github\"}";

        assertThat(ServiceSchema.errors(Files.readString(file("own.json", entries))))
                .isEmpty();
        assertThat(ServiceSchema.errors(Files.readString(file("own.json", nameless))))
                .isNotEmpty();
        assertThat(catalog(entries).get("ours").console()).isEmpty();
    }

    private static void assertRefused(Path file, String code, String problem) {
        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("own.json:")
                .hasMessageContaining(problem)
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo(code);
    }

    private ServiceCatalog catalog(String entries) throws IOException {
        return ServiceCatalog.bundled().withFile(file("own.json", entries));
    }

    private Path file(String name, String entries) throws IOException {
        return Files.writeString(
                folder.resolve(name), String.join("\n", List.of("{\"format\": 1, \"services\": [", entries, "]}")));
    }
}
