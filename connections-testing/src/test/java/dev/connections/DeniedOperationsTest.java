package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.connections.Actor.Role;
import dev.connections.spi.AccessPolicy;
import dev.connections.spi.AccessPolicy.Operation;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation asks the policy, and is refused with a typed error that says who may (RULES F14). */
class DeniedOperationsTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Reference JOB = new Reference("orders", "nightly", "jobs/nightly.dg:14");
    private static final Subject ALICE = Subject.of("alice");

    /** Operations on a connection: how each is asked for. */
    private static final Map<Operation, BiConsumer<ConnectionsView, House>> OPERATIONS = Map.ofEntries(
            Map.entry(Operation.CREATE, (view, house) -> view.shared(house.service.connection("Another"))),
            Map.entry(Operation.EDIT, (view, house) -> house.shared(view).edit()),
            Map.entry(Operation.DELETE, (view, house) -> house.shared(view).delete()),
            Map.entry(Operation.AUTHORIZE, (view, house) -> house.shared(view).reconnect()),
            Map.entry(Operation.SWITCH, (view, house) -> house.shared(view).switchTo(house.account)),
            Map.entry(Operation.REVOKE, (view, house) -> house.shared(view).revokePreview()),
            Map.entry(Operation.REVOKE_EVERYWHERE, (view, house) -> view.revokeEverywhere(house.account)),
            Map.entry(Operation.FORGET, (view, house) -> view.forget(house.saved)),
            Map.entry(Operation.RENAME, (view, house) -> view.rename(house.account, "Main")),
            Map.entry(
                    Operation.MARK_PRIMARY, (view, house) -> house.perUser(view).markPrimary(ALICE)),
            Map.entry(Operation.ENABLE, (view, house) -> house.shared(view).access()),
            Map.entry(Operation.REFERENCE, (view, house) -> house.shared(view).addReference(JOB)),
            Map.entry(Operation.VIEW, (view, house) -> house.shared(view).authorization()),
            Map.entry(Operation.USE, (view, house) -> house.shared(view).credentialsFor(LEADS)),
            Map.entry(Operation.MAINTAIN, (view, house) -> view.refreshDue(1)));

    private final Connections connections = Connections.builder()
            .policy(request -> allowed(request.operation()))
            .build();
    private volatile Operation denied = Operation.CREATE;

    /** Everybody may do everything but one thing, which super administrators may. */
    private Set<Role> allowed(Operation operation) {
        return operation == denied ? EnumSet.of(Role.SUPER_ADMIN) : EnumSet.allOf(Role.class);
    }

    /** A shared and a per-user connection with their accounts, as a named actor sees them. */
    private record House(
            Service<DirectFlow<ApiKeyCredential>> service,
            ManagedConnection<DirectFlow<ApiKeyCredential>> sales,
            PerUserConnection<DirectFlow<ApiKeyCredential>> calendar,
            Account account,
            Account saved) {
        static House in(Connections connections, String name) {
            Service<DirectFlow<ApiKeyCredential>> service = Service.custom("CRM " + name)
                    .resourceServers("https://api.example.com")
                    .authentication(ApiKey.inHeader("X-Api-Key"));
            var sales = connections.shared(service.connection("Sales " + name));
            var calendar = connections.perUser(service.connection("Calendar " + name));
            var key = ApiKeyCredential.of(Secret.of("a-key"));
            var unused = calendar.forUser(ALICE).authorize().with(key);
            Account saved = sales.authorize().with(key).account().orElseThrow();
            Account account = sales.linkNewAccount().with(key).account().orElseThrow();
            return new House(service, sales, calendar, account, saved);
        }

        ManagedConnection<DirectFlow<ApiKeyCredential>> shared(ConnectionsView view) {
            return view.shared(sales.definition());
        }

        PerUserConnection<DirectFlow<ApiKeyCredential>> perUser(ConnectionsView view) {
            return view.perUser(calendar.definition());
        }
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @TestFactory
    Stream<DynamicTest> areRefusedToWhoMayNotAndGrantedToWhoMay() {
        return Stream.of(Operation.values())
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> isAsked(operation)));
    }

    private void isAsked(Operation operation) {
        House house = House.in(connections, operation.name());
        BiConsumer<ConnectionsView, House> asking = OPERATIONS.get(operation);
        denied = operation;

        Throwable refused = catchThrowable(() -> asking.accept(connections.by(Actor.developer("7")), house));
        Throwable granted = catchThrowable(() -> asking.accept(connections.by(Actor.superAdmin("1")), house));

        assertThat(refused).isInstanceOfSatisfying(ConnectionForbiddenException.class, failure -> {
            assertThat(failure.code()).isEqualTo("operation_forbidden");
            assertThat(failure.allowedRoles()).containsExactly(Role.SUPER_ADMIN);
            assertThat(failure).hasMessageContaining(operation.name()).hasMessageContaining("ask one of [SUPER_ADMIN]");
        });
        assertThat(granted).isNull();
    }

    @TestFactory
    Stream<DynamicTest> areNotCheckedWhereNobodyIsNamed() {
        return Stream.of(Operation.values())
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    House house = House.in(connections, operation.name());
                    denied = operation;

                    assertThat(catchThrowable(() -> OPERATIONS.get(operation).accept(connections, house)))
                            .isNull();
                }));
    }

    /** Only the policy decides: a built-in one gives the same answers through the handles. */
    @TestFactory
    Stream<DynamicTest> letAUserDoWhatIsTheirOwn() {
        Connections zoho =
                Connections.builder().policy(AccessPolicy.zohoRoles()).build();
        House house = House.in(zoho, "Zoho");
        var own = zoho.by(Actor.user("alice"))
                .perUser(house.calendar.definition())
                .forUser(ALICE);
        var others =
                zoho.by(Actor.user("bob")).perUser(house.calendar.definition()).forUser(ALICE);
        Map<String, BiConsumer<AuthorizedConnection<DirectFlow<ApiKeyCredential>>, House>> asked = Map.of(
                "use", (connection, it) -> connection.credentialsFor(LEADS),
                "see", (connection, it) -> connection.authorization(),
                "authorize", (connection, it) -> connection.reconnect(),
                "link", (connection, it) -> connection.linkNewAccount(),
                "test", (connection, it) -> connection.test(),
                "revoke", (connection, it) -> connection.revokePreview());
        return asked.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    assertThat(catchThrowable(() -> each.getValue().accept(own, house)))
                            .isNull();
                    assertThat(catchThrowable(() -> each.getValue().accept(others, house)))
                            .isInstanceOf(ConnectionForbiddenException.class);
                }));
    }
}
