package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.catalog.ServiceCatalog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-M19: a catalogue file of one's own. */
class CatalogFileTest {
    private static final String ACME = """
            {"format": 1, "services": [
              {"link_name": "acme", "name": "Acme", "category": "crm",
               "inputs": [{"name": "region", "display_name": "Region", "options": ["api", "api.eu"], "default": "api"}],
               "resource_servers": ["https://{region}.acme.example/v1"],
               "headers": {"X-Region": "{region}"},
               "authentication": {"type": "api_key", "version": 1, "settings": {"parameters": [
                 {"name": "X-Key", "display_name": "Key", "place": "HEADER", "format": "{key}"}]}}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void addsItsServicesToTheBundledOnes() throws IOException {
        ServiceCatalog catalog = ServiceCatalog.bundled().withFile(file(ACME));

        assertThat(catalog.search(""))
                .extracting(Entry::linkName)
                .contains("acme", "zoho_crm")
                .isSorted();
        assertThat(catalog.get("acme").provenance()).isEmpty();
        assertThat(ServiceCatalog.bundled().find("acme")).isEmpty();
    }

    @Test
    void fillsInListedValuesWithDots() throws IOException {
        Entry acme = ServiceCatalog.bundled().withFile(file(ACME)).get("acme");

        assertThat(acme.withValues(Map.of()).apiBase()).isEqualTo("https://api.acme.example/v1");
        assertThat(acme.withValues(Map.of("region", "api.eu")).apiBase()).isEqualTo("https://api.eu.acme.example/v1");
        assertThat(acme.withValues(Map.of("region", "api.eu")).headers()).containsEntry("X-Region", "api.eu");
        assertThat(acme.fields().get(0).options()).isEqualTo(List.of("api", "api.eu"));
    }

    @Test
    void takesTheBundledServicesPlaceOnlyOnRequest() throws IOException {
        String github = ACME.replace("\"acme\"", "\"github\"");

        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file(github)))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("own.json:2:3 defines \"github\"")
                .hasMessageContaining("\"replace\": true")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("link_name_taken");

        String replacing = github.replace("\"category\"", "\"replace\": true, \"category\"");
        ServiceCatalog catalog = ServiceCatalog.bundled().withFile(file(replacing));

        assertThat(catalog.get("github").name()).isEqualTo("Acme");
        assertThat(catalog.search("github"))
                .filteredOn(entry -> entry.linkName().equals("github"))
                .hasSize(1);
    }

    @Test
    void leavesAHeaderOutWhoseOptionalInputIsNotGiven() throws IOException {
        String optional = ACME.replace("\"options\": [\"api\", \"api.eu\"], \"default\": \"api\"", "\"optional\": true")
                .replace("https://{region}.acme", "https://api.acme");
        Entry acme = ServiceCatalog.bundled().withFile(file(optional)).get("acme");

        assertThat(acme.fields().get(0).required()).isFalse();
        assertThat(acme.withValues(Map.of()).headers()).isEmpty();
        assertThat(acme.withValues(Map.of("region", "eu")).headers()).containsEntry("X-Region", "eu");
    }

    @Test
    void refusesAnOptionalInputInAnAddress() throws IOException {
        String optional = ACME.replace("\"default\": \"api\"", "\"optional\": true");

        assertThatThrownBy(() -> ServiceCatalog.bundled()
                        .withFile(file(optional))
                        .get("acme")
                        .fields())
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("needs {region}, an optional input, in an address; give it a default");
    }

    @Test
    void takesAnOptionalInputWithADefaultAnywhere() throws IOException {
        String both = ACME.replace("\"default\": \"api\"", "\"default\": \"api\", \"optional\": true");

        assertThat(acme(both).withValues(Map.of()).apiBase()).isEqualTo("https://api.acme.example/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void takesABlankValueForOneThatIsNotGiven(String blank) throws IOException {
        String optional = ACME.replace("\"options\": [\"api\", \"api.eu\"], \"default\": \"api\"", "\"optional\": true")
                .replace("https://{region}.acme", "https://api.acme");
        String required = ACME.replace(", \"default\": \"api\"", "");
        Map<String, String> posted = Map.of("region", blank);

        assertThat(acme(ACME).withValues(posted).apiBase()).isEqualTo("https://api.acme.example/v1");
        assertThat(acme(optional).withValues(posted).headers()).isEmpty();
        assertThatThrownBy(() -> acme(required).withValues(posted))
                .isInstanceOf(ConnectionConfigurationException.class)
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": \"{key}\"     | \"format\": \"{key}:{region}\"",
                "\"display_name\": \"Key\" | \"display_name\": \"Key of {region}\"",
                "\"category\"            | \"default_scopes\": [\"{region}\"], \"category\""
            })
    void refusesAnOptionalInputWhereNothingCanBeLeftOut(String found, String written) throws IOException {
        String optional = ACME.replace("\"options\": [\"api\", \"api.eu\"], \"default\": \"api\"", "\"optional\": true")
                .replace("https://{region}.acme", "https://api.acme");

        assertThatThrownBy(() -> acme(optional.replace(found, written)).fields())
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("an optional input, where nothing can be left out; give it a default")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("catalogue_malformed");
    }

    @Test
    void putsTheClientsIdIntoHeadersAlone() throws IOException {
        String settings =
                "{\"grant\": \"client_credentials\", \"token_endpoint\": \"https://{region}.acme.example/token\"}";
        String twitch = (ACME.substring(0, ACME.indexOf("\"authentication\""))
                        + "\"authentication\": {\"type\": \"oauth2\", \"version\": 1, \"settings\": " + settings
                        + "}}]}")
                .replace("\"X-Region\": \"{region}\"", "\"Client-Id\": \"{client_id}\"");
        Entry acme = ServiceCatalog.bundled().withFile(file(twitch)).get("acme");

        assertThat(acme.withValues(Map.of("client_id", "c-1", "client_secret", "s3cr3t-typed"))
                        .headers())
                .containsEntry("Client-Id", "c-1");
        assertThatThrownBy(() -> ServiceCatalog.bundled()
                        .withFile(file(twitch.replace("/token\"", "/{client_id}\"")))
                        .get("acme")
                        .fields())
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("has the place {client_id}, but no such input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "text", "catalogue"})
    void leavesTheSettingsOfAForeignStrategyToIt(String type) throws IOException {
        String foreign = ACME.substring(0, ACME.indexOf("\"authentication\""))
                + "\"authentication\": {\"type\": \"" + type
                + "\", \"version\": 1, \"settings\": {\"of_its_own\": \"{region}\"}}}]}";

        assertThat(ServiceCatalog.bundled().withFile(file(foreign)).get("acme").authenticationType())
                .isEqualTo(type);
    }

    @Test
    void showsNotesAsTheyAreWritten() throws IOException {
        String noted = ACME.replace("\"category\"", "\"notes\": [\"Ask support first.\"], \"category\"");

        assertThat(ServiceCatalog.bundled().withFile(file(noted)).get("acme").notes())
                .containsExactly("Ask support first.");
    }

    @Test
    void refusesTwoServicesOfOneLinkName() throws IOException {
        String entry = ACME.substring(ACME.indexOf("{\"link_name\""), ACME.lastIndexOf("]}"));
        Path file = file("{\"format\": 1, \"services\": [\n" + entry + ",\n" + entry + "]}");

        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining(
                        "own.json:8:1 defines \"acme\", which there is already; give it a link name of its own")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("link_name_taken");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"crm\"              | \"crm\", \"categori\": 1                | 2:72 has the unknown member \"categori\"",
                "\"name\": \"Acme\"   | \"name\": 7                             | 2:33 cannot be used for \"name\"; write a text",
                ", \"category\": \"crm\" | ``                                   | 2:3 lacks the member \"category\"; add it",
                "\"link_name\": \"acme\" | \"link_name\": \"Acme Ltd\"          | 2:17 cannot be used for \"link_name\"",
                "\"options\"          | \"optoins\"                             | 3:71 has the unknown member \"optoins\"",
                "{region}.acme.example | {regoin}.acme.example                  | 4:25 has the place {regoin}, but no such input",
                "\"default\": \"api\" | \"default\": \"us\"                     | 2:3 has an input \"region\" whose default \"us\"",
                "{region}             | api                                     | 2:3 asks for \"region\" and uses it nowhere",
                "X-Region             | X-{region}                              | 5:30 has a place in the name of a member",
                "\"category\"         | \"name\": \"Acme\", \"category\"           | is no JSON there; correct or remove what stands",
                "\"version\": 1       | \"version\": 1.5                        | 6:53 cannot be used for \"version\"; write a whole number",
                "\"settings\": {      | \"settings\": {\"client_secret\": \"x\", | 6:86 holds \"client_secret\"",
                "\"format\": 1        | \"format\": 2                           | 1:1 has format 2, but this release reads 1",
                "\"services\": [      | \"servises\": [                         | 1:1 lacks the member \"services\"; add it",
                "]}}}]}               | ]}}}],}                                 | is no JSON there; correct or remove what stands there",
                "]}}}]}               | ]}}}]} true                             | goes on after its end; remove what follows",
                "\"name\": \"region\" | \"name\": \"key\"                       | cannot be used for \"name\"; write a name of its own",
                "\"category\"         | \"confidence\": \"sure\", \"agreement\": 1, \"category\" | cannot be used for \"confidence\"; write high, medium or low",
                "\"category\"         | \"data_centers\": \"mars\", \"category\" | cannot be used for \"data_centers\"; write \"zoho\"",
            })
    void saysWhereAFileIsWrong(String found, String written, String problem) throws IOException {
        Path file = file(ACME.replace(found, written));

        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("own.json:")
                .hasMessageContaining(problem)
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("catalogue_malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://{region}",
                "https://{region}.example",
                "https://acme.{region}",
                "https://{region}acme.example",
                "https://acme.example.{region}/x",
                "https://{region}.acme.example@evil.example"
            })
    void refusesATemplateThatLetsAValueChooseTheDomain(String template) throws IOException {
        String open = ACME.replace("\"options\": [\"api\", \"api.eu\"], \"default\": \"api\"", "\"example\": \"eu\"");
        Path file = file(open.replace("https://{region}.acme.example/v1", template));

        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("lets {region} choose the domain; end the host in a literal domain")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("catalogue_malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a?b", "a#b", "a%2fb", "a b", "{region}"})
    void keepsAValueInItsPathSegment(String value) throws IOException {
        String open = ACME.replace("\"options\": [\"api\", \"api.eu\"], \"default\": \"api\"", "\"example\": \"eu\"");
        Path file = file(open.replace("https://{region}.acme.example/v1", "https://api.acme.example/{region}/v1"));
        Entry acme = ServiceCatalog.bundled().withFile(file).get("acme");

        assertThat(acme.withValues(Map.of("region", "a.b~c_d-e")).apiBase()).endsWith("/a.b~c_d-e/v1");
        assertThatThrownBy(() -> acme.withValues(Map.of("region", value)))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("use letters, digits")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @Test
    void refusesAFileItCannotRead() {
        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(folder.resolve("missing.json")))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("missing.json cannot be read (NoSuchFileException); check path and rights")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("catalogue_unreadable");
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        Path file = folder.resolve("long.json");
        Files.write(file, new byte[(8 << 20) + 1]);

        assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("longer than 8 MiB; split it")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("catalogue_unreadable");
    }

    @Test
    void refusesWhatIsNoObject() throws IOException {
        for (String text : List.of("[".repeat(100_000), "", "null", "[]", "\"x\"")) {
            assertThatThrownBy(() -> ServiceCatalog.bundled().withFile(file(text)))
                    .isInstanceOf(ConnectionConfigurationException.class)
                    .extracting(failure -> ((ConnectionException) failure).code())
                    .isEqualTo("catalogue_malformed");
        }
    }

    private Entry acme(String text) throws IOException {
        return ServiceCatalog.bundled().withFile(file(text)).get("acme");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("own.json"), text);
    }
}
