package dev.connections.examples.benchmarks.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/** One entry changed in a text that is read for it, every other byte as it was. */
@Row(number = "9", work = "manifest: read + change one entry", timesFloor = 1.3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ManifestEdit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory TOKENS = new JsonFactory();

    /** Jackson's scan from token to token; nothing is changed. */
    @Benchmark
    public int floor(ManifestText text) throws IOException {
        int tokens = 0;
        try (JsonParser parser = TOKENS.createParser(text.bytes())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** The SDK. */
    @Benchmark
    public PluginManifest connections(ManifestText text) {
        return text.read().upsert(text.changed());
    }

    /** A Jackson tree, changed and written; layout and number forms are lost. */
    @Benchmark
    public byte[] lossyTree(ManifestText text) throws IOException {
        JsonNode tree = JSON.readTree(text.bytes());
        JsonNode entry = tree.get("connectors").get(text.entries / 2);
        ((ArrayNode) entry.get("scope")).set(1, "files.DELETE");
        return JSON.writeValueAsBytes(tree);
    }
}
