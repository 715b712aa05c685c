package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.testing.internal.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeyRingTest {
    private static final byte[] AAD = {1, 2, 3};

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("dev.key");
    }

    private void write(String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private ConnectionConfigurationException refusal() {
        return catchThrowableOfType(ConnectionConfigurationException.class, () -> KeyRing.file(file));
    }

    @Test
    void makesAKeyAndReadsItAgain() {
        KeyRing made = KeyRing.file(file);
        byte[] wrapped = made.wrap(made.current("acme"), new byte[32], AAD);

        KeyRing read = KeyRing.file(file);

        assertThat(read.current("acme")).isEqualTo(made.current("acme"));
        assertThat(read.unwrap(read.current("acme"), wrapped, AAD)).isEqualTo(new byte[32]);
    }

    @Test
    void makesADirectoryForIt() {
        file = directory.resolve("new").resolve("dev.key");

        KeyRing ring = KeyRing.file(file);

        assertThat(KeyRing.file(file).toString()).isEqualTo(ring.toString());
    }

    @Test
    void makesAnotherKeyEachTime() {
        KeyRing one = KeyRing.file(file);
        KeyRing other = KeyRing.file(directory.resolve("other.key"));

        assertThat(one.current("acme")).isNotEqualTo(other.current("acme"));
    }

    @Test
    void keepsTheFileForItsOwnerAndLeavesNoOther() throws IOException {
        var unused = KeyRing.file(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void namesTheKeyByChance() throws IOException {
        String id = KeyRing.file(file).current("acme");

        String line = Files.readAllLines(file).stream()
                .filter(each -> each.contains(" = "))
                .findFirst()
                .orElseThrow();
        write(line.replace(id, "mine"));

        assertThat(KeyRing.file(file).current("acme")).isEqualTo("mine");
    }

    @Test
    void isTheSameForAllThatAskAtOnce() {
        List<String> rings = Gate.race(8, runner -> KeyRing.file(file).toString());

        assertThat(rings).containsOnly(rings.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void refusesAFileThatOthersMayRead(String permissions) throws IOException {
        var unused = KeyRing.file(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThat(refusal().code()).isEqualTo("key_file_not_private");
        assertThat(refusal()).hasMessageContaining("run chmod 600").hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "no key", "= x", "id =", "a = b\nc = d\n"})
    void refusesAFileOfAnotherForm(String text) throws IOException {
        write(text);

        assertThat(refusal().code()).isEqualTo("key_file_malformed");
        assertThat(refusal()).hasMessageContaining("\"id = key\"").hasMessageContaining("restore it from a copy");
        assertThat(file).hasContent(text);
    }

    @Test
    void saysWhatIsWrongWithAKey() throws IOException {
        write("dev = c2hvcnQ=\n");

        assertThat(refusal().code()).isEqualTo("key_malformed");
        assertThat(refusal()).hasMessageContaining("openssl rand -base64 32").hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void saysWhenThereCannotBeAFile() throws IOException {
        Files.createFile(directory.resolve("file"));
        file = directory.resolve("file").resolve("dev.key");

        assertThat(refusal().code()).isEqualTo("key_file_unusable");
        assertThat(refusal()).hasMessageContaining("name a text file in a directory of a local disk");
    }
}
