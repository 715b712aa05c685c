package dev.connections.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Reference;
import dev.connections.spi.SourceReferences.Occurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a place that uses a connection, and what does not. */
class SourceReferencesTest {
    @TempDir
    private Path root;

    private final SourceReferences sources = SourceReferences.of("orders");

    private Map<String, List<Reference>> scan(String file, String text) throws IOException {
        write(file, text);
        return sources.scan(root);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void findsConnectionsOfInvokeurlBlocks() throws IOException {
        var found = scan("jobs/nightly.dg", """
                leads = invokeurl
                [
                    url :"https://www.zohoapis.eu/crm/v6/Leads"
                    type :GET
                    connection:"crm_primary"
                ];
                """);

        assertThat(found)
                .containsExactly(
                        Map.entry("crm_primary", List.of(new Reference("orders", "nightly.dg", "jobs/nightly.dg:5"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection:\"crm\"",
                "connection : 'crm'",
                "type:GET\r\n\tconnection\n:\n\"crm\"",
                "connection /* which */ : // this one\n \"crm\"",
                "url: \"http://x//\" connection: \"crm\"",
                "text = 'don\\'t'; connection: \"crm\"",
                "broken = \"no end\nconnection: \"crm\"",
                "\ufeffconnection: \"crm\"",
                "connection\u00a0:\u00a0\"crm\""
            })
    void readsDelugeHoweverItIsLaidOut(String text) throws IOException {
        assertThat(scan("a.dg", text)).containsOnlyKeys("crm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// connection:\"crm\"",
                "/* connection:\"crm\" */",
                "/* never closed connection:\"crm\"",
                "info \"connection:\\\"crm\\\"\";",
                "info 'connection: ' + \"crm\";",
                "my_connection:\"crm\"",
                "map.connection:\"crm\"",
                "x = big ? connection : \"crm\";",
                "connection:\"crm_\" + region",
                "connection:name",
                "connection:\"\"",
                "connection:\"a\\u0062\"",
                "headers = {\"connection\":\"keep-alive\"};"
            })
    void countsNoCommentStringOtherNameOrExpression(String text) throws IOException {
        assertThat(scan("a.deluge", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZOHODESK.request({ url, connectionLinkName: \"crm\" })",
                "request({\"connectionLinkName\": 'crm'})",
                "request({'connectionLinkName' : `crm`, type: 'GET'})",
                "const connectionLinkName = 'crm';",
                "f(`a ${b ? `c` : {d: 1}} e`, {connectionLinkName: 'crm'})",
                "f(`${request({connectionLinkName: 'crm'})}`)",
                "x.replace(/[\"'`]/g, ''); f({connectionLinkName: 'crm'})",
                "if (/\\/*/.test(u)) f({connectionLinkName: 'crm'})",
                "y = x.match(/[/*\"]/); f({connectionLinkName: 'crm'})",
                "z = a / b; f({connectionLinkName: 'crm'}); c = d / e",
                "return /'/.test(s) || f({connectionLinkName: 'crm'})",
                "<p>Don't</p>\n<B on={f({connectionLinkName: 'crm'})}/>",
                "<Crm connectionLinkName=\"crm\" />",
                "a = b /* it's */ ; f({connectionLinkName: 'crm'})"
            })
    void readsJavaScriptHoweverItIsWritten(String text) throws IOException {
        assertThat(scan("a.jsx", text)).containsOnlyKeys("crm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// connectionLinkName: 'crm'",
                "/* connectionLinkName: 'crm' */",
                "log(\"connectionLinkName: 'crm'\")",
                "log(`connectionLinkName: 'crm'`)",
                "f({connectionLinkName: `crm_${region}`})",
                "f({connectionLinkName: 'crm_' + region})",
                "f({connectionLinkName: 'CRM'.toLowerCase()})",
                "f({crmConnectionLinkName: 'crm'})",
                "f({connectionLinkName: name})",
                "if (connectionLinkName == 'crm') {}",
                "s.match(/connectionLinkName: 'crm'/)"
            })
    void countsNothingElseInJavaScript(String text) throws IOException {
        assertThat(scan("a.ts", text)).isEmpty();
    }

    @Test
    void readsScriptsAndAttributesOfPages() throws IOException {
        var found = scan("app/widget.html", """
                <!-- <script>f({connectionLinkName: 'commented'})</script> -->
                <p title="it's">Write connectionLinkName: 'prose' < 5</p>
                <button onclick="f({connectionLinkName: 'in_attribute'})">Don't</button>
                <SCRIPT type="module">
                  const s = "</p>"; // connectionLinkName: 'commented_too'
                  f({connectionLinkName: 'in_script'});
                </SCRIPT>
                <script>f({connectionLinkName: 'unclosed'})
                """);

        assertThat(found)
                .containsOnlyKeys("in_attribute", "in_script", "unclosed")
                .containsEntry("in_script", List.of(new Reference("orders", "widget.html", "app/widget.html:6")));
    }

    @Test
    void ordersNamesThenFilesThenLinesAndCountsALineOnce() throws IOException {
        write("b.dg", "connection:'crm'\n".repeat(11) + "connection:'crm' connection:'crm'");
        write("a.js", "\r\n\rf({connectionLinkName:'erp', x: {connectionLinkName:'crm'}})");

        var found = sources.scan(root);

        assertThat(found.keySet()).containsExactly("crm", "erp");
        assertThat(found.get("crm"))
                .extracting(Reference::location)
                .startsWith("a.js:3", "b.dg:1", "b.dg:2")
                .endsWith("b.dg:11", "b.dg:12")
                .hasSize(13);
    }

    @Test
    void readsNoFileThatNoFormIsFor() throws IOException {
        write("notes.txt", "connection:\"crm\"");
        write("plugin-manifest.json", "{\"connectionLinkName\": \"crm\"}");

        assertThat(sources.scan(root)).isEmpty();
    }

    @Test
    void findsCallsOfTheHostsOwnForm() throws IOException {
        write("a.js", "crm . invoke (\n 'mailer', x); // crm.invoke('old')\nmy.crm.invoke('other'); xcrm.invoke('no')");
        write("b.js", "crm.invoke('elsewhere')");

        var found = sources.withCalls("a.*", "crm.invoke( ").scan(root);

        assertThat(found).containsOnlyKeys("mailer", "other");
    }

    @Test
    void knowsCommentsThatBeginWithAHash() throws IOException {
        write("jobs/a.py", "# connect('old')\nconnect( 'crm' )  # it's\nx = 7 // 2; connect('erp')");

        var found = sources.withCalls("jobs/**", "connect(").scan(root);

        assertThat(found.get("crm")).extracting(Reference::location).containsExactly("jobs/a.py:2");
        assertThat(found).containsOnlyKeys("crm", "erp");
    }

    @Test
    void findsWhatAPatternMatchesOutsideOfComments() throws IOException {
        write("a.yml", "# connection: old\nconnection: crm\nother: {connection: erp}\n");

        var found = sources.withPattern("**/*.yml", Pattern.compile("connection: (\\w+)"))
                .scan(root);

        assertThat(found).containsOnlyKeys("crm", "erp");
        assertThat(found.get("erp")).extracting(Reference::location).containsExactly("a.yml:3");
    }

    @Test
    void findsOnlyWhatABareScannerLooksFor() throws IOException {
        write("a.dg", "connection:\"crm\"\nuse erp");

        var found = SourceReferences.of(
                        "orders",
                        "*.dg",
                        (file, text) -> List.of(new Occurrence("erp", text.indexOf("erp")), new Occurrence("a\nb", 0)))
                .scan(root);

        assertThat(found).containsExactly(Map.entry("erp", List.of(new Reference("orders", "a.dg", "a.dg:2"))));
    }

    @Test
    void numbersLinesOfPlacesThatAFinderFindsInAnyOrder() throws IOException {
        write("a.dg", "1\n2\n3");

        var found = SourceReferences.of(
                        "orders",
                        "*.dg",
                        (file, text) ->
                                List.of(new Occurrence("a", 4), new Occurrence("b", 0), new Occurrence("c", 99)))
                .scan(root);

        assertThat(found.get("a")).extracting(Reference::location).containsExactly("a.dg:3");
        assertThat(found.get("b")).extracting(Reference::location).containsExactly("a.dg:1");
        assertThat(found.get("c")).extracting(Reference::location).containsExactly("a.dg:3");
    }

    @Test
    void findsWhatEitherOfTwoScannersFindsOnce() throws IOException {
        write("a.dg", "connection:\"crm\"\nconnection:\"erp\"");
        ReferenceScanner second = folder -> Map.of("crm", List.of(new Reference("orders", "menu", "menu")));

        var found = sources.and(second).and(sources).scan(root);

        assertThat(found.keySet()).containsExactly("crm", "erp");
        assertThat(found.get("crm")).extracting(Reference::location).containsExactly("a.dg:1", "menu");
    }

    @Test
    void refusesFormsThatCannotFindAName() {
        var groups = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> sources.withPattern("*.x", Pattern.compile("a")));
        var blank = catchThrowableOfType(ConnectionConfigurationException.class, () -> sources.withCalls("*.x", " "));
        var glob = catchThrowableOfType(ConnectionConfigurationException.class, () -> sources.withIgnored("a{"));
        var application = catchThrowableOfType(ConnectionConfigurationException.class, () -> SourceReferences.of(" "));

        assertThat(groups.code()).isEqualTo("form_malformed");
        assertThat(groups).hasMessageContaining("0 groups").hasMessageContaining("(?: )");
        assertThat(blank.code()).isEqualTo("form_malformed");
        assertThat(blank).hasMessageContaining("give what stands before the quote");
        assertThat(glob.code()).isEqualTo("glob_malformed");
        assertThat(glob).hasMessageContaining("\"a{\"").hasMessageContaining("\"*.py\"");
        assertThat(application.code()).isEqualTo("reference_malformed");
    }
}
