package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made of services.json is what lies beside it; {@link CatalogGenerator} makes it again. */
class GeneratedFilesTest {
    private static final Path MODULE = Stream.of(Path.of(""), Path.of("connections-oauth"))
            .filter(folder -> Files.exists(folder.resolve(CatalogGenerator.DATA)))
            .findFirst()
            .orElseThrow();

    private static List<WrittenEntry> entries() throws IOException {
        return WrittenEntry.all(Files.readAllBytes(MODULE.resolve(CatalogGenerator.DATA)));
    }

    @Test
    void hasTheIndexOfItsData() throws IOException {
        assertThat(Files.readString(MODULE.resolve(CatalogGenerator.INDEX)))
                .isEqualTo(CatalogGenerator.index(entries()));
    }

    @Test
    void hasTheConstantsOfItsData() throws IOException {
        String source = Files.readString(MODULE.resolve(CatalogGenerator.CONSTANTS));

        assertThat(source).isEqualTo(CatalogGenerator.constants(source, entries()));
    }

    @Test
    void hasTheListOfItsData() throws IOException {
        String page = Files.readString(MODULE.resolve(CatalogGenerator.PAGE));

        assertThat(page).isEqualTo(ServicesPage.of(page, entries()));
        assertThat(page.lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(entries())
                .allMatch(row -> row.chars().filter(sign -> sign == '|').count() == 9);
    }

    @Test
    void writesAConstantAgainAfterItWasLost() throws IOException {
        String source = Files.readString(MODULE.resolve(CatalogGenerator.CONSTANTS));
        String withoutConstants = CatalogGenerator.constants(source, List.of());

        assertThat(withoutConstants).doesNotContain("GITHUB");
        assertThat(CatalogGenerator.constants(withoutConstants, entries())).isEqualTo(source);
    }

    @Test
    void isSortedByLinkName() throws IOException {
        assertThat(entries())
                .extracting(each -> each.blueprint().heading().linkName())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void spellsItsDataInAsciiAndWithoutSecrets() throws IOException {
        String data = Files.readString(MODULE.resolve(CatalogGenerator.DATA));

        assertThat(data).matches("[\\x0A\\x20-\\x7E]*").doesNotContain("\"client_secret\": {", "\"secret\":");
    }
}
