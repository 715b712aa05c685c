package dev.connections.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema agrees with what is bundled. */
class ServiceSchemaTest {
    @Test
    void permitsTheBundledCatalogue() throws IOException {
        try (InputStream in = ServiceCatalog.class.getResourceAsStream("services.json")) {
            assertThat(ServiceSchema.errors(new String(in.readAllBytes(), UTF_8)))
                    .isEmpty();
        }
    }

    static Stream<ServiceCatalog.Entry> entries() {
        return ServiceCatalog.bundled().search("").stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void permitsTheServiceOfEachEntry(ServiceCatalog.Entry entry) {
        String json = entry.withValues(Walk.values(entry)).toJson();

        assertThat(ServiceSchema.errors(json)).isEmpty();
    }

    static Stream<ServiceCatalog.Entry> withInputs() {
        return entries().filter(entry -> !entry.examples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withInputs")
    void permitsTheServiceThatAsksWhenItIsConnected(ServiceCatalog.Entry entry) {
        var values = Walk.values(entry);
        values.keySet().removeAll(entry.examples().keySet());
        String json = entry.askingWhenConnecting().withValues(values).toJson();

        assertThat(json).contains("\"inputs\":[");
        assertThat(ServiceSchema.errors(json)).isEmpty();
    }

    @Test
    void describesEveryMember() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ServiceSchema.TEXT);

        assertThat(undescribed(schema, schema, "")).isEmpty();
    }

    /** A member has a description of its own, or the one of what it refers to. */
    private static List<String> undescribed(JsonNode node, JsonNode schema, String at) {
        var all = new ArrayList<String>();
        node.path("properties").properties().forEach(member -> {
            JsonNode rule = member.getValue();
            JsonNode target = schema.at(rule.path("$ref").asText("#/none").substring(1));
            if (rule.isObject() && !rule.has("description") && !target.has("description") && !isPart(at, member)) {
                all.add(at + "/" + member.getKey());
            }
        });
        node.properties().forEach(each -> all.addAll(undescribed(each.getValue(), schema, at + "/" + each.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(undescribed(node.get(i), schema, at + "/" + i));
        }
        return all;
    }

    /** Conditions say something of members that are described elsewhere. */
    private static boolean isPart(String at, Map.Entry<String, JsonNode> member) {
        return at.matches(".*/(if|then)") || member.getKey().equals("authentication");
    }

    @Test
    void isTheOneInTheDocuments() throws IOException {
        Path docs = Stream.of(Path.of("../docs"), Path.of("docs"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(docs.resolve("connections-service.schema.json")))
                .isEqualTo(ServiceSchema.TEXT);
    }
}
