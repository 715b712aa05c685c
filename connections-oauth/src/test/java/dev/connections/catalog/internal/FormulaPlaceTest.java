package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.catalog.ServiceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RELIABILITY F-M20 to F-M22: what somebody typed is no part of a formula. */
class FormulaPlaceTest {
    private static final String ACME = """
            {"format": 1, "services": [
              {"link_name": "acme", "name": "Acme", "category": "crm",
               "inputs": [{"name": "site", "display_name": "Site", "example": "x"}],
               "resource_servers": ["https://{site}.acme.example"],
               "authentication": {"type": "oauth2", "version": 1, "settings": {
                 "grant": "authorization_code",
                 "authorization_endpoint": "https://acme.example/authorize",
                 "token_endpoint": "https://acme.example/token",
                 "token_request": {"computed_parameters": {"sign": "'PLACE'"}}}}}]}
            """;

    @TempDir
    private Path folder;

    private ServiceCatalog catalog(String text) throws IOException {
        Path file = folder.resolve("own.json");
        Files.writeString(file, text);
        return ServiceCatalog.bundled().withFile(file);
    }

    @Test
    void refusesAnInputInsideAFormula() {
        var refused = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> catalog(ACME.replace("PLACE", "{site}")).get("acme"));

        assertThat(refused).hasMessageContaining("use a parameter or a header of its own for the input");
    }

    @Test
    void refusesAnInputByItsNameInAFormula() {
        var refused = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> catalog(ACME.replace("https://{site}.acme.example", "https://acme.example")
                                .replace("'PLACE'", "'a' + input.site"))
                        .get("acme"));

        assertThat(refused).hasMessageContaining("has an input inside a formula; use a parameter or a header");
        assertThat(refused.code()).isEqualTo("catalogue_malformed");
    }

    @Test
    void takesATextThatLooksLikeOne() throws IOException {
        assertThat(catalog(ACME.replace("PLACE", "input.site")).get("acme").authenticationType())
                .isEqualTo("oauth2");
    }

    @Test
    void takesAFormulaWithoutOne() throws IOException {
        assertThat(catalog(ACME).get("acme").authenticationType()).isEqualTo("oauth2");
    }
}
