package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which jars of others a user gets with each module; a new one needs a decision record. */
class RuntimeJarsTest {
    private static final Pattern VERSION_AND_SUFFIX = Pattern.compile("-\\d[\\w.-]*\\.jar$");
    private static final List<String> OF_CORE = List.of(
            "annotations", // of Kotlin
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jspecify",
            "kotlin-stdlib",
            "okhttp-jvm",
            "okio-jvm",
            "slf4j-api");
    private static final List<String> OF_NIMBUS = List.of(
            "accessors-smart",
            "asm",
            "content-type",
            "jcip-annotations",
            "json-smart",
            "lang-tag",
            "nimbus-jose-jwt",
            "oauth2-oidc-sdk");

    @Test
    void coreBringsEightJarsAndTheNullnessAnnotations() throws IOException {
        assertThat(jars(Room.CORE)).containsExactlyElementsOf(OF_CORE).hasSize(8 + 1);
    }

    @Test
    void oauthBringsSeventeenJars() throws IOException {
        assertThat(jars(Room.OAUTH))
                .containsExactlyInAnyOrderElementsOf(with(OF_CORE, OF_NIMBUS))
                .hasSize(17);
    }

    @Test
    void manifestBringsWhatCoreBrings() throws IOException {
        assertThat(jars(Room.MANIFEST)).containsExactlyElementsOf(OF_CORE);
    }

    @Test
    void testingAddsTheMockServerOnly() throws IOException {
        List<String> oauth = with(OF_CORE, OF_NIMBUS);

        assertThat(jars(Room.TESTING)).containsExactlyInAnyOrderElementsOf(with(oauth, List.of("mockwebserver3")));
    }

    /** Artifact ids on the run-time class path that the build listed, without our own modules. */
    private static List<String> jars(Room room) throws IOException {
        Path list = room.directory().resolve("target/runtime-jars.txt");
        assertThat(list)
                .as("run the tests with -am, so that each module lists its jars")
                .exists();
        return Stream.of(Files.readString(list).strip().split(File.pathSeparator, -1))
                .map(jar -> Path.of(jar))
                .filter(jar -> !jar.startsWith(Room.reactor()))
                .map(jar ->
                        VERSION_AND_SUFFIX.matcher(jar.getFileName().toString()).replaceFirst(""))
                .sorted()
                .toList();
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
