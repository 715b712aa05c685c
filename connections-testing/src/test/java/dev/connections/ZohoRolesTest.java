package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionSummary.Kind;
import dev.connections.spi.AccessPolicy;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.AccessPolicy.Ownership;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of Zoho Creator's developer console (RULES F14): A super administrator, D developer, C client, U user. */
class ZohoRolesTest {
    private record Wanted(Operation operation, Kind kind, Ownership ownership, String linkName, Actor actor)
            implements AccessPolicy.Request {}

    private static Set<Actor.Role> allowed(Operation operation, Kind kind, Ownership ownership) {
        return AccessPolicy.zohoRoles().allowed(new Wanted(operation, kind, ownership, "crm", Actor.user("alice")));
    }

    private static String letters(Set<Actor.Role> roles) {
        return roles.stream()
                .filter(role -> role != Actor.Role.SYSTEM)
                .map(role -> role == Actor.Role.SUPER_ADMIN ? "A" : role.name().substring(0, 1))
                .sorted()
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        // operation, shared, one's own, another user's
        "CREATE, AD, AD, AD",
        "EDIT, AD, AD, AD",
        "DELETE, AD, AD, AD",
        "AUTHORIZE, ACD, ACDU, ''",
        "SWITCH, AD, ACDU, ''",
        "REVOKE, AD, ACDU, ''",
        "REVOKE_EVERYWHERE, A, A, A",
        "FORGET, AD, ACDU, ''",
        "RENAME, AD, ACDU, ''",
        "MARK_PRIMARY, A, A, A",
        "ENABLE, AD, AD, AD",
        "REFERENCE, AD, AD, AD",
        "VIEW, ACD, ACDU, AD",
        "USE, ACD, ACDU, ''",
        "MAINTAIN, A, A, A",
    })
    void letsThoseActWhomTheTableNames(Operation operation, String shared, String own, String others) {
        assertThat(letters(allowed(operation, Kind.ADMIN, Ownership.OTHERS))).isEqualTo(shared);
        assertThat(letters(allowed(operation, Kind.SYSTEM, Ownership.OTHERS))).isEqualTo(shared);
        assertThat(letters(allowed(operation, Kind.USER, Ownership.OWN))).isEqualTo(own);
        assertThat(letters(allowed(operation, Kind.USER, Ownership.OTHERS))).isEqualTo(others);
    }

    @Test
    void leavesNoOperationOut() {
        Set<String> inTheTable = new TreeSet<>();
        for (Operation operation : Operation.values()) {
            for (Kind kind : Kind.values()) {
                if (allowed(operation, kind, Ownership.OTHERS).contains(Actor.Role.SYSTEM)) {
                    inTheTable.add(operation.name());
                }
            }
        }

        assertThat(inTheTable)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Operation.values()).map(Enum::name).toList());
    }

    @Test
    void refusesAUserWhatIsAnothersAndSaysWhoMay() {
        try (Connections connections =
                Connections.builder().policy(AccessPolicy.zohoRoles()).build()) {
            var sales = Service.custom("CRM")
                    .resourceServers("https://api.example.com")
                    .authentication(ApiKey.inHeader("X-Api-Key"))
                    .connection("Sales");

            var failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                    ConnectionForbiddenException.class,
                    () -> connections.by(Actor.user("alice")).shared(sales));

            assertThat(failure.code()).isEqualTo("operation_forbidden");
            assertThat(failure.allowedRoles()).contains(Actor.Role.SUPER_ADMIN, Actor.Role.DEVELOPER);
            assertThat(connections.by(Actor.developer("42")).shared(sales).linkName())
                    .isEqualTo("sales");
        }
    }
}
