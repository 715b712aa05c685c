package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read within limits, and replaced as a whole or not at all. */
@Timeout(30)
class ManifestFileTest {
    private static final Connector BOX = Connectors.shared("acme_box", "Acme Box", "box");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeManifest() throws IOException {
        file = directory.resolve("plugin-manifest.json");
        Files.writeString(file, Resources.sample("desk-manifest.json"));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    @Test
    void writesTheChangedManifestAndNothingElse() throws IOException {
        PluginManifest changed = PluginManifest.read(file).upsert(BOX);

        changed.writeTo(file);

        assertThat(Files.readString(file)).isEqualTo(changed.toJson()).contains("acme_box");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void readsWhatItWroteByteForByte() throws IOException {
        byte[] bytes = "\uFEFF{\r\n\t\"service\" : \"CRM\"\r\n}".getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
        Path copy = directory.resolve("copy.json");

        PluginManifest.read(file).writeTo(copy);

        assertThat(copy).hasBinaryContent(bytes);
    }

    @Test
    void doesNotTouchAFileThatHoldsTheTextAlready() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

        PluginManifest.read(file).writeTo(file);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1_000_000));
    }

    @Test
    void refusesAFileThatSomebodyChanged() throws IOException {
        PluginManifest changed = PluginManifest.read(file).upsert(BOX);
        Files.writeString(file, "{\"service\":\"DESK\"}");

        refused("changed_since_read", () -> changed.writeTo(file))
                .hasMessageContaining("read it again and repeat the change");

        assertThat(file).hasContent("{\"service\":\"DESK\"}");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void refusesAFileThatSomebodyDeleted() throws IOException {
        PluginManifest changed = PluginManifest.read(file).upsert(BOX);
        Files.delete(file);

        refused("changed_since_read", () -> changed.writeTo(file))
                .hasMessageContaining("was deleted since it was read");

        assertThat(files()).isEmpty();
    }

    @Test
    void refusesTheSecondOfTwoChangesMadeFromOneReading() {
        PluginManifest read = PluginManifest.read(file);
        read.upsert(BOX).writeTo(file);

        refused("changed_since_read", () -> read.remove("dropbox_for_zoho_desk").writeTo(file));

        assertThat(PluginManifest.read(file).connectors())
                .extracting(Connector::linkName)
                .contains("acme_box", "dropbox_for_zoho_desk");
    }

    @Test
    void goesOnFromWhatItWrote() {
        PluginManifest first = PluginManifest.read(file).upsert(BOX);
        first.writeTo(file);
        PluginManifest second = first.remove("dropbox_for_zoho_desk");

        second.writeTo(file);

        assertThat(PluginManifest.read(file).toJson()).isEqualTo(second.toJson());
    }

    @Test
    void overwritesAFileItWasNotReadFrom() throws IOException {
        Path output = directory.resolve("output.json");
        Files.writeString(output, "yesterday's");

        PluginManifest.read(file).upsert(BOX).writeTo(output);
        PluginManifest.read(file).remove("dropbox_for_zoho_desk").writeTo(output);

        assertThat(Files.readString(output)).doesNotContain("acme_box").doesNotContain("dropbox");
    }

    @Test
    void seesThroughAnotherPathToTheSameFile() throws IOException {
        Path roundabout = directory.resolve("x").resolve("..").resolve("plugin-manifest.json");
        Files.createDirectory(directory.resolve("x"));
        PluginManifest changed = PluginManifest.read(roundabout).upsert(BOX);
        Files.writeString(file, "{}");

        refused("changed_since_read", () -> changed.writeTo(file));
    }

    @Test
    void writesNoTextThatIsNotJson() throws IOException {
        String commented = "{\"service\":\"CRM\"} // mine";
        Files.writeString(file, commented);

        refused("not_json", () -> PluginManifest.read(file).writeTo(file))
                .hasMessageContaining("1:19 error comment")
                .hasMessageContaining("apply the fix()");

        assertThat(file).hasContent(commented);
    }

    @Test
    void writesWhatFixMadeOfIt() throws IOException {
        Files.writeString(file, "{\"service\":\"CRM\"} // mine");
        Finding comment = PluginManifest.read(file).validate().get(0);

        comment.fix().orElseThrow().writeTo(file);

        assertThat(file).hasContent("{\"service\":\"CRM\"} ");
    }

    @Test
    void keepsTheRightsOfTheFile() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x---"));

        PluginManifest.read(file).upsert(BOX).writeTo(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-x---");
    }

    @Test
    void givesANewFileTheUsualRights() throws IOException {
        Path usual = Files.createFile(directory.resolve("usual"));
        Path fresh = directory.resolve("fresh.json");

        PluginManifest.read(file).writeTo(fresh);

        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void refusesAReadOnlyFile() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(file))
                .as("an administrator may write anything")
                .isFalse();

        refused("write_failed", () -> PluginManifest.read(file).upsert(BOX).writeTo(file))
                .hasMessageContaining("it is read-only")
                .hasMessageContaining("Check the rights");

        assertThat(Files.readString(file)).isEqualTo(Resources.sample("desk-manifest.json"));
    }

    @Test
    void writesThroughASymbolicLinkBelowItsDirectory() throws IOException {
        Path real = Files.createDirectory(directory.resolve("app")).resolve("manifest.json");
        Files.move(file, real);
        Files.createSymbolicLink(file, Path.of("app", "manifest.json"));

        PluginManifest.read(file).upsert(BOX).writeTo(file);

        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).contains("acme_box");
        assertThat(Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void refusesASymbolicLinkOutOfItsDirectory(@TempDir Path elsewhere) throws IOException {
        Path real = elsewhere.resolve("manifest.json");
        Files.move(file, real);
        Files.createSymbolicLink(file, real);
        String before = Files.readString(real);

        PluginManifest changed = PluginManifest.read(file).upsert(BOX);

        refused("symlink_outside", () -> changed.writeTo(file)).hasMessageContaining("read and write it by that path");
        assertThat(real).hasContent(before);
    }

    @Test
    void refusesDanglingAndCircularLinks() throws IOException {
        PluginManifest manifest = PluginManifest.read(file);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling.json"), Path.of("nowhere.json"));
        Path loop = Files.createSymbolicLink(directory.resolve("loop.json"), Path.of("loop.json"));

        refused("symlink_dangling", () -> manifest.writeTo(dangling)).hasMessageContaining("create that file");
        refused("symlink_loop", () -> manifest.writeTo(loop)).hasMessageContaining("remove the link");
        refused("not_found", () -> PluginManifest.read(dangling)).hasMessageContaining("does not exist");
        refused("read_failed", () -> PluginManifest.read(loop)).hasMessageContaining("cannot be read");
    }

    @Test
    void refusesADirectory() {
        PluginManifest manifest = PluginManifest.read(file);

        refused("not_a_file", () -> PluginManifest.read(directory)).hasMessageContaining("is a directory");
        refused("not_a_file", () -> manifest.writeTo(directory))
                .hasMessageContaining("name the plugin-manifest.json itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "device"})
    void refusesWhatWouldBlockOrNeverEnd(String kind) throws Exception {
        PluginManifest manifest = PluginManifest.read(file);
        Path endless = kind.equals("device") ? Path.of("/dev/zero") : directory.resolve("pipe");
        if (kind.equals("pipe")) {
            assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor())
                    .isZero();
        }

        refused("not_a_file", () -> PluginManifest.read(endless)).hasMessageContaining("no regular file");
        refused("not_a_file", () -> manifest.writeTo(endless)).hasMessageContaining("no regular file");
    }

    @Test
    void refusesAMissingFileAndAMissingDirectory() {
        PluginManifest manifest = PluginManifest.read(file);
        Path nowhere = directory.resolve("nowhere").resolve("plugin-manifest.json");

        refused("not_found", () -> PluginManifest.read(nowhere)).hasMessageContaining("check the path");
        refused("write_failed", () -> manifest.writeTo(nowhere)).hasMessageContaining("create it first");
    }

    @Test
    void leavesTheFileAloneWhenWritingFails() throws IOException {
        String longest = "m".repeat(235) + ".json"; // the file beside it would need a longer name than a file may have
        Path target = directory.resolve(longest);
        Files.writeString(target, "{\"service\":\"CRM\"}");
        PluginManifest changed = PluginManifest.read(target).upsert(BOX);

        refused("write_failed", () -> changed.writeTo(target))
                .hasMessageContaining("the file is as it was")
                .hasMessageContaining("Check the rights");

        assertThat(target).hasContent("{\"service\":\"CRM\"}");
        assertThat(files()).containsExactlyInAnyOrder(file, target);
    }

    @Test
    void refusesAFileBeyondTheLimit() throws IOException {
        Files.write(file, new byte[(8 << 20) + 1]);

        refused("too_large", () -> PluginManifest.read(file)).hasMessageContaining("8388608 bytes");
    }

    @Test
    void namesTheFileInItsErrors() throws IOException {
        Files.write(file, new byte[] {'{', (byte) 0xFF});

        refused("not_utf8", () -> PluginManifest.read(file)).hasMessageStartingWith(file + " is not UTF-8 at byte 1");
    }
}
