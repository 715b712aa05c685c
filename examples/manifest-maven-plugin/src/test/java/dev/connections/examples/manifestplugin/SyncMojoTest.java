package dev.connections.examples.manifestplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.manifest.PluginManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build that keeps its manifest in step with a file of connections does. */
class SyncMojoTest {
    @TempDir
    private Path folder;

    private Extension extension = new Extension(Path.of(""));
    private final SyncMojo mojo = new SyncMojo();
    private final Lines lines = new Lines();

    @BeforeEach
    void prepare() throws IOException {
        extension = Extension.in(folder);
        mojo.manifest = extension.manifest().toFile();
        mojo.connections = folder.resolve("connections.json").toFile();
        mojo.setLog(lines);
    }

    @Test
    void writesTheEntriesOfTheDeclaredConnections() throws Exception {
        extension.declare("""
                [{"name": "Files", "service": "dropbox", "perUser": true},
                 {"name": "Own", "linkName": "own_main", "service": "own_service", "custom": true, "scopes": ["a"]}]
                """);

        mojo.execute();

        assertThat(lines.all()).containsExactly("+ \"files\"", "+ \"own_main\"");
        assertThat(extension.read()).contains("""
                    {
                      "connectionLinkName": "files",
                      "connectionName": "Files",
                      "serviceName": "dropbox",
                      "userAccess": true,
                      "isUserDefinedService": false
                    }\
                """, """
                      "serviceName": "own_service",
                      "userAccess": false,
                      "isUserDefinedService": true,
                      "scope": ["a"]
                """);
        assertThat(PluginManifest.read(extension.manifest()).requireValid().connectors())
                .hasSize(2);
    }

    @Test
    void touchesNothingWhereAllIsAsDeclared() throws Exception {
        extension.declare("[{\"name\": \"Files\", \"service\": \"dropbox\"}]");
        mojo.execute();
        var before = Files.getLastModifiedTime(extension.manifest());

        mojo.execute();

        assertThat(lines.all()).last().asString().contains("already");
        assertThat(Files.getLastModifiedTime(extension.manifest())).isEqualTo(before);
    }

    @Test
    void takesOutWhatIsNotDeclaredAnyMore() throws Exception {
        String bare = extension.read();
        extension.declare("[{\"name\": \"Files\", \"service\": \"dropbox\"}]");
        mojo.execute();
        extension.declare("[]");

        mojo.execute();

        assertThat(lines.all()).last().isEqualTo("- \"files\"");
        assertThat(PluginManifest.parse(extension.read()).connectors()).isEmpty();
        assertThat(extension.read().replaceAll("\\s", "")).isEqualTo(bare.replaceAll("\\s", ""));
    }

    @Test
    void writesWritersShapeWithItsEndpoint() throws Exception {
        extension.write("{\"service\": \"WRITER\"}");
        extension.declare("""
                [{"name": "Sales", "service": "salesforce", "authorizationUrl": "https://login.example/authorize"}]
                """);

        mojo.execute();

        assertThat(extension.read())
                .contains("\"name\": \"sales\"", "\"authorizationUrl\": \"https://login.example/authorize\"");
    }

    @Test
    void writesNothingWhereADeclarationIsWrong() throws Exception {
        String before = extension.read();

        extension.declare("[{\"name\": \"Files\", \"service\": \"dropbox\", \"colour\": \"red\"}]");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("line: 1");
        extension.declare("[{\"name\": \"Files\", \"service\": \"dropbox\", \"linkName\": \"No Link\"}]");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("\"No Link\"");
        extension.declare("[{\"name\": \"Files\", \"service\": \"a\"}, {\"name\": \"files\", \"service\": \"b\"}]");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("with the link name \"files\"; give one of them");
        assertThat(extension.read()).isEqualTo(before);
    }
}
