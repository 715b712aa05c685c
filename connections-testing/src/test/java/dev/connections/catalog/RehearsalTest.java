package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which services are rehearsed: all, and each once. */
class RehearsalTest {
    @Test
    void rehearsesEveryServiceOnce() {
        List<String> rehearsed = Stream.of(
                        FactsRehearsalTest.services(),
                        UnattendedRehearsalTest.services(),
                        OAuth1RehearsalTest.services(),
                        KeyRehearsalTest.services())
                .flatMap(services -> services)
                .toList();

        assertThat(ServiceCatalog.bundled().search(""))
                .extracting(ServiceCatalog.Entry::linkName)
                .containsExactlyInAnyOrderElementsOf(rehearsed);
    }
}
