package dev.connections.catalog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.catalog.internal.BundledIndex.Line;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledIndexTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 650})
    void findsEachOfSoManyAndNoneBetween(int size) {
        BundledIndex index = index(size);

        for (int i = 0; i < size; i++) {
            assertThat(index.find(name(i)).map(Line::offset)).contains(i);
            assertThat(index.find(name(i) + "_")).isEmpty();
            assertThat(index.find(name(i).substring(0, 3))).isEmpty();
        }
        assertThat(index.find("zzz")).isEmpty();
        assertThat(index.all()).hasSize(size);
    }

    private static BundledIndex index(int size) {
        String lines = IntStream.range(0, size)
                .mapToObj(i -> name(i) + "\tcrm\toauth2\t" + i + "\t10\tService " + i + "\n")
                .collect(Collectors.joining());
        return new BundledIndex(lines.getBytes(UTF_8));
    }

    private static String name(int i) {
        return String.format("s%04d", i);
    }
}
