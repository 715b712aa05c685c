package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.SourceReferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scan found becomes what is recorded. */
class ReplaceReferencesTest extends OnEveryStore {
    private static final Reference FIRST = new Reference("orders", "a.dg", "a.dg:1");
    private static final Reference SECOND = new Reference("orders", "a.dg", "a.dg:2");
    private static final Reference OTHERS = new Reference("billing", "a.dg", "a.dg:1");

    private DefinedConnection<?> crm;

    @BeforeEach
    void declare() {
        crm = connections.shared(crm().connection("crm"));
    }

    @Test
    void recordsExactlyWhatWasFound() {
        var erp = connections.shared(crm().connection("erp"));
        crm.addReference(FIRST);
        erp.addReference(FIRST);
        erp.addReference(OTHERS);

        List<String> unknown =
                connections.replaceReferences("orders", Map.of("crm", List.of(FIRST, SECOND), "zzz", List.of(FIRST)));

        assertThat(unknown).containsExactly("zzz");
        assertThat(crm.references()).containsExactly(FIRST, SECOND);
        assertThat(erp.references()).containsExactly(OTHERS);
    }

    @Test
    void protectsWhatAScanFoundAndLetsGoOfWhatItDoesNotFindAnyMore() throws IOException {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Path file = Files.writeString(sources.resolve("a.dg"), "connection:\"crm\"");
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

    @Test
    void writesDifferencesOnlyAndWhatIsNewFirst() {
        var noting = new Noting(store);
        try (Connections noted = Connections.builder().store(noting).build()) {
            var first = noted.replaceReferences("orders", Map.of("crm", List.of(FIRST)));
            noting.changes.clear();

            var same = noted.replaceReferences("orders", Map.of("crm", List.of(FIRST, FIRST)));
            assertThat(noting.changes).isEmpty();
            var moved = noted.replaceReferences("orders", Map.of("crm", List.of(SECOND)));

            assertThat(noting.changes).containsExactly("write", "take");
            assertThat(List.of(first, same, moved)).allMatch(List::isEmpty);
        }
    }

    @Test
    void changesNothingForAnActorWhoMayNot() {
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
        var unknown =
                connections.by(Actor.developer("dora")).replaceReferences("orders", Map.of("crm", List.of(FIRST)));

        assertThat(unknown).isEmpty();
        assertThat(crm.references()).containsExactly(FIRST);
    }

    @Test
    void leavesOtherTenantsAlone() {
        var theirs = connections.forTenant("acme").shared(crm().connection("theirs"));
        theirs.addReference(FIRST);

        var unknown = connections.replaceReferences("orders", Map.of("theirs", List.of(SECOND)));

        assertThat(unknown).containsExactly("theirs");
        assertThat(theirs.references()).containsExactly(FIRST);
    }

    @Test
    void refusesReferencesOfAnotherApplicationBeforeAnythingChanges() {
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
        var deleting = new Noting(store);
        deleting.before = () -> connections.find("crm").ifPresent(each -> {
            var unused = each.delete();
        });
        try (Connections here = Connections.builder().store(deleting).build()) {
            List<String> unknown = here.replaceReferences("orders", Map.of("crm", List.of(FIRST)));

            assertThat(unknown).containsExactly("crm");
        }
        assertThat(connections.shared(crm().connection("crm")).references()).isEmpty();
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
            note("write", record.key());
            return super.write(record, expectedVersion);
        }

        @Override
        public Optional<Versioned> take(Key key) {
            note("take", key);
            return super.take(key);
        }

        private void note(String change, Key key) {
            if (key.kind() == Kind.REFERENCE) {
                before.run();
                changes.add(change);
            }
        }
    }
}
