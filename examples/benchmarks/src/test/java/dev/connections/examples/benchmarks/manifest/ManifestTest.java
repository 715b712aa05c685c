package dev.connections.examples.benchmarks.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every benchmark of manifests gives what it is timed for. */
class ManifestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ManifestText text = new ManifestText();

    @BeforeEach
    void write() {
        text.entries = 5;
        text.write();
    }

    @Test
    void readsAndWritesTheSameWithEach() throws Exception {
        var read = new ManifestRead();

        assertThat(read.floor(text).get("connectors")).hasSize(5);
        assertThat(read.connections(text)).isEqualTo(new String(text.bytes(), StandardCharsets.UTF_8));
        assertThat(JSON.readTree(read.networknt(text))).isEqualTo(read.floor(text));
    }

    @Test
    void findsNothingWithEither() throws Exception {
        var validate = new ManifestValidate();
        validate.read(text);

        assertThat(validate.connections()).isEmpty();
        assertThat(validate.floor()).isEmpty();
    }

    @Test
    void changesTheSameEntryWithEach() throws Exception {
        var edit = new ManifestEdit();
        String changed = edit.connections(text).toJson();

        assertThat(edit.floor(text)).isPositive();
        assertThat(JSON.readTree(changed)).isEqualTo(JSON.readTree(edit.lossyTree(text)));
        assertThat(changed.replace("DELETE", "WRITE")).isEqualTo(new String(text.bytes(), StandardCharsets.UTF_8));
    }
}
