package dev.connections.examples.benchmarks.manifest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.connections.manifest.PluginManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The SDK's schema, as a peer reads it. */
final class ManifestSchema {
    private ManifestSchema() {}

    static Schema read() {
        try (var text = PluginManifest.class.getResourceAsStream("/plugin-manifest.schema.json")) {
            String schema = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
