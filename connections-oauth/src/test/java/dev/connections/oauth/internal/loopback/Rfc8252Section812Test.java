package dev.connections.oauth.internal.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Only an address of the web reaches the system's opener, and no shell does (RELIABILITY L24).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-8.12">RFC 8252, section 8.12</a>
 */
class Rfc8252Section812Test {
    private static final URI ADDRESS = URI.create("https://acme.example/authorize?state=s3cr3t");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://acme.example/authorize",
                "http://127.0.0.1.acme.example/",
                "http://localhost/",
                "ms-calculator:open",
                "https:///authorize",
                "https:opaque",
                "--upload-pack=touch",
                "authorize",
                "https://user@acme.example/authorize"
            })
    void refusesWhatCouldStartAnotherProgram(String address) {

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class, () -> BrowserCommand.argument(URI.create(address)));

        assertThat(failure.code()).isEqualTo("address_not_for_browsers");
        assertThat(failure).hasMessageContaining("only an https address").hasMessageNotContaining(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example/authorize?a=b&state=x-1, https://acme.example/authorize?a=b&state=x-1",
        "https://acme.example/$(calc), https://acme.example/%24%28calc%29",
        "https://acme.example/a;b'c!d*e, https://acme.example/a%3Bb%27c%21d%2Ae",
        "https://acme.example/caf\u00e9, https://acme.example/caf%C3%A9",
        "http://127.0.0.1:8080/authorize, http://127.0.0.1:8080/authorize",
        "http://[::1]:8080/authorize, http://[::1]:8080/authorize"
    })
    void encodesWhatAShellWouldUnderstand(String address, String argument) {
        assertThat(BrowserCommand.argument(URI.create(address))).isEqualTo(argument);
    }

    @Test
    void givesTheOpenerOneArgument() throws Exception {
        Path heard = directory.resolve("heard");
        Path opener = Files.writeString(
                directory.resolve("opener"),
                "#!/bin/sh\necho \"$#:$1\" > '" + heard + ".part'\nmv '" + heard + ".part' '" + heard + "'\n");
        Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
        var missing = List.of(directory.resolve("missing").toString());

        new BrowserCommand(List.of(missing, List.of(opener.toString()))).open(ADDRESS);

        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(heard) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(heard)).isEqualTo("1:" + ADDRESS + "\n");
    }

    @Test
    void saysToShowTheAddressWhereThereIsNoBrowser() {
        var none =
                new BrowserCommand(List.of(List.of(directory.resolve("missing").toString())));

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> none.open(ADDRESS));

        assertThat(failure.code()).isEqualTo("browser_unavailable");
        assertThat(failure).hasMessageContaining("show the person").hasMessageNotContaining("s3cr3t");
    }

    @Test
    void quotesNoCommandThatCannotBeStarted() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken"), "#!/no/such/interpreter\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> new BrowserCommand(List.of(List.of(broken.toString()))).open(ADDRESS));

        assertThat(failure.code()).isEqualTo("browser_unavailable");
        assertThat(failure).hasNoCause().hasMessageNotContaining("s3cr3t");
    }
}
