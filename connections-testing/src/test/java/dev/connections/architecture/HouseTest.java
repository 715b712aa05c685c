package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseTest {
    private final HouseRules rules = new HouseRules(Room.ROOT);

    @ParameterizedTest
    @EnumSource
    void findsTheClassesOfEachRoom(Room room) {
        assumeThat(room.hasSources()).isTrue();

        assertThat(House.classesOf(room)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsThePackagesOfARoomInItsModule(Room room) {
        var elsewhere = new ClassFileImporter()
                .importPackages(room.exportedPackages(Room.ROOT)).stream()
                        .filter(type -> House.classes().contain(type.getName()))
                        .filter(type -> room.exportedPackages(Room.ROOT).contains(type.getPackageName()))
                        .filter(type -> !House.comesFrom(room, type))
                        .map(JavaClass::getName);

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void putsEveryClassInARoom() {
        rules.livesInARoom().check(House.classes());
    }

    @ParameterizedTest
    @EnumSource
    void drawsNoArrowButTheAllowedOnes(Room room) {
        rules.knowsOnlyItsRooms(room).check(House.classes());
    }

    @ParameterizedTest
    @EnumSource
    void usesNoInternalPackageOfAnotherRoom(Room room) {
        rules.keepsItsInternalsToItself(room).check(House.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {".http", ".store"})
    void dependsOnNeitherTheInterceptorNorTheStores(String leaf) {
        rules.nobodyNeeds(leaf).check(House.classes());
    }

    @Test
    void keepsHttpOutOfTheManifest() {
        rules.manifestDoesNoHttp().check(House.classes());
    }

    @Test
    void exportsNoTypeOfNimbusJacksonOrKotlin() {
        rules.exportsNoForeignType().check(House.classes());
    }

    @Test
    void exportsOkHttpTypesOnlyFromTheHttpPackageAndTheBuilder() {
        rules.exportsOkHttpOnlyWhereItBelongs().check(House.classes());
    }

    @Test
    void exportsSqlTypesOnlyFromTheStores() {
        rules.exportsSqlOnlyFromTheStores().check(House.classes());
    }

    @Test
    void exportsNoInternalType() {
        rules.exportsNothingInternal().check(House.classes());
    }

    @Test
    void exportsNoNameThatIsAHardKeywordInKotlin() {
        rules.exportsNamesThatKotlinAccepts().check(House.classes());
    }

    @Test
    void exportsNoAccessorThatStartsWithGet() {
        rules.exportsAccessorsWithoutGet().check(House.classes());
    }

    @Test
    void namesNoTypeManagerHelperUtilOrImpl() {
        rules.namesTypesAfterTheDomain().check(House.classes());
    }

    @Test
    void callsNoForbiddenApi() {
        rules.usesNoForbiddenApi().check(House.classes());
    }
}
