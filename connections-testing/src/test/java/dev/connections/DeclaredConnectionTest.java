package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.AccessPolicy.Operation;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What declaring a connection means: names, tenants, environments, subjects and scopes (DESIGN §3, RULES F2). */
class DeclaredConnectionTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final Connections one = Connections.inMemory();

    @AfterEach
    void close() {
        one.close();
    }

    private ManagedConnection<UnattendedFlow> declared(Connections owner) {
        return owner.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    @Test
    void keepsTenantsApart() {
        var unused = declared(one).authorize().grant();

        assertThat(one.forTenant("acme").all()).isEmpty();
        assertThat(one.forTenant("acme").find("crm_primary")).isEmpty();
    }

    @Test
    void refusesAnotherServiceUnderTheSameLinkName() {
        var unused = declared(one);

        var failure = catchThrowableOfType(
                ConnectionConflictException.class,
                () -> one.shared(Service.custom("ERP")
                        .resourceServers("https://erp.example")
                        .authentication(Basic.usernameAndPassword())
                        .connection("CRM primary")));

        assertThat(failure.code()).isEqualTo("definition_conflict");
        assertThat(failure)
                .hasMessageContaining("another service (crm, now erp)")
                .hasMessageContaining("withLinkName");
    }

    @Test
    void takesTheNextFreeLinkNameOnlyWhenAskedTo() {
        var service =
                Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);

        var first = one.shared(service.connection("Sales").withFreeLinkName());
        var second = one.shared(service.connection("Sales").withFreeLinkName());

        assertThat(first.linkName()).isEqualTo("sales");
        assertThat(second.linkName()).isEqualTo("sales_1");
    }

    @Test
    void asksForReauthorizationOnlyForScopesThatWereNotRequestedThen() {
        var service =
                Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);
        var crm = one.shared(service.connection("CRM primary").withScopes("read", "write"));
        var unused = crm.authorize().grant();

        var fewer = one.shared(service.connection("CRM primary").withScopes("read"));
        assertThat(fewer.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        var more = one.shared(service.connection("CRM primary").withScopes("read", "delete"));

        assertThat(more.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
        assertThat(more.authorization().reason()).contains(AuthorizationStatus.Reason.SCOPES);
        assertThat(sent(more)).as("the old scopes keep working").isEqualTo("Bearer 1");
    }

    @Test
    void separatesEnvironmentsOnlyWhereTheDefinitionSaysSo() {
        var service =
                Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);
        var separate = one.shared(service.connection("Separate").withSeparateEnvironments());
        var unused = separate.on(Environment.STAGE).authorize().grant();

        var production = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(separate));
        var together = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> one.shared(service.connection("Together")).on(Environment.STAGE));

        assertThat(sent(separate.on(Environment.STAGE))).isEqualTo("Bearer 1");
        assertThat(production.code()).isEqualTo("not_authorized");
        assertThat(production.environment()).contains(Environment.PRODUCTION);
        assertThat(together.code()).isEqualTo("environments_not_separate");
    }

    @Test
    void keepsTheCredentialsOfEachUserApart() {
        var service = Service.custom("Calendar")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"));
        var calendar = one.perUser(service.connection("My calendar"));
        var unused = calendar.forUser(Subject.of("alice")).authorize().with(ApiKeyCredential.of(Secret.of("key-a")));

        Map<String, String> alices =
                calendar.forUser(Subject.of("alice")).credentialsFor(LEADS).revealHeaders();
        var bobs = catchThrowableOfType(
                ReauthorizationRequiredException.class,
                () -> calendar.forUser(Subject.of("bob")).credentialsFor(LEADS));
        var nobodys = catchThrowableOfType(ConnectionConfigurationException.class, () -> one.get("my_calendar"));

        assertThat(alices).containsEntry("X-Api-Key", "key-a");
        assertThat(bobs.subject()).isEqualTo("bob");
        assertThat(nobodys.code()).isEqualTo("subject_required");
    }

    @Test
    void refusesWhatAnActorMayNotDoAndSaysWhoMay() {
        var crm = declared(one);
        try (Connections strict = Connections.builder()
                .policy(request -> request.operation() == Operation.AUTHORIZE
                        ? EnumSet.of(Actor.Role.SUPER_ADMIN)
                        : EnumSet.allOf(Actor.Role.class))
                .build()) {
            var users = strict.by(Actor.user("alice")).shared(crm.definition());

            var failure = catchThrowableOfType(ConnectionForbiddenException.class, users::authorize);

            assertThat(failure.code()).isEqualTo("operation_forbidden");
            assertThat(failure.allowedRoles()).containsExactly(Actor.Role.SUPER_ADMIN);
            assertThat(failure).hasMessageContaining("ask one of [SUPER_ADMIN]");
            assertThat(strict.by(Actor.superAdmin("1"))
                            .shared(crm.definition())
                            .authorize()
                            .grant()
                            .authorizedBy())
                    .get()
                    .extracting(Actor::id)
                    .isEqualTo("1");
        }
    }

    @Test
    void findsNothingUnderTextThatIsNoLinkName() {
        assertThat(one.find("Ünknown name")).isEmpty();
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> one.get("a\nb"));
        assertThat(failure.code()).isEqualTo("connection_unknown");
        assertThat(failure.getMessage()).doesNotContain("\n").contains("declare it with shared(…)");
    }

    @Test
    void refusesATargetWithoutAHostInsteadOfFailing() {
        var crm = declared(one);
        var unused = crm.authorize().grant();

        for (String target :
                new String[] {"/leads", "mailto:x@api.example.com", "https://a_b.example/", "http://api.example.com/"
                }) {
            var failure = catchThrowableOfType(
                    ConnectionSecurityException.class, () -> crm.credentialsFor(URI.create(target)));
            assertThat(failure.code()).as(target).isEqualTo("origin_not_allowed");
        }
    }

    @Test
    void showsNoUserInfoOfATarget() {
        var crm = declared(one);
        var unused = crm.authorize().grant();

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> crm.credentialsFor(URI.create("https://alice:s3cr3t@api.example.com/")));

        assertThat(failure).hasMessageNotContaining("s3cr3t").hasMessageContaining("api.example.com");
    }
}
