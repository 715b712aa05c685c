package dev.connections.examples.benchmarks.manifest;

import dev.connections.manifest.Connector;
import dev.connections.manifest.PluginManifest;
import dev.connections.manifest.PluginManifest.ReadLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A manifest of so many ordinary entries, laid out as templates are. */
@State(Scope.Benchmark)
public class ManifestText {
    private static final ReadLimits LIMITS = new ReadLimits(1L << 30, 64);
    private static final String ENTRY = """
                {
                  "connectionLinkName": "connection_%1$d",
                  "connectionName": "Connection %1$d",
                  "serviceName": "service_%1$d",
                  "userAccess": true,
                  "isUserDefinedService": false,
                  "sharedBy": "4241905",
                  "scope": ["files.READ", "files.WRITE"]
                }""".indent(4).stripTrailing();

    /** How many entries there are. */
    @Param({"1", "1000", "100000"})
    public int entries = 1000;

    private byte[] bytes = {};
    private Connector changed = Connector.parse(ENTRY.formatted(0));

    /** Writes the text. */
    @Setup
    public void write() {
        StringBuilder text = new StringBuilder("{\n  \"service\": \"CRM\",\n  \"connectors\": [\n");
        for (int i = 0; i < entries; i++) {
            text.append(i == 0 ? "" : ",\n").append(ENTRY.formatted(i));
        }
        changed = Connector.parse(ENTRY.formatted(entries / 2).replace("files.WRITE", "files.DELETE"));
        bytes = text.append("\n  ]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    PluginManifest read() {
        return PluginManifest.read(new ByteArrayInputStream(bytes), LIMITS);
    }

    /** The entry in the middle, with other scopes. */
    Connector changed() {
        return changed;
    }
}
