package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Actor;
import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionForbiddenException;
import dev.connections.Connections;
import dev.connections.ConnectionsView;
import dev.connections.DefinedConnection;
import dev.connections.DirectFlow;
import dev.connections.ForwardingStore;
import dev.connections.Reference;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.spi.AccessPolicy;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.SourceReferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** What a scan found becomes what is recorded, on every store. */
class ReplaceReferencesTest {
    private static final KeyRing KEYS =
            KeyRing.primary("k1", Secret.of("q1rqkC9vhbmTBbWlv0MSr1L8fzP4VYbAXx0Yy3l5L4o="));
    private static final Reference FIRST = new Reference("orders", "a.dg", "a.dg:1");
    private static final Reference SECOND = new Reference("orders", "a.dg", "a.dg:2");
    private static final Reference OTHERS = new Reference("billing", "a.dg", "a.dg:1");

    @TempDir
    Path directory;

    private final List<AutoCloseable> opened = new ArrayList<>();

    /** Where records are kept. */
    enum Kept {
        IN_MEMORY,
        IN_FILES,
        IN_H2,
        IN_SQLITE,
        IN_POSTGRESQL
    }

    private ConnectionStore store(Kept kept) throws Exception {
        return switch (kept) {
            case IN_MEMORY -> InMemoryConnectionStore.create();
            case IN_FILES -> files();
            case IN_H2 -> database(h2());
            case IN_SQLITE -> database(sqlite());
            case IN_POSTGRESQL -> database(JdbcPostgreSqlServer.shared().pool());
        };
    }

    private ConnectionStore files() {
        FileConnectionStore store = FileConnectionStore.of(directory).encryptedWith(KEYS);
        opened.add(store);
        return store;
    }

    private static DataSource h2() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    private DataSource sqlite() {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("store.db"));
        return source;
    }

    private static ConnectionStore database(DataSource source) {
        JdbcConnectionStore store = JdbcConnectionStore.of(source).encryptedWith(KEYS);
        store.createSchema();
        return store;
    }

    private Connections connections(ConnectionStore store) {
        Connections made = Connections.builder()
                .store(store)
                .policy(AccessPolicy.zohoRoles())
                .tenant(UUID.randomUUID().toString())
                .build();
        opened.add(0, made);
        return made;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private static DefinedConnection<DirectFlow<ApiKeyCredential>> declared(ConnectionsView view, String name) {
        return view.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .connection(name));
    }

    @ParameterizedTest
    @EnumSource
    void recordsExactlyWhatWasFound(Kept kept) throws Exception {
        Connections connections = connections(store(kept));
        var crm = declared(connections, "crm");
        var erp = declared(connections, "erp");
        crm.addReference(FIRST);
        erp.addReference(FIRST);
        erp.addReference(OTHERS);

        List<String> unknown =
                connections.replaceReferences("orders", Map.of("crm", List.of(FIRST, SECOND), "zzz", List.of(FIRST)));

        assertThat(unknown).containsExactly("zzz");
        assertThat(crm.references()).containsExactly(FIRST, SECOND);
        assertThat(erp.references()).containsExactly(OTHERS);
    }

    @ParameterizedTest
    @EnumSource
    void protectsWhatAScanFoundAndLetsGoOfWhatItDoesNotFindAnyMore(Kept kept) throws Exception {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Path file = Files.writeString(sources.resolve("a.dg"), "connection:\"crm\"");
        Connections connections = connections(store(kept));
        var crm = declared(connections, "crm");
        SourceReferences scanner = SourceReferences.of("orders");

        var none = connections.replaceReferences("orders", scanner.scan(sources));
        var inUse = catchThrowableOfType(ConnectionConflictException.class, crm::delete);
        Files.writeString(file, "// connection:\"crm\"");
        var still = connections.replaceReferences("orders", scanner.scan(sources));

        assertThat(none).isEmpty();
        assertThat(inUse.code()).isEqualTo("connection_in_use");
        assertThat(inUse.references()).containsExactly(FIRST);
        assertThat(still).isEmpty();
        assertThat(crm.delete().orphanedConnector()).isEqualTo("crm");
    }

    /** Notes changes of references. */
    private static final class Noting extends ForwardingStore {
        private final List<String> changes = new ArrayList<>();
        private Runnable before = () -> {};

        Noting(ConnectionStore store) {
            super(store);
        }

        @Override
        protected LeaseResult.Held held(LeaseResult.Held held) {
            return held;
        }

        @Override
        public boolean write(Versioned record, long expectedVersion) {
            noted("write", record.key());
            return super.write(record, expectedVersion);
        }

        @Override
        public Optional<Versioned> take(Key key) {
            noted("take", key);
            return super.take(key);
        }

        private void noted(String change, Key key) {
            if (key.kind() == Kind.REFERENCE) {
                before.run();
                changes.add(change);
            }
        }
    }

    @Test
    void writesDifferencesOnlyAndWhatIsNewFirst() {
        var noting = new Noting(InMemoryConnectionStore.create());
        Connections connections = connections(noting);
        var unusedHandle = declared(connections, "crm");
        var first = connections.replaceReferences("orders", Map.of("crm", List.of(FIRST)));
        noting.changes.clear();

        var same = connections.replaceReferences("orders", Map.of("crm", List.of(FIRST, FIRST)));
        assertThat(noting.changes).isEmpty();
        var moved = connections.replaceReferences("orders", Map.of("crm", List.of(SECOND)));

        assertThat(noting.changes).containsExactly("write", "take");
        assertThat(List.of(first, same, moved)).allMatch(List::isEmpty);
    }

    @Test
    void changesNothingForAnActorWhoMayNot() {
        Connections connections = connections(InMemoryConnectionStore.create());
        var crm = declared(connections, "crm");
        crm.addReference(FIRST);
        ConnectionsView client = connections.by(Actor.client("acme"));

        var adding = catchThrowableOfType(
                ConnectionForbiddenException.class,
                () -> client.replaceReferences("billing", Map.of("crm", List.of(OTHERS))));
        var removing = catchThrowableOfType(
                ConnectionForbiddenException.class, () -> client.replaceReferences("orders", Map.of()));

        assertThat(adding.code()).isEqualTo("operation_forbidden");
        assertThat(adding).hasMessageContaining("ask one of [SUPER_ADMIN, DEVELOPER");
        assertThat(removing.code()).isEqualTo("operation_forbidden");
        assertThat(crm.references()).containsExactly(FIRST);
    }

    @Test
    void letsADeveloperReplaceThem() {
        Connections connections = connections(InMemoryConnectionStore.create());
        var crm = declared(connections, "crm");

        var unknown =
                connections.by(Actor.developer("dora")).replaceReferences("orders", Map.of("crm", List.of(FIRST)));

        assertThat(unknown).isEmpty();
        assertThat(crm.references()).containsExactly(FIRST);
    }

    @Test
    void leavesOtherTenantsAlone() {
        Connections connections = connections(InMemoryConnectionStore.create());
        ConnectionsView acme = connections.forTenant("acme");
        var theirs = declared(acme, "crm");
        theirs.addReference(FIRST);

        var unknown = connections.replaceReferences("orders", Map.of("crm", List.of(SECOND)));

        assertThat(unknown).containsExactly("crm");
        assertThat(theirs.references()).containsExactly(FIRST);
    }

    @Test
    void refusesReferencesOfAnotherApplicationBeforeAnythingChanges() {
        Connections connections = connections(InMemoryConnectionStore.create());
        var crm = declared(connections, "crm");

        var foreign = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> connections.replaceReferences("orders", Map.of("crm", List.of(FIRST, OTHERS))));
        var blank = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> connections.replaceReferences(" ", Map.of()));

        assertThat(foreign.code()).isEqualTo("reference_malformed");
        assertThat(foreign).hasMessageContaining("\"billing\"").hasMessageContaining("under the same name");
        assertThat(blank.code()).isEqualTo("reference_malformed");
        assertThat(crm.references()).isEmpty();
    }

    @Test
    void recordsNothingForAConnectionThatIsDeletedMeanwhile() {
        var records = InMemoryConnectionStore.create();
        Connections other = connections(records);
        var deleting = new Noting(records);
        Connections connections = connections(deleting);
        ConnectionsView here = connections.forTenant("acme");
        var unusedHandle = declared(here, "crm");
        deleting.before = () -> other.forTenant("acme").find("crm").ifPresent(each -> {
            var unused = each.delete();
        });

        List<String> unknown = here.replaceReferences("orders", Map.of("crm", List.of(FIRST)));

        assertThat(unknown).containsExactly("crm");
        deleting.before = () -> {};
        assertThat(declared(here, "crm").references()).isEmpty();
    }
}
