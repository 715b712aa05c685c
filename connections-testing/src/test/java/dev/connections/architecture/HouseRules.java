package dev.connections.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every arrow and every never of the house, for the house whose root package is {@code root}.
 *
 * <p>The root is a parameter so that each rule can be tried on a house that breaks it.
 */
record HouseRules(String root) {
    ArchRule livesInARoom() {
        String[] known = Stream.of(Room.values())
                .flatMap(room -> Arrays.stream(room.packages(root)))
                .toArray(String[]::new);
        return classes().should().resideInAnyPackage(known).allowEmptyShould(true);
    }

    ArchRule knowsOnlyItsRooms(Room room) {
        String[] forbidden = room.mustNotKnow().stream()
                .flatMap(other -> Arrays.stream(other.packages(root)))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(room.packages(root))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true);
    }

    ArchRule keepsItsInternalsToItself(Room room) {
        return noClasses()
                .that(resideOutsideOfPackages(room.packages(root)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room.internalPackages(root))
                .allowEmptyShould(true);
    }

    /**
     * The interceptor and the stores stand on the front door and the SPI, never the other way round; core's internals
     * implement all of them.
     */
    ArchRule nobodyNeeds(String leaf) {
        return noClasses()
                .that(resideOutsideOfPackages(root + leaf + "..", root + ".internal..", root + ".testing.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + leaf + "..")
                .allowEmptyShould(true);
    }

    ArchRule manifestDoesNoHttp() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".manifest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..")
                .allowEmptyShould(true);
    }

    ArchRule exportsNoForeignType() {
        return exported(DescribedPredicate.alwaysTrue())
                .should(ExportedSignature.notMention(
                        "types of Nimbus, Jackson or Kotlin",
                        resideInAnyPackage(
                                "com.nimbusds..",
                                "net.minidev..",
                                "com.fasterxml.jackson..",
                                "tools.jackson..",
                                "kotlin..",
                                "kotlinx..")))
                .allowEmptyShould(true);
    }

    ArchRule exportsOkHttpOnlyWhereItBelongs() {
        DescribedPredicate<JavaClass> mayMentionIt = resideInAPackage(root + ".http")
                .or(DescribedPredicate.describe(
                        "Connections.Builder", type -> type.getName().equals(root + ".Connections$Builder")));
        return exported(DescribedPredicate.not(mayMentionIt))
                .should(ExportedSignature.notMention(
                        "OkHttp types", resideInAnyPackage("okhttp3..", "okio..", "mockwebserver3..")))
                .allowEmptyShould(true);
    }

    ArchRule exportsSqlOnlyFromTheStores() {
        return exported(DescribedPredicate.not(resideInAPackage(root + ".store")))
                .should(ExportedSignature.notMention("SQL types", resideInAnyPackage("java.sql..", "javax.sql..")))
                .allowEmptyShould(true);
    }

    ArchRule exportsNothingInternal() {
        String[] internal = Stream.of(Room.values())
                .flatMap(room -> Arrays.stream(room.internalPackages(root)))
                .toArray(String[]::new);
        return exported(DescribedPredicate.alwaysTrue())
                .should(ExportedSignature.notMention("internal types", resideInAnyPackage(internal)))
                .allowEmptyShould(true);
    }

    ArchRule exportsNamesThatKotlinAccepts() {
        return exported(DescribedPredicate.alwaysTrue())
                .should(ExportedNames.notBeKotlinKeywords())
                .allowEmptyShould(true);
    }

    ArchRule exportsAccessorsWithoutGet() {
        return exported(DescribedPredicate.alwaysTrue())
                .should(ExportedNames.haveNoGetPrefix())
                .allowEmptyShould(true);
    }

    ArchRule namesTypesAfterTheDomain() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .allowEmptyShould(true);
    }

    ArchRule usesNoForbiddenApi() {
        return noClasses().should(ForbiddenApi.beCalled()).allowEmptyShould(true);
    }

    private com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction exported(
            DescribedPredicate<JavaClass> which) {
        List<String> packages = Stream.of(Room.values())
                .flatMap(room -> room.exportedPackages(root).stream())
                .toList();
        return classes().that(ExportedSignature.isExportedFrom(packages).and(which));
    }
}
