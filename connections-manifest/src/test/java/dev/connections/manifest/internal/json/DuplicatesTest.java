package dev.connections.manifest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that stand twice are found among few and among many. */
class DuplicatesTest {
    private static List<String> found(String object) {
        Document document = Document.scan(object.getBytes(StandardCharsets.UTF_8), 2);
        List<String> found = new ArrayList<>();
        Duplicates.each(
                document.root().orElseThrow(),
                duplicate -> found.add(duplicate.first().value().raw() + " "
                        + duplicate.again().value().raw()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9, 10, 11, 12, 13, 200, 5000})
    void findsARepeatedNameHoweverItIsWritten(int others) {
        StringBuilder object = new StringBuilder("{\"ab\":-1,\"c\":-2");
        for (int i = 0; i < others; i++) {
            object.append(",\"n").append(i).append("\":").append(i);
        }

        assertThat(found(object + "}")).isEmpty();
        assertThat(found(object + ",\"\\u0061b\":-3,\"c\":-4}")).containsExactly("-1 -3", "-2 -4");
    }
}
