package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries in another order: each as it was written, and nothing else moves. */
class ReorderTest {
    private static final String THREE = """
            {
              "connectors" : [ { "connectionLinkName":"a" },
                {
                  "connectionLinkName": "b", "scope": [ ],
                  "sharedBy": 007
                } , { "odd": "é", "connectionLinkName" :"c"} ],
              "service": "SPRINTS"
            }
            """.replace("007", "7.0");

    @Test
    void putsTheNamedEntriesFirstAndKeepsTheOthersOrder() {
        String reordered =
                PluginManifest.parse(THREE).reorder(List.of("c", "b")).toJson();

        assertThat(reordered).isEqualTo("""
                {
                  "connectors" : [ { "odd": "é", "connectionLinkName" :"c"},
                    {
                      "connectionLinkName": "b", "scope": [ ],
                      "sharedBy": 7.0
                    } , { "connectionLinkName":"a" } ],
                  "service": "SPRINTS"
                }
                """);
    }

    @Test
    void changesNothingWhereTheOrderIsTheSame() {
        PluginManifest manifest = PluginManifest.parse(THREE);

        assertThat(manifest.reorder(List.of("a", "b", "c"))).isSameAs(manifest);
        assertThat(manifest.reorder(List.of("a"))).isSameAs(manifest);
        assertThat(manifest.reorder(List.of())).isSameAs(manifest);
    }

    @Test
    void comesBackToTheSameBytes() {
        PluginManifest manifest = PluginManifest.parse(THREE);

        PluginManifest back = manifest.reorder(List.of("b", "c", "a")).reorder(List.of("a", "b", "c"));

        assertThat(back.toJson()).isEqualTo(THREE);
    }

    @Test
    void ordersEachListOfItsOwn() {
        String text = """
                {"service":"FINANCE","usedConnections":[{"connectionLinkName":"a"},{"connectionLinkName":"b"}],\
                "connectors":[{"connectionLinkName":"d"},{"connectionLinkName":"c"},7]}""";

        assertThat(PluginManifest.parse(text).reorder(List.of("b", "c")).toJson())
                .isEqualTo("""
                {"service":"FINANCE","usedConnections":[{"connectionLinkName":"b"},{"connectionLinkName":"a"}],\
                "connectors":[{"connectionLinkName":"c"},{"connectionLinkName":"d"},7]}""");
    }

    @Test
    void namesMailsEntriesByTheirService() {
        String text = "{\"service\":\"MAIL\",\"connectors\":[{\"serviceName\":\"a\"},{\"serviceName\":\"b\"}]}";

        assertThat(PluginManifest.parse(text).reorder(List.of("b")).connectors())
                .extracting(Connector::serviceName)
                .containsExactly("b", "a");
    }

    @Test
    void refusesANameThatNoEntryHas() {
        var refusal = catchThrowableOfType(
                ManifestException.class, () -> PluginManifest.parse(THREE).reorder(List.of("b", "missing")));

        assertThat(refusal.code()).isEqualTo("connector_unknown");
        assertThat(refusal).hasMessageContaining("\"missing\"").hasMessageContaining("upsert it first");
    }

    @Test
    void refusesTextThatIsNotJson() {
        var refusal = catchThrowableOfType(
                ManifestException.class,
                () -> PluginManifest.parse(THREE + "//").reorder(List.of("b")));

        assertThat(refusal.code()).isEqualTo("not_json");
    }
}
