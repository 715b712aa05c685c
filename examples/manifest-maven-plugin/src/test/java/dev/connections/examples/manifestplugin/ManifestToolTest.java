package dev.connections.examples.manifestplugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same without Maven. */
class ManifestToolTest {
    @TempDir
    private Path folder;

    private Extension extension = new Extension(Path.of(""));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void prepare() throws IOException {
        extension = Extension.in(folder);
    }

    private int run(String... arguments) {
        return ManifestTool.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void answersZeroForAGoodManifestAndOneForABadOne() throws IOException {
        assertThat(run("validate", extension.manifest().toString())).isZero();
        extension.replace("\"config\": []", "\"config\": {}");

        assertThat(run("validate", extension.manifest().toString())).isOne();
        assertThat(printed()).contains("nothing was found", "error value_type at /config");
    }

    @Test
    void judgesByTheNamedMeasure() throws IOException {
        extension.replace("\"config\": []", "\"config\": [], \"Locale\": []");

        assertThat(run("validate", extension.manifest().toString())).isZero();
        assertThat(run("validate", extension.manifest().toString(), "strict")).isOne();
        assertThat(run("validate", extension.manifest().toString(), "cli")).isZero();
    }

    @Test
    void printsForCodeScanning() {
        assertThat(run("sarif", extension.manifest().toString())).isZero();
        assertThat(printed()).contains("\"version\": \"2.1.0\"");
    }

    @Test
    void comparesTheManifestWithTheFilesBesideIt() throws IOException {
        extension.add("app/widget.js", "request({connectionLinkName: \"acme\"});");

        assertThat(run("validate", extension.manifest().toString())).isOne();
        assertThat(printed()).contains("translation_missing", "connection_undeclared");
    }

    @Test
    void syncs() throws IOException {
        Path declarations = extension.declare("[{\"name\": \"Files\", \"service\": \"dropbox\"}]");

        assertThat(run("sync", extension.manifest().toString(), declarations.toString()))
                .isZero();
        assertThat(printed()).isEqualTo("+ \"files\"" + System.lineSeparator());
        assertThat(extension.read()).contains("\"connectionLinkName\": \"files\"");
    }

    @Test
    void answersTwoAndSaysWhyWhereNothingWasDone() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("validate", folder.resolve("missing.json").toString())).isEqualTo(2);
        assertThat(run("validate", extension.manifest().toString(), "lenient")).isEqualTo(2);
        assertThat(printed()).contains("sync <plugin-manifest.json> <connections.json>", "does not exist");
    }
}
