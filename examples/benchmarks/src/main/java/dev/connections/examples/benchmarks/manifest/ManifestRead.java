package dev.connections.examples.benchmarks.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import dev.connections.examples.benchmarks.Row;
import dev.connections.manifest.PluginManifest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A manifest read, checked and written, with a line and column for whatever is found. */
@Row(number = "8", work = "manifest: read + validate + write", timesFloor = 1.25)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ManifestRead {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema = ManifestSchema.read();

    /** A Jackson tree; nothing is checked, nothing is written. */
    @Benchmark
    public JsonNode floor(ManifestText text) throws IOException {
        return JSON.readTree(text.bytes());
    }

    /** The SDK. */
    @Benchmark
    public String connections(ManifestText text) {
        PluginManifest manifest = text.read();
        if (!manifest.validate().isEmpty()) {
            throw new IllegalStateException("the manifest is whole");
        }
        return manifest.toJson();
    }

    /** A Jackson tree, checked by a schema, and written in another layout. */
    @Benchmark
    public byte[] networknt(ManifestText text) throws IOException {
        JsonNode tree = JSON.readTree(text.bytes());
        if (!schema.validate(tree).isEmpty()) {
            throw new IllegalStateException("the manifest is whole");
        }
        return JSON.writeValueAsBytes(tree);
    }
}
