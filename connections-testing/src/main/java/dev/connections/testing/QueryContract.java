package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store promises of lists. */
abstract class QueryContract extends RecordContract {
    private static final Query ALL = Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL);

    private static Query containing(String text) {
        return ALL.withContains(text);
    }

    private static Query first(int limit) {
        return ALL.withLimit(limit);
    }

    private List<String> listed(Query query) {
        return ids(store().list(query));
    }

    @Test
    void listsAndCountsNothingWhereNothingIs() {
        assertThat(listed(ALL)).isEmpty();
        assertThat(store().count(ALL)).isZero();
    }

    @Test
    void listsInTheOrderOfCharacterCodes() {
        for (String id : List.of("b", "a", "B", "~", "_", "10", "9", "a/b", "a-b", "ab")) {
            created(id);
        }

        assertThat(listed(ALL)).containsExactly("10", "9", "B", "_", "a", "a-b", "a/b", "ab", "b", "~");
    }

    @Test
    void listsWholeRecords() {
        var written = created("a", Map.of(Index.NAME, "Crm"));

        assertThat(store().list(ALL)).singleElement().usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void pagesThroughEveryRecordOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            created("r" + i);
            expected.add("r" + i);
        }

        List<String> seen = new ArrayList<>();
        List<String> page = listed(first(7));
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = listed(first(7).withAfter(page.get(page.size() - 1)));
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void saysWhenTheNextRecordIsDue() {
        created("a", Map.of(Index.DUE, "2026-03-01T00:00:00Z", Index.CONNECTION, "crm"));
        created("b", Map.of(Index.DUE, "2026-02-01T00:00:00Z", Index.CONNECTION, "erp"));
        created("c");

        assertThat(store().earliestDue(ALL)).contains(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(store().earliestDue(ALL.withEqual(Index.CONNECTION, "crm")))
                .contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(store().earliestDue(ALL.withEqual(Index.CONNECTION, "none"))).isEmpty();
    }

    @Test
    void listsTheTenantsThatHaveRecords() {
        for (String tenant : List.of("beta", "alpha", "gamma")) {
            var key = new ConnectionStore.Key(tenant, ConnectionStore.Key.Kind.CREDENTIAL, "a");
            var record = new ConnectionStore.Versioned(key, 1, 1, Map.of(), new byte[] {1}, Optional.empty());
            assertThat(store().write(record, 0)).isTrue();
        }
        var gone = new ConnectionStore.Key("beta", ConnectionStore.Key.Kind.CREDENTIAL, "a");
        assertThat(store().delete(gone, 1)).isTrue();

        assertThat(store().tenants("", 10)).containsExactly("alpha", "gamma");
        assertThat(store().tenants("", 1)).containsExactly("alpha");
        assertThat(store().tenants("alpha", 10)).containsExactly("gamma");
    }

    @Test
    void goesOnBehindAnIdThatIsGone() {
        created("a");
        created("c");

        assertThat(listed(ALL.withAfter("b"))).containsExactly("c");
    }

    @Test
    void listsNothingOfOtherTenantsAndKinds() {
        created("a", Map.of(Index.CONNECTION, "crm"));

        for (var kind : ConnectionStore.Key.Kind.values()) {
            assertThat(listed(Query.of("other", kind))).isEmpty();
            assertThat(store().count(Query.of("other", kind).withEqual(Index.CONNECTION, "crm")))
                    .isZero();
        }
        assertThat(listed(Query.of(TENANT, ConnectionStore.Key.Kind.ACCOUNT).withEqual(Index.CONNECTION, "crm")))
                .isEmpty();
    }

    @Test
    void comparesEveryIndexValue() {
        for (String name : List.of(
                Index.NAME,
                Index.EMAIL,
                Index.SERVICE,
                Index.CONNECTION,
                Index.SUBJECT,
                Index.ENVIRONMENT,
                Index.STATUS,
                Index.ACCOUNT,
                Index.CREATED_BY)) {
            created(name + "-1", Map.of(name, "one"));
            created(name + "-2", Map.of(name, "two"));

            assertThat(listed(ALL.withEqual(name, "one"))).containsExactly(name + "-1");
            assertThat(listed(ALL.withEqual(name, "ONE"))).isEmpty();
            assertThat(listed(ALL.withEqual(name, "on"))).isEmpty();
        }
    }

    @Test
    void wantsAllValuesToBeEqual() {
        created("a", Map.of(Index.CONNECTION, "crm", Index.SUBJECT, "alice", Index.STATUS, "ACTIVE"));
        created("b", Map.of(Index.CONNECTION, "crm", Index.SUBJECT, "bob", Index.STATUS, "ACTIVE"));
        created("c", Map.of(Index.CONNECTION, "desk", Index.SUBJECT, "alice", Index.STATUS, "ACTIVE"));
        created("d", Map.of(Index.CONNECTION, "crm", Index.SUBJECT, "alice", Index.STATUS, "REVOKED"));
        Query alicesCrm = ALL.withEqual(Index.CONNECTION, "crm").withEqual(Index.SUBJECT, "alice");

        assertThat(listed(alicesCrm)).containsExactly("a", "d");
        assertThat(listed(alicesCrm.withEqual(Index.STATUS, "ACTIVE"))).containsExactly("a");
        assertThat(listed(alicesCrm.withEqual(Index.ACCOUNT, "none"))).isEmpty();
        assertThat(listed(alicesCrm.withAfter("a"))).containsExactly("d");
    }

    @Test
    void followsTheIndexOfTheNewestVersion() {
        created("a", Map.of(Index.CONNECTION, "crm"));

        store().write(record("a", 2, "second", Map.of(Index.CONNECTION, "desk")), 1);

        assertThat(listed(ALL.withEqual(Index.CONNECTION, "crm"))).isEmpty();
        assertThat(listed(ALL.withEqual(Index.CONNECTION, "desk"))).containsExactly("a");
    }

    @Test
    void listsNothingThatWasDeletedOrTaken() {
        created("a", Map.of(Index.CONNECTION, "crm"));
        created("b", Map.of(Index.CONNECTION, "crm"));
        created("c", Map.of(Index.CONNECTION, "crm"));

        store().delete(key("a"), 1);
        store().take(key("b"));

        assertThat(listed(ALL)).containsExactly("c");
        assertThat(listed(ALL.withEqual(Index.CONNECTION, "crm"))).containsExactly("c");
        assertThat(store().count(ALL)).isEqualTo(1);
    }

    @Test
    void findsTextInNameEmailAndSubjectInAnyCase() {
        created("a", Map.of(Index.NAME, "CRM Primary"));
        created("b", Map.of(Index.EMAIL, "Prima@example.com"));
        created("c", Map.of(Index.SUBJECT, "xPRIMx"));
        created("d", Map.of(Index.CONNECTION, "prima", Index.STATUS, "prima", Index.ACCOUNT, "prima"));
        created("e");

        assertThat(listed(containing("pRiM"))).containsExactly("a", "b", "c");
        assertThat(listed(containing("primaryx"))).isEmpty();
    }

    @Test
    void takesSearchedTextLiterally() {
        created("a", Map.of(Index.NAME, "100% of_it\\x"));
        created("b", Map.of(Index.NAME, "100 of it x"));

        for (String text : List.of("%", "_", "\\", "0% of_")) {
            assertThat(listed(containing(text))).containsExactly("a");
        }
    }

    @Test
    void listsWhatIsDueBeforeAnInstant() {
        created("a", Map.of(Index.DUE, "2026-01-01T00:00:00Z"));
        created("b", Map.of(Index.DUE, "2026-01-01T00:00:01Z"));
        created("c", Map.of(Index.DUE, "2027-01-01T00:00:00Z"));
        created("d");

        assertThat(listed(ALL.withDueBefore(Instant.parse("2026-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(listed(ALL.withDueBefore(Instant.parse("2026-01-01T00:00:00.5Z"))))
                .containsExactly("a");
        assertThat(listed(ALL.withDueBefore(Instant.parse("2026-01-01T00:00:01Z"))))
                .containsExactly("a");
        assertThat(listed(ALL.withDueBefore(Instant.parse("2026-01-01T00:00:01.000000001Z"))))
                .containsExactly("a", "b");
        assertThat(listed(ALL.withDueBefore(Instant.parse("+12026-01-01T00:00:00Z"))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void countsWithoutPageAndLimit() {
        for (int i = 0; i < 5; i++) {
            created("r" + i, Map.of(Index.STATUS, i < 3 ? "ACTIVE" : "REVOKED", Index.NAME, "n" + i));
        }

        assertThat(store().count(first(1).withAfter("r3"))).isEqualTo(5);
        assertThat(store().count(first(1).withAfter("r3").withEqual(Index.STATUS, "ACTIVE")))
                .isEqualTo(3);
        assertThat(store().count(containing("N4"))).isEqualTo(1);
    }
}
