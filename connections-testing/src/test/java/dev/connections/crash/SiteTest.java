package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.crash.StrictServer.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run notices secrets that were written down, and has none when nobody wrote one. */
class SiteTest {
    @TempDir
    private Path directory;

    @Test
    void findsASecretInAFileInAnyForm() throws IOException {
        try (Site site = Site.open(Place.Kind.FILES.below(directory), Terms.STRICT, directory)) {
            site.connect(2);
            assertThat(site.findings()).isEmpty();
            byte[] secret = ("x" + site.evidence().tokens().fresh("access")).getBytes(StandardCharsets.UTF_8);

            Files.writeString(
                    directory.resolve("leak.log"), "at " + Base64.getEncoder().encodeToString(secret));

            assertThat(site.findings()).containsExactly("rule 5: the file leak.log holds a secret");
        }
    }

    @Test
    void findsASecretInADump() {
        Place files = Place.Kind.FILES.below(directory);
        var tokens = new String[] {""};
        try (Site site = Site.open(new Place(files.address(), () -> tokens[0]), Terms.STRICT, directory)) {
            assertThat(site.findings()).isEmpty();

            tokens[0] = "row 1: " + site.evidence().tokens().fresh("refresh");

            assertThat(site.findings()).containsExactly("rule 5: the store's dump holds a secret");
        }
    }
}
