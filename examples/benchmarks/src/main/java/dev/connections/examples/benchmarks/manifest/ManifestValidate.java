package dev.connections.examples.benchmarks.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.connections.examples.benchmarks.Row;
import dev.connections.manifest.Finding;
import dev.connections.manifest.PluginManifest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check alone, of a manifest that was read before. The floor is the validator that must be eight times slower. */
@Row(number = "8b", work = "manifest: validate alone", timesFloor = 0.125)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class ManifestValidate {
    private final Schema schema = ManifestSchema.read();
    private PluginManifest manifest;
    private JsonNode tree;

    /** Reads the text for both. */
    @Setup
    public void read(ManifestText text) throws IOException {
        text.write();
        manifest = text.read();
        tree = new ObjectMapper().readTree(text.bytes());
    }

    /** A schema validator on a Jackson tree. */
    @Benchmark
    public List<Error> floor() {
        return schema.validate(tree);
    }

    /** The SDK. */
    @Benchmark
    public List<Finding> connections() {
        return manifest.validate();
    }
}
