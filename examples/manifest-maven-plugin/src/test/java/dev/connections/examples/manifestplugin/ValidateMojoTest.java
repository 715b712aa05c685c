package dev.connections.examples.manifestplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build that validates its manifest does. */
class ValidateMojoTest {
    @TempDir
    private Path folder;

    private Extension extension = new Extension(Path.of(""));
    private final ValidateMojo mojo = new ValidateMojo();
    private final Lines lines = new Lines();

    @BeforeEach
    void prepare() throws IOException {
        extension = Extension.in(folder);
        mojo.manifest = extension.manifest().toFile();
        mojo.reports = extension.reports().toFile();
        mojo.setLog(lines);
    }

    @Test
    void passesAndLeavesBothReports() throws Exception {
        mojo.execute();

        assertThat(lines.all()).singleElement().asString().endsWith("nothing was found");
        assertThat(extension.report("findings.txt")).endsWith("nothing was found\n");
        assertThat(extension.report("findings.sarif")).contains("\"version\": \"2.1.0\"");
    }

    @Test
    void failsTheBuildOnAnErrorAndShowsIt() throws Exception {
        extension.replace("\"config\": []", "\"config\": {}");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 error, 0 warnings, 0 hints; see ")
                .hasMessageContaining("findings.txt");
        assertThat(lines.all()).anyMatch(line -> line.contains("error value_type at /config"));
        assertThat(extension.report("findings.sarif")).contains("\"ruleId\": \"value_type\"");
    }

    @Test
    void doesNotLookAgainAtATextThatHasPassed() throws Exception {
        mojo.execute();
        Files.delete(extension.reports().resolve("findings.txt"));

        mojo.execute();

        assertThat(lines.all()).last().asString().endsWith("has not changed since it passed");
        assertThat(extension.reports().resolve("findings.txt")).doesNotExist();
    }

    @Test
    void looksAgainAtAnotherTextOrByAnotherMeasure() throws Exception {
        mojo.execute();
        extension.replace("\"config\": []", "\"config\": [], \"Locale\": []");
        mojo.execute();
        mojo.measure = Measure.STRICT;

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(extension.report("findings.txt")).contains("error key_misspelled at /Locale");
    }

    @Test
    void failsAgainUntilTheErrorIsMended() throws Exception {
        extension.replace("\"config\": []", "\"config\": {}");
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void leavesOutWhatTheBuildIgnores() throws Exception {
        extension.replace("\"config\": []", "\"config\": {}");
        mojo.ignore = List.of("value_type");

        mojo.execute();

        assertThat(extension.report("findings.txt")).endsWith("nothing was found\n");
    }

    @Test
    void failsWithTheReasonWhereThereIsNoManifest() throws Exception {
        Files.delete(extension.manifest());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("does not exist; check the path");
    }

    @Test
    void comparesTheManifestWithTheFilesBesideIt() throws Exception {
        extension.add("app/widget.js", "request({connectionLinkName: \"acme\"});");

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        assertThat(extension.report("findings.txt"))
                .contains("error translation_missing at /locale/0")
                .contains("warning connection_undeclared at /connectors");
    }

    @Test
    void looksAgainAtATextThatHasPassedWhenAFileChanged() throws Exception {
        extension.add("app/translations/en.json", "{}");
        mojo.execute();
        mojo.execute();
        extension.add("app/widget.js", "request({connectionLinkName: \"acme\"});");

        mojo.execute();

        assertThat(lines.all())
                .filteredOn(line -> line.endsWith("has not changed since it passed"))
                .hasSize(1);
        assertThat(extension.report("findings.txt")).contains("warning connection_undeclared");
    }

    @Test
    void comparesItWithTheFolderThatTheBuildNames() throws Exception {
        extension.add("widgets/app/translations/en.json", "{}");
        mojo.extension = folder.resolve("widgets").toFile();

        mojo.execute();

        assertThat(extension.report("findings.txt")).endsWith("nothing was found\n");
    }
}
