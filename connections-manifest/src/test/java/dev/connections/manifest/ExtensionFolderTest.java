package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of an extension say about its manifest. */
class ExtensionFolderTest {
    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Finding> found(Validation validation, String manifest) {
        return validation.withExtension(folder).check(PluginManifest.parse(manifest)).findings().stream()
                .filter(finding -> finding.code().equals("connection_undeclared")
                        || finding.code().equals("translation_missing"))
                .toList();
    }

    private List<Finding> found(String manifest) {
        return found(Validation.forProduct(), manifest);
    }

    @Test
    void findsConnectionsThatCodeUsesAndNoEntryDeclares() throws IOException {
        file("app/a.js", "x({connectionLinkName: 'known'});\ny({connectionLinkName: 'lost'});");
        file("functions/b.dg", "r = invokeurl [ url: u type: GET connection: \"lost\" ];");

        List<Finding> findings =
                found("{\"service\": \"CRM\",\n\"connectors\": [{\"connectionLinkName\": \"known\"}]}");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.pointer()).isEqualTo("/connectors");
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.problem()).contains("app/a.js:2 and 1 more uses the connection \"lost\"");
            assertThat(finding.advice()).contains("add its entry");
        });
    }

    @Test
    void takesEntriesOfAnyPlaceAndShapeForDeclared() throws IOException {
        file("app/a.js", "x({connectionLinkName: 'a'}); x({connectionLinkName: 'b'}); x({connectionLinkName: 'c'});");

        assertThat(found("""
                {"service": "FINANCE", "usedConnections": [{"connectionLinkName": "a"}],
                 "connectors": [{"name": "b", "type": "OAuth", "scopes": []}],
                 "zohoAuthorisation": {"connectionLinkName": "c"}}""")).isEmpty();
    }

    @Test
    void pointsAtTheManifestWhereItHasNoEntriesAtAll() throws IOException {
        file("app/a.js", "x({connectionLinkName: 'lost'});");

        assertThat(found("{\"service\": \"CRM\"}"))
                .singleElement()
                .extracting(Finding::pointer)
                .isEqualTo("");
    }

    @Test
    void asksNothingOfMailWhoseEntriesHaveNoLinkNames() throws IOException {
        file("app/a.js", "x({connectionLinkName: 'lost'});");

        assertThat(found("{\"service\": \"MAIL\", \"connectors\": [{\"serviceName\": \"Acme\"}]}"))
                .isEmpty();
    }

    @Test
    void wantsTranslationsOfEachLanguage() throws IOException {
        file("app/translations/en.json", "{}");
        String manifest = "{\"service\": \"%s\", \"locale\": [\"en\", \"de\", \"../../x\", 7]}";

        assertThat(found(manifest.formatted("DESK"))).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/locale/1");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.problem()).isEqualTo("\"de\" has no file app/translations/de.json");
        });
        assertThat(found(manifest.formatted("FINANCE")))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.WARNING);
    }

    @Test
    void isAsStrictAsTheOfficialCliAboutTranslations() throws IOException {
        String manifest = """
                {"service": "DESK", "locale": ["en"], "storage": false, "modules": {}, "whiteListedDomains": [],
                 "connectors": [], "config": []}""";
        file("app/a.js", "x({connectionLinkName: 'lost'});");

        assertThat(found(Validation.likeOfficialCli(), manifest))
                .extracting(Finding::code)
                .containsExactly("translation_missing");
        assertThat(found(Validation.likeOfficialCli(), manifest.replace("DESK", "CRM")))
                .isEmpty();
    }

    @Test
    void countsForNothingWhereItIsIgnored() throws IOException {
        file("app/a.js", "x({connectionLinkName: 'lost'});");

        assertThat(found(Validation.strict().ignoring("connection_undeclared"), "{\"service\": \"CRM\"}"))
                .isEmpty();
    }

    @Test
    void saysThatAFolderCannotBeRead() {
        Validation validation = Validation.forProduct().withExtension(folder.resolve("missing"));

        var refusal = catchThrowableOfType(
                ManifestException.class, () -> validation.check(PluginManifest.parse("{\"service\": \"CRM\"}")));

        assertThat(refusal.code()).isEqualTo("scan_root_unusable");
    }
}
