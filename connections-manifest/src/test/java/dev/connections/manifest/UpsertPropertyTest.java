package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any connector into any manifest; Jackson, which shares no line with the editor, says what must have changed. */
class UpsertPropertyTest {
    private static final ObjectMapper JACKSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> FINANCE = Set.of("FINANCE", "INVENTORY", "EXPENSE", "BILLING");

    @Provide
    Arbitrary<String> manifests() {
        return ManifestTexts.manifests();
    }

    @Provide
    Arbitrary<Connector> fresh() {
        return Arbitraries.of(
                Connectors.perUser("fresh", "Fresh", "box"),
                Connectors.shared("fresh", "Fresh", "box", "x.READ").withSharedBy("837000273"),
                Connectors.perUser("fresh", "Fresh", "zoho_crm", "x.READ", "y.ALL"),
                Connectors.shared("fresh", "Fresh", "box", "x.READ", "y.ALL").asUserDefinedService("my_box"));
    }

    /** Connectors that are an entry of the manifest already, if it has so many. */
    @Provide
    Arbitrary<Connector> known() {
        return Arbitraries.of(
                Connectors.perUser("entry_0", "Entry 0", "service_0", "a.READ"),
                Connectors.shared("entry_0", "Renamed", "service_0"),
                Connectors.shared("entry_1", "Entry 1", "service_1", "a.READ", "new", "b:all")
                        .withSharedBy("42"),
                Connectors.perUser("entry_2", "Entry 2", "service_2", "b:all").withSharedBy("7"));
    }

    @Property(tries = 300)
    void readsAndWritesEveryByte(@ForAll("manifests") String text) {
        PluginManifest manifest = PluginManifest.parse(text);

        assertThat(manifest.toJson()).isEqualTo(text);
        assertThat(manifest.document().json()).isTrue();
    }

    @Property(tries = 300)
    void addsExactlyOneEntry(@ForAll("manifests") String text, @ForAll("fresh") Connector connector) throws Exception {
        PluginManifest changed = PluginManifest.parse(text).upsert(connector);

        ObjectNode expected = (ObjectNode) tree(text);
        addTo(expected, connector);
        assertThat(tree(changed.toJson())).isEqualTo(expected);
        assertThat(changed.upsert(connector)).isSameAs(changed);
    }

    @Property(tries = 300)
    void reordersEntriesAndNothingElse(@ForAll("manifests") String text) throws Exception {
        PluginManifest manifest = PluginManifest.parse(text);
        List<String> names =
                manifest.connectors().stream().map(Connector::linkName).toList();
        List<String> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);

        PluginManifest changed = manifest.reorder(backwards);

        assertThat(changed.connectors()).extracting(Connector::linkName).containsExactlyElementsOf(backwards);
        assertThat(withoutSections(tree(changed.toJson()))).isEqualTo(withoutSections(tree(text)));
        assertThat(changed.reorder(names).toJson()).isEqualTo(text);
    }

    @Property(tries = 300)
    void updatesExactlyOneEntry(@ForAll("manifests") String text, @ForAll("known") Connector connector)
            throws Exception {
        PluginManifest changed = PluginManifest.parse(text).upsert(connector);

        JsonNode before = tree(text);
        JsonNode after = tree(changed.toJson());
        for (JsonNode entry : entries(after)) {
            boolean mine = linkName(entry).equals(connector.linkName());
            assertThat(mine ? scopes(entry) : connector.scopes()).isEqualTo(connector.scopes());
            assertThat(mine || contains(entries(before), entry)).isTrue();
        }
        assertThat(withoutSections(after)).isEqualTo(withoutSections(before));
        assertThat(changed.upsert(connector)).isSameAs(changed);
    }

    @Property(tries = 300)
    void leavesTheBytesAroundTheSectionAlone(@ForAll("manifests") String text, @ForAll("known") Connector connector) {
        PluginManifest before = PluginManifest.parse(text);

        String after = before.upsert(connector).toJson();

        for (String name : List.of("other0", "service", "modules")) {
            before.document()
                    .root()
                    .flatMap(root -> root.member(name))
                    .ifPresent(member -> assertThat(after)
                            .contains(raw(
                                    text, member.name().start(), member.value().end())));
        }
        assertThat(commonStart(text, after) + commonEnd(text, after)).isGreaterThanOrEqualTo(outsideSections(before));
    }

    @Property(tries = 300)
    void takesOutWhatItPutIn(@ForAll("manifests") String text, @ForAll("fresh") Connector connector) throws Exception {
        PluginManifest before = PluginManifest.parse(text);

        PluginManifest back = before.upsert(connector).remove("fresh");

        JsonNode expected = tree(text);
        assertThat(withoutSections(tree(back.toJson()))).isEqualTo(withoutSections(expected));
        assertThat(entries(tree(back.toJson()))).isEqualTo(entries(expected));
        if (!entries(expected).isEmpty() && !zohoApart(expected, connector)) {
            assertThat(back.toJson()).isEqualTo(text);
        }
    }

    private static String raw(String text, int start, int end) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static int commonStart(String a, String b) {
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common;
    }

    private static int commonEnd(String a, String b) {
        int common = 0;
        while (common < Math.min(a.length(), b.length())
                && a.charAt(a.length() - 1 - common) == b.charAt(b.length() - 1 - common)) {
            common++;
        }
        return common;
    }

    /** Characters of the text that no section's value holds. */
    private static int outsideSections(PluginManifest manifest) {
        String text = manifest.toJson();
        int outside = text.length();
        for (String section : List.of("connectors", "usedConnections", "zohoAuthorisation")) {
            outside -= manifest.document()
                    .root()
                    .flatMap(root -> root.value(section))
                    .map(value -> value.raw().length())
                    .orElse(0);
        }
        return outside;
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        return JACKSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String product(JsonNode manifest) {
        return manifest.get("service").textValue().toUpperCase(Locale.ROOT);
    }

    private static boolean zohoApart(JsonNode manifest, Connector connector) {
        return product(manifest).equals("DESK") && connector.serviceName().startsWith("zoho_");
    }

    private static void addTo(ObjectNode manifest, Connector connector) {
        String product = product(manifest);
        if (zohoApart(manifest, connector)) {
            manifest.set("zohoAuthorisation", fresh(manifest, connector));
            if (!manifest.path("connectors").isArray()) {
                manifest.putArray("connectors");
            }
            return;
        }
        String section = FINANCE.contains(product) ? "usedConnections" : "connectors";
        ArrayNode entries =
                manifest.path(section).isArray() ? (ArrayNode) manifest.get(section) : manifest.putArray(section);
        entries.add(fresh(manifest, connector));
    }

    private static ObjectNode fresh(JsonNode manifest, Connector connector) {
        ObjectNode entry = JACKSON.createObjectNode();
        boolean writer = product(manifest).equals("WRITER");
        boolean zoho = zohoApart(manifest, connector);
        entry.put(writer ? "name" : "connectionLinkName", connector.linkName());
        entry.put("userAccess", connector.userAccess());
        if (writer) {
            entry.put("type", "OAuth").put("authorizationUrl", "https://login.example/authorize");
        } else {
            entry.put("connectionName", connector.name());
            entry.put("serviceName", zoho ? "zlabs_integration" : connector.serviceName());
            entry.put("isUserDefinedService", connector.userDefinedService());
            connector.sharedBy().ifPresent(id -> entry.put("sharedBy", id));
        }
        if (zoho) {
            entry.put("type", "connectors");
        }
        if (!connector.scopes().isEmpty()) {
            ArrayNode scopes = entry.putArray(writer ? "scopes" : "scope");
            connector.scopes().forEach(scopes::add);
        }
        return entry;
    }

    private static List<JsonNode> entries(JsonNode manifest) {
        String section = FINANCE.contains(product(manifest)) ? "usedConnections" : "connectors";
        return List.copyOf(manifest.path(section).valueStream().toList());
    }

    private static boolean contains(List<JsonNode> entries, JsonNode entry) {
        return entries.contains(entry);
    }

    private static String linkName(JsonNode entry) {
        return entry.path("connectionLinkName").asText(entry.path("name").asText());
    }

    private static List<String> scopes(JsonNode entry) {
        JsonNode scopes = entry.has("scope") ? entry.get("scope") : entry.path("scopes");
        return scopes.valueStream().map(JsonNode::textValue).toList();
    }

    private static JsonNode withoutSections(JsonNode manifest) {
        ObjectNode rest = manifest.deepCopy();
        rest.remove(List.of("connectors", "usedConnections", "zohoAuthorisation"));
        return rest;
    }
}
