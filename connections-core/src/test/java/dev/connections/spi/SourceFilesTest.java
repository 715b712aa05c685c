package dev.connections.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Reference;
import dev.connections.spi.SourceReferences.Skipped;
import dev.connections.spi.SourceReferences.Skipped.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read, and that no file can stop a scan, slow it down or lead it elsewhere. */
class SourceFilesTest {
    private static final String CALL = "connection:\"crm\"";
    private static final int MEBIBYTE = 1 << 20;
    /** Reading a mebibyte once takes milliseconds; quadratic time would take hours. */
    private static final Duration LINEAR = Duration.ofSeconds(20);

    @TempDir
    private Path root;

    @TempDir
    private Path elsewhere;

    private final List<Skipped> skipped = new ArrayList<>();
    private final SourceReferences sources = SourceReferences.of("orders").withReport(skipped::add);

    private Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private List<String> locations() {
        return sources.scan(root).getOrDefault("crm", List.of()).stream()
                .map(Reference::location)
                .toList();
    }

    @Test
    void ignoresFoldersThatHoldOthersWork() throws IOException {
        write("node_modules/a.dg", CALL);
        write("app/node_modules/b/a.dg", CALL);
        write(".git/a.dg", CALL);
        write("target/a.dg", CALL);
        write("dist/a.dg", CALL);
        write("app/a.dg", CALL);

        assertThat(locations()).containsExactly("app/a.dg:1");
        assertThat(skipped).isEmpty();
    }

    @Test
    void ignoresWhatTheHostSays() throws IOException {
        write("generated/deep/a.dg", CALL);
        write("app/generated/a.dg", CALL);
        write("app/old.dg", CALL);
        write("app/a.dg", CALL);

        var found = sources.withIgnored("generated/**", "old.*").scan(root);

        assertThat(found.get("crm"))
                .extracting(Reference::location)
                .containsExactly("app/a.dg:1", "app/generated/a.dg:1");
    }

    @Test
    void reportsWhatItCouldNotRead() throws IOException {
        write("large.dg", " ".repeat(MEBIBYTE - CALL.length()) + CALL);
        write("larger.dg", " ".repeat(MEBIBYTE - CALL.length() + 1) + CALL);
        Files.write(root.resolve("latin.dg"), (CALL + "é").getBytes(StandardCharsets.ISO_8859_1));
        Files.write(root.resolve("picture.png"), new byte[] {(byte) 0x89});

        assertThat(locations()).containsExactly("large.dg:1");
        assertThat(skipped)
                .containsExactly(new Skipped("larger.dg", Reason.TOO_LARGE), new Skipped("latin.dg", Reason.NOT_TEXT));
    }

    @Test
    void reportsAFileThatAFinderDoesNotUnderstandAndFindsTheOthers() throws IOException {
        write("a.dg", CALL);
        write("b.dg", CALL);
        var picky = sources.withFinder("a.dg", (file, text) -> {
            throw new IllegalArgumentException("not an a");
        });

        var found = picky.scan(root);

        assertThat(found.get("crm")).extracting(Reference::location).containsExactly("b.dg:1");
        assertThat(skipped).containsExactly(new Skipped("a.dg", Reason.NOT_UNDERSTOOD));
    }

    @Test
    void neverFollowsALinkOutOfItsRootOrInACircle() throws IOException {
        Files.writeString(elsewhere.resolve("a.dg"), CALL);
        write("app/a.dg", CALL);
        Files.createSymbolicLink(root.resolve("out"), elsewhere);
        Files.createSymbolicLink(root.resolve("out.dg"), elsewhere.resolve("a.dg"));
        Files.createSymbolicLink(root.resolve("app/circle"), root);

        assertThat(locations()).containsExactly("app/a.dg:1");
        assertThat(skipped)
                .containsExactlyInAnyOrder(
                        new Skipped("out", Reason.LINK),
                        new Skipped("out.dg", Reason.LINK),
                        new Skipped("app/circle", Reason.LINK));
    }

    @Test
    void scansARootThatALinkLeadsTo() throws IOException {
        write("a.dg", CALL);
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), root);

        assertThat(sources.scan(link)).containsOnlyKeys("crm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "file"})
    void refusesARootThatIsNoFolder(String name) throws IOException {
        write("file", "");

        var failure =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> sources.scan(root.resolve(name)));

        assertThat(failure.code()).isEqualTo("scan_root_unusable");
        assertThat(failure).hasMessageContaining(name).hasMessageContaining("give the folder");
    }

    @Test
    void refusesFoldersDeeperThanAnybodyMakesThem() throws IOException {
        write("d/".repeat(99) + "a.dg", CALL);
        assertThat(locations()).hasSize(1);
        write("e/".repeat(100) + "a.dg", CALL);

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, this::locations);

        assertThat(failure.code()).isEqualTo("scan_too_large");
        assertThat(failure).hasMessageContaining("deeper than 100").hasMessageContaining("withIgnored");
    }

    @Test
    void refusesMorePlacesThanCanBeRecorded() throws IOException {
        String many = (CALL + "\n").repeat(60_000);
        write("a.dg", many);
        write("b.dg", many);

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, this::locations);

        assertThat(failure.code()).isEqualTo("scan_too_large");
        assertThat(failure).hasMessageContaining("100000 places");
    }

    @Test
    void shortensPathsThatAReferenceCannotHold() throws IOException {
        String name = "n".repeat(230) + "\u0007.dg";
        write(("folder-" + "f".repeat(90) + "/").repeat(5) + name, CALL);

        var reference = sources.scan(root).get("crm").get(0);

        assertThat(reference.component()).hasSize(200).startsWith("…nnn").endsWith("n\ufffd.dg");
        assertThat(reference.location()).hasSize(500).startsWith("…").endsWith("n\ufffd.dg:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "`",
                "`${",
                "/",
                "/[",
                "=/[",
                "=/\\",
                "\\",
                "<",
                "<!--",
                "<script>",
                "<a '",
                "<a \"`${",
                "/*",
                "*/",
                "{",
                "}",
                "connectionLinkName:",
                "connectionLinkName:''",
                "connectionLinkName:'a'",
                "\"connectionLinkName\"",
                "\n",
                "a"
            })
    void readsAnyMebibyteInLinearTime(String unit) throws IOException {
        String text = unit.repeat(MEBIBYTE / unit.length());
        write("a.js", text);
        write("a.html", text);
        write("a.dg", text);
        write("b.html", "<script>" + text.substring(8));

        Assertions.assertTimeoutPreemptively(LINEAR, () -> {
            try {
                var unused = sources.scan(root);
            } catch (ConnectionConfigurationException e) { // more places than can be recorded
                assertThat(e.code()).isEqualTo("scan_too_large");
            }
        });

        assertThat(skipped).isEmpty();
    }

    @Test
    void findsACallBehindAnyGarbageThatEndsWithItsLine() throws IOException {
        var random = new Random(20_261_120);
        String signs = "ab'\" \\/()[]{}=:+.,;<>!-";
        for (int i = 0; i < 500; i++) {
            var garbage = new StringBuilder("//");
            random.ints(40, 0, signs.length()).forEach(at -> garbage.append(signs.charAt(at)));
            write(
                    "f" + i + ".dg",
                    garbage + "\nx = '" + garbage.substring(2).replaceAll("['\\\\]", "") + "';\n" + CALL);
        }

        assertThat(locations()).hasSize(500).allMatch(location -> location.endsWith(":3"));
    }
}
