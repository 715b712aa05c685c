package dev.connections.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreRootTest {
    @TempDir
    private Path directory;

    private static FileStore open(Path directory) {
        return new FileStore(directory, Samples.KEYS, Clock.systemUTC());
    }

    private static ConnectionException refusal(Path directory) {
        return Samples.failureOf(() -> open(directory));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsEverythingForItsOwner() {
        Path root = directory.resolve("new").resolve("store");
        try (FileStore store = open(root)) {
            assertThat(store.write(Samples.record("a", 1, "first"), 0)).isTrue();
            assertThat(store.write(Samples.record("a", 2, "second"), 1)).isTrue();
            var unused = store.lease(Samples.key("a"), 2, "one", new byte[0]);

            assertThat(permissions(root)).isEqualTo("rwx------");
            assertThat(Samples.below(root))
                    .allMatch(path -> permissions(path).equals(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void closesItsDirectoriesToOthersWhenTheyAreOpen() throws IOException {
        open(directory).close();
        Path records = directory.resolve("records");
        Files.setPosixFilePermissions(records, PosixFilePermissions.fromString("rwxrwxrwx"));

        open(directory).close();

        assertThat(permissions(records)).isEqualTo("rwx------");
    }

    @Test
    void refusesADirectoryThatOthersMayWriteTo() throws IOException {
        for (String open : new String[] {"rwxrwx---", "rwx----w-"}) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(open));

            assertThat(refusal(directory)).isInstanceOf(ConnectionConfigurationException.class);
            assertThat(refusal(directory).code()).isEqualTo("directory_not_private");
            assertThat(refusal(directory)).hasMessageContaining("chmod 700");
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatCode(() -> open(directory).close()).doesNotThrowAnyException();
    }

    @Test
    void namesNothingInItsPaths() {
        try (FileStore store = open(directory)) {
            assertThat(store.write(Samples.record("crm-of-alice", 1, "first"), 0))
                    .isTrue();

            assertThat(Samples.below(directory).toString())
                    .doesNotContain("alice")
                    .doesNotContain("crm")
                    .doesNotContain("acme");
        }
    }

    @Test
    void opensOnceInAProcess() throws IOException {
        Path link =
                Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("real")));
        FileStore store = open(directory.resolve("real"));

        for (Path same :
                new Path[] {directory.resolve("real"), link, link.resolve("..").resolve("real")}) {
            ConnectionException refusal = refusal(same);

            assertThat(refusal).isInstanceOf(ConnectionConfigurationException.class);
            assertThat(refusal.code()).isEqualTo("directory_in_use_here");
            assertThat(refusal).hasMessageContaining("share that store, or close it first");
        }
        assertThat(store.write(Samples.record("a", 1, "first"), 0)).isTrue();
        store.close();
        assertThatCode(() -> open(link).close()).doesNotThrowAnyException();
    }

    @Test
    void leavesTheNextStoreNothingOfOneThatWasRefused() throws IOException {
        Files.writeString(directory.resolve("layout"), "connections file store, layout 2\n");
        assertThat(refusal(directory).code()).isEqualTo("newer_format");
        Files.delete(directory.resolve("layout"));

        assertThatCode(() -> open(directory).close()).doesNotThrowAnyException();
    }

    @Test
    void refusesTheDirectoryOfALaterRelease() throws IOException {
        Files.writeString(directory.resolve("layout"), "connections file store, layout 2\n");

        ConnectionException refusal = refusal(directory);

        assertThat(refusal).isInstanceOf(ConnectionStoreException.class);
        assertThat(refusal.code()).isEqualTo("newer_format");
        assertThat(refusal)
                .hasMessageContaining("layout 2")
                .hasMessageContaining("run the release that made the directory");
        assertThat(directory.resolve("layout")).hasContent("connections file store, layout 2\n");
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        for (Path each : new Path[] {file, file.resolve("below")}) {
            assertThat(refusal(each)).isInstanceOf(ConnectionException.class);
            assertThat(refusal(each)).hasMessageContaining("file");
        }
        assertThat(refusal(file).code()).isEqualTo("directory_unusable");
        assertThat(refusal(file)).hasMessageContaining("name a directory for the store alone");
    }

    @Test
    void refusesALinkInThePlaceOfItsOwnDirectories() throws IOException {
        Path aside = Files.createDirectory(directory.resolve("aside"));
        Files.createSymbolicLink(directory.resolve("records"), aside);

        assertThat(refusal(directory).code()).isEqualTo("directory_symlink");
        assertThat(refusal(directory)).hasMessageContaining("put the directory itself there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb2", "smbfs", "9p", "fuse.sshfs", "NFS"})
    void warnsOfNetworkDrives(String type) {
        assertThat(StoreRoot.warnIfElsewhere(directory, type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "NTFS", "apfs", "zfs", "fuseblk"})
    void trustsDisksOfThisMachine(String type) {
        assertThat(StoreRoot.warnIfElsewhere(directory, type)).isFalse();
    }
}
