package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.connections.manifest.PluginManifest.ReadLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whatever the bytes are, they end in a manifest or one typed error, are written as they were read, and change only where they
 * are changed. Runs the kept inputs; with {@code JAZZER_FUZZ=1} in the environment it makes up others.
 */
class ManifestFuzzIT {
    private static final List<Connector> CONNECTORS = List.of(
            Connectors.perUser("fresh", "Fresh", "box", "x.READ").withSharedBy("837000273"),
            Connectors.shared("a", "A", "zoho_crm", "x.READ", "y.ALL"));

    @FuzzTest(maxDuration = "5m")
    void endsInAManifestOrOneTypedError(byte[] bytes) {
        Optional<PluginManifest> read = read(bytes);
        if (read.isEmpty()) {
            return;
        }
        PluginManifest manifest = read.get();
        assertThat(manifest.toJson().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        for (Finding finding : Validation.strict().check(manifest).findings()) {
            assertThat(finding.line()).isPositive();
            finding.fix().ifPresent(PluginManifest::validate);
        }
        CONNECTORS.forEach(connector -> change(manifest, connector));
    }

    private static Optional<PluginManifest> read(byte[] bytes) {
        try {
            return Optional.of(PluginManifest.read(new ByteArrayInputStream(bytes), new ReadLimits(1 << 16, 64)));
        } catch (ManifestException refused) {
            assertThat(refused.code()).isNotEmpty();
            return Optional.empty();
        }
    }

    /** A refused change leaves nothing behind; one that is made holds, is JSON, and is taken out again. */
    private static void change(PluginManifest manifest, Connector connector) {
        try {
            PluginManifest changed = manifest.upsert(connector);
            assertThat(changed.upsert(connector)).isSameAs(changed);
            assertThat(changed.document().json()).isTrue();
            assertThat(changed.reorder(List.of(connector.linkName())).connectors())
                    .hasSameSizeAs(changed.connectors());
            assertThat(changed.remove(connector.linkName()).connectors())
                    .noneMatch(left -> left.linkName().equals(connector.linkName()));
        } catch (ManifestException refused) {
            assertThat(refused.code()).isNotEmpty();
        }
    }
}
