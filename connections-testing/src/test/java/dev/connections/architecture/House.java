package dev.connections.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The compiled classes of the four published modules, without their tests. */
final class House {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Room.ROOT);

    private House() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    static List<JavaClass> classesOf(Room room) {
        return CLASSES.stream().filter(type -> comesFrom(room, type)).toList();
    }

    /** Whether the class file lies in the module's folder: as a class below target, or inside its jar. */
    static boolean comesFrom(Room room, JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.contains("/" + room.folder() + "/target/"))
                .isPresent();
    }
}
