package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.Choice;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.Notice;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/quirks.md: each of the 65 oddities is said by an option that exists and an entry that says it, or by a reason. */
class QuirksPageTest {
    private static final Path PAGE = Path.of("../docs/quirks.md");
    private static final int ROWS = 65;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern OPTION =
            Pattern.compile("(?:with|renaming|omitting|receiving|completeCopied|by|extending)[A-Za-z]*");
    private static final Map<String, JsonNode> ENTRIES = entries();
    private static final Set<String> METHODS = Stream.of(
                    OAuth2Strategy.class,
                    TokenRequestFormat.class,
                    TokenResponseFormat.class,
                    AuthorizationRequestFormat.class,
                    TokenRenewal.class,
                    AccountChoice.class,
                    Capture.class,
                    RedirectFlow.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final OddProvider provider = new OddProvider();
    private final Connections connections = Connections.inMemory();

    /** A row of the table: number, provider, what it does, how that is said, entry, members. */
    record Row(int number, String how, String entry, List<String> members) {
        @Override
        public String toString() {
            return number + " " + entry;
        }
    }

    @AfterEach
    void close() {
        connections.close();
        provider.close();
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split(" *\\| *", -1))
                .map(cells -> new Row(Integer.parseInt(cells[1].strip()), cells[4], bare(cells[5]), codes(cells[6])))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }

    private static Map<String, JsonNode> entries() {
        var entries = new HashMap<String, JsonNode>();
        try (InputStream json = ServiceCatalog.class.getResourceAsStream("services.json")) {
            new ObjectMapper()
                    .readTree(json)
                    .path("services")
                    .forEach(entry -> entries.put(entry.path("link_name").asText(), entry));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return entries;
    }

    @Test
    void holdsEachNumberOnce() throws IOException {
        assertThat(rows())
                .extracting(Row::number)
                .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesOptionsThatExistAndMembersThatAreThere(Row row) {
        List<String> options = codes(row.how()).stream()
                .flatMap(code -> OPTION.matcher(code).results().map(MatchResult::group))
                .toList();

        assertThat(METHODS)
                .containsAll(options.stream()
                        .filter(option -> !Set.of("withHeader").contains(option))
                        .toList());
        assertThat(row.how()).isNotBlank();
        if (!row.entry().equals("—")) {
            assertThat(ENTRIES).containsKey(row.entry());
            assertThat(row.members())
                    .isNotEmpty()
                    .allSatisfy(member ->
                            assertThat(found(row.entry(), member)).as(member).isTrue());
        }
    }

    private static boolean found(String entry, String member) {
        String pointer = '/' + member.replace('.', '/');
        JsonNode whole = ENTRIES.get(entry);
        JsonNode settings = whole.at("/authentication/settings");
        return !settings.at(pointer).isMissingNode() || !whole.at(pointer).isMissingNode();
    }

    @Test
    void compilesAndRunsWhatTheGuideShows() throws IOException {
        var secret = canary.secret();
        // guide:begin
        OAuth2Strategy<RedirectFlow> books = OAuth2.authorizationCode()
                .authorizationEndpoint("https://acme.example/authorize")
                .tokenEndpoint("https://acme.example/token")
                .client("client-id", secret)
                .withTokenRequest(TokenRequestFormat.form()
                        .withoutClientSecret()
                        .withComputedParameter("hash", "hex(sha256(client_secret + '|' + code))"))
                .withRefreshRequest(
                        TokenRequestFormat.json().withoutClientSecret().omitting("grant_type"))
                .withRenewal(TokenRenewal.byRefreshToken()
                        .withEarliestAge(Duration.ofMinutes(9))
                        .withConsentLifetime(Duration.ofDays(365)))
                .withChoice(AccountChoice.listedAt("https://api.acme.example/companies")
                        .byId("/id")
                        .withLabel("/name"))
                .withComputedHeader("X-Company", "captured.id")
                .withExpiredTest(200, "\"code\":\"602\"");
        // guide:end
        assertThat(squeezed(Files.readString(PAGE))).contains(shown("// guide:begin", "// guide:end"));
        assertThat(Service.custom("Books")
                        .resourceServers("https://api.acme.example")
                        .authentication(books)
                        .toJson())
                .contains("\"computed_parameters\"", "\"choice\"", "\"renewal\"");
    }

    @Test
    void choosesAsTheGuideShows() throws IOException {
        ManagedConnection<RedirectFlow> connection = connections.shared(Service.custom("Books")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(provider.origin())
                .authentication(provider.withCodes()
                        .client("id", canary.secret())
                        .withChoice(AccountChoice.listedAt(provider.origin() + "/companies")
                                .byId("/id"))
                        .withComputedHeader("X-Company", "captured.id"))
                .connection("Books"));
        String companies2 = "[{\"id\": \"a\"}, {\"id\": \"b\"}]";
        provider.answer("{\"access_token\": \"a-1\"}")
                .answer(companies2)
                .answer(companies2)
                .answer(companies2);
        var unused = OddProvider.complete(connection, "");
        // choice:begin
        if (connection.authorization().notices().stream()
                .anyMatch(notice -> notice.code().equals(Notice.CHOICE_REQUIRED))) {
            List<Choice> companies = connection.choices();
            connection.choose(companies.get(0).id());
        }
        // choice:end
        assertThat(squeezed(Files.readString(PAGE))).contains(shown("// choice:begin", "// choice:end"));
        assertThat(connection.credentialsFor(provider.at("/")).revealHeaders()).containsEntry("X-Company", "a");
    }

    /** The code of this class between two marks, white space aside. */
    private static String shown(String begin, String end) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/connections/oauth/QuirksPageTest.java"));
        String[] after = source.split(Pattern.quote(begin + "\n"), -1);
        return squeezed(after[1].split(Pattern.quote(end + "\n"), -1)[0]);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
