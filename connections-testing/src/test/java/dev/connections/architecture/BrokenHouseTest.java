package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of {@link HouseRules} fails on the house that breaks it, and only there. */
class BrokenHouseTest {
    private static final String ROOT = "dev.connections.architecture.broken";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);
    private static final HouseRules RULES = new HouseRules(ROOT);

    static Stream<Arguments> rules() {
        return Stream.concat(arrows(), signatures());
    }

    static Stream<Arguments> arrows() {
        return Stream.of(
                broken(RULES.livesInARoom(), "cellar.OutsideOfEveryRoom"),
                broken(RULES.knowsOnlyItsRooms(Room.CORE), "spi.KnowsOAuth"),
                broken(RULES.knowsOnlyItsRooms(Room.OAUTH), "oauth.KnowsManifest", "oauth.KnowsTesting"),
                broken(RULES.knowsOnlyItsRooms(Room.MANIFEST), "manifest.KnowsCatalog"),
                broken(RULES.knowsOnlyItsRooms(Room.TESTING), "testing.KnowsManifest", "testing.ReachesIntoManifest"),
                broken(RULES.keepsItsInternalsToItself(Room.CORE), "oauth.ReachesIntoCore"),
                broken(RULES.keepsItsInternalsToItself(Room.MANIFEST), "testing.ReachesIntoManifest"),
                broken(RULES.nobodyNeeds(".http"), "NeedsTheInterceptor"),
                broken(RULES.nobodyNeeds(".store"), "spi.NeedsAStore"),
                broken(RULES.manifestDoesNoHttp(), "manifest.SpeaksHttp"));
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                broken(
                        RULES.exportsNoForeignType(),
                        "spi.LeaksForeignTypes.jackson",
                        "spi.LeaksForeignTypes.nimbus",
                        "spi.LeaksForeignTypes.kotlin"),
                broken(RULES.exportsOkHttpOnlyWhereItBelongs(), "spi.LeaksOkHttp"),
                broken(RULES.exportsSqlOnlyFromTheStores(), "spi.LeaksSql.write"),
                broken(RULES.exportsNothingInternal(), "spi.LeaksInternal.inside"),
                broken(RULES.exportsNamesThatKotlinAccepts(), "spi.HardWords.in("),
                broken(RULES.exportsAccessorsWithoutGet(), "spi.HardWords.getTenant"),
                broken(
                        RULES.namesTypesAfterTheDomain(),
                        "internal.ConnectionManager",
                        "internal.ConnectionManager$RequestHelper"),
                broken(
                        RULES.usesNoForbiddenApi(),
                        "internal.CannotBeSteered.wallClock",
                        "internal.CannotBeSteered.millis",
                        "internal.CannotBeSteered.predictable",
                        "internal.CannotBeSteered.sleeps",
                        "internal.CannotBeSteered.prints(",
                        "internal.CannotBeSteered.printsTrace"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noticesWhatIsWrongAndNothingElse(ArchRule rule, List<String> wrong) {
        List<String> details = rule.evaluate(CLASSES).getFailureReport().getDetails();

        assertThat(wrong).allSatisfy(name -> assertThat(details).anyMatch(detail -> mentions(detail, name)));
        assertThat(details).allMatch(detail -> wrong.stream().anyMatch(name -> mentions(detail, name)));
    }

    private static boolean mentions(String detail, String name) {
        return detail.contains(ROOT + "." + name);
    }

    private static Arguments broken(ArchRule rule, String... wrong) {
        return arguments(rule, List.of(wrong));
    }
}
