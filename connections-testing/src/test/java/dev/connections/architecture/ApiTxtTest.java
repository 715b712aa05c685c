package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public face of each module changes only together with its {@code api.txt}, where a reviewer sees it. */
class ApiTxtTest {
    private static final String REGENERATE = "mvn -pl connections-testing -am test -Dtest=ApiTxtTest -Dapi.write=true";
    private static final Set<String> EXPORTED = exportedNames();

    @ParameterizedTest
    @EnumSource
    void isWhatTheModuleExports(Room room) throws IOException {
        Path file = room.directory().resolve("api.txt");
        ApiText now = ApiText.of(title(room), exportedTypes(room), type -> EXPORTED.contains(type.getName()));
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(file, now.text());
        }
        assumeThat(Room.values()).allMatch(Room::hasSources);

        ApiText committed = new ApiText(Files.exists(file) ? Files.readString(file) : "");

        assertThat(now.changesSince(committed))
                .as(
                        "changes of %s's exported signatures; if they are wanted, run%n  %s%nand commit api.txt",
                        room.folder(), REGENERATE)
                .isEmpty();
        assertThat(committed).isEqualTo(now);
    }

    private static String title(Room room) {
        return "What " + room.folder() + " exports. Regenerate with: " + REGENERATE;
    }

    private static List<? extends Class<?>> exportedTypes(Room room) {
        return House.classesOf(room).stream()
                .map(JavaClass::getName)
                .filter(EXPORTED::contains)
                .map(ApiTxtTest::load)
                .toList();
    }

    private static Set<String> exportedNames() {
        List<String> packages = Arrays.stream(Room.values())
                .flatMap(room -> room.exportedPackages(Room.ROOT).stream())
                .toList();
        DescribedPredicate<JavaClass> exported = ExportedSignature.isExportedFrom(packages);
        return House.classes().stream().filter(exported).map(JavaClass::getName).collect(Collectors.toSet());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiTxtTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(name, missing);
        }
    }
}
