package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Core and manifest are named modules that resolve from what lies on the class path. */
class ModulesTest {
    @ParameterizedTest
    @EnumSource(names = {"CORE", "MANIFEST"})
    void exportsEveryPackageOfItsApiToEverybodyAndNoOther(Room room) {
        assumeThat(room.hasSources()).isTrue();

        ModuleDescriptor module = finder().find(room.moduleName()).orElseThrow().descriptor();

        assertThat(module.exports()).noneMatch(Exports::isQualified);
        assertThat(module.exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrderElementsOf(exportedPackages(room));
    }

    @ParameterizedTest
    @EnumSource(names = {"CORE", "MANIFEST"})
    void resolvesOnTheModulePath(Room room) {
        assumeThat(room.hasSources()).isTrue();

        Configuration resolved = Configuration.empty()
                .resolve(ModuleFinder.ofSystem(), finder(), Set.of(room.moduleName(), "java.base"));

        assertThat(resolved.findModule(room.moduleName())).isPresent();
    }

    /** Packages of the room that hold classes already. */
    private static List<String> exportedPackages(Room room) {
        Set<String> known = Set.copyOf(room.exportedPackages(Room.ROOT));
        return House.classesOf(room).stream()
                .map(JavaClass::getPackageName)
                .filter(known::contains)
                .distinct()
                .toList();
    }

    private static ModuleFinder finder() {
        Path[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(classPath);
    }
}
