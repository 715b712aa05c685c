package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store promises of single records. */
abstract class RecordContract extends StoreFixture {
    @Test
    void findsNothingBeforeItIsWritten() {
        assertThat(store().find(key("a"))).isEmpty();
    }

    @Test
    void findsEveryPartOfWhatWasWritten() {
        var written = new Versioned(
                key("a"),
                1,
                7,
                Map.of("name", "Zoë Ω 😀", "status", ""),
                new byte[] {0, -1, 10, 13, 127},
                Optional.empty());

        assertThat(store().write(written, 0)).isTrue();

        assertThat(found("a")).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void keepsAMebibyteAndAnEmptyDocument() {
        byte[] large = new byte[1 << 20];
        large[large.length - 1] = 9;

        store().write(new Versioned(key("large"), 1, 1, Map.of(), large, Optional.empty()), 0);
        store().write(new Versioned(key("empty"), 1, 1, Map.of(), new byte[0], Optional.empty()), 0);

        assertThat(found("large").sealed()).isEqualTo(large);
        assertThat(found("empty").sealed()).isEmpty();
    }

    @Test
    void keepsTheLongestIdOfAllVisibleCharacters() {
        var visible = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            visible.append(c);
        }
        String id = visible.toString().repeat(3).substring(0, 255);

        created(id);

        assertThat(found(id).key().id()).isEqualTo(id);
        assertThat(store().find(key(id.substring(0, 254)))).isEmpty();
    }

    @Test
    void tellsIdsApartThatDifferInCaseOnly() {
        created("abc");

        assertThat(store().find(key("ABC"))).isEmpty();
        assertThat(store().write(record("ABC", 1, "other"), 0)).isTrue();
        assertThat(text(found("abc"))).isEqualTo("first");
    }

    @Test
    void keepsTenantsApart() {
        created("a");
        var elsewhere = new ConnectionStore.Key("ACME", ConnectionStore.Key.Kind.CREDENTIAL, "a");

        assertThat(store().find(elsewhere)).isEmpty();
        assertThat(store().take(elsewhere)).isEmpty();
        assertThat(store().delete(elsewhere, 1)).isFalse();
        assertThat(found("a").version()).isEqualTo(1);
    }

    @Test
    void keepsKindsApart() {
        created("a");

        for (var kind : ConnectionStore.Key.Kind.values()) {
            var other = new ConnectionStore.Key(TENANT, kind, "a");
            assertThat(store().find(other).isPresent()).isEqualTo(kind == ConnectionStore.Key.Kind.CREDENTIAL);
        }
    }

    @Test
    void createsOnlyOnce() {
        created("a");

        assertThat(store().write(record("a", 1, "second"), 0)).isFalse();

        assertThat(text(found("a"))).isEqualTo("first");
    }

    @Test
    void writesOverTheVersionThatWasRead() {
        created("a");

        assertThat(store().write(record("a", 2, "second"), 1)).isTrue();

        assertThat(found("a").version()).isEqualTo(2);
        assertThat(text(found("a"))).isEqualTo("second");
    }

    @Test
    void leavesTheRecordWhenItsVersionHasMoved() {
        created("a");
        store().write(record("a", 2, "second"), 1);

        assertThat(store().write(record("a", 2, "late"), 1)).isFalse();
        assertThat(store().write(record("a", 4, "early"), 3)).isFalse();

        assertThat(text(found("a"))).isEqualTo("second");
    }

    @Test
    void createsNothingOverAVersionThatIsNotThere() {
        assertThat(store().write(record("a", 2, "second"), 1)).isFalse();

        assertThat(store().find(key("a"))).isEmpty();
    }

    @Test
    void refusesVersionsThatDoNotFollowEachOther() {
        created("a");

        assertThatIllegalArgumentException().isThrownBy(() -> store().write(record("a", 1, "same"), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().write(record("a", 3, "gap"), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().write(record("b", 0, "none"), -1));
        assertThat(text(found("a"))).isEqualTo("first");
    }

    @Test
    void ignoresTheAttemptOfAWrittenRecord() {
        var attempt = new Attempt("owner", Instant.MAX, 5, Instant.MAX, Optional.empty());

        store().write(new Versioned(key("a"), 1, 1, Map.of(), new byte[1], Optional.of(attempt)), 0);

        assertThat(found("a").attempt()).isEmpty();
    }

    @Test
    void replacesTheIndexWhole() {
        created("a", Map.of("status", "ACTIVE", "name", "Old"));

        store().write(record("a", 2, "second", Map.of("status", "REVOKED")), 1);

        assertThat(found("a").index()).containsExactly(Map.entry("status", "REVOKED"));
    }

    @Test
    void doesNotChangeARecordThatSomebodyHolds() {
        created("a");
        Versioned held = found("a");

        store().write(record("a", 2, "second"), 1);

        assertThat(held.version()).isEqualTo(1);
        assertThat(text(held)).isEqualTo("first");
    }

    @Test
    void deletesTheVersionThatWasRead() {
        created("a");

        assertThat(store().delete(key("a"), 1)).isTrue();

        assertThat(store().find(key("a"))).isEmpty();
        assertThat(store().delete(key("a"), 1)).isFalse();
    }

    @Test
    void deletesNoOtherVersion() {
        created("a");
        store().write(record("a", 2, "second"), 1);

        assertThat(store().delete(key("a"), 1)).isFalse();
        assertThat(store().delete(key("a"), 3)).isFalse();

        assertThat(text(found("a"))).isEqualTo("second");
    }

    @Test
    void createsAgainFromTheFirstVersionAfterADelete() {
        created("a");
        store().delete(key("a"), 1);

        assertThat(store().write(record("a", 1, "again"), 0)).isTrue();

        assertThat(text(found("a"))).isEqualTo("again");
    }

    @Test
    void takesARecordOnce() {
        created("a");

        assertThat(store().take(key("a")).map(StoreFixture::text)).contains("first");

        assertThat(store().take(key("a"))).isEmpty();
        assertThat(store().find(key("a"))).isEmpty();
    }

    @Test
    void unwrapsWithItsKeysWhatTheyWrapped() {
        var keys = store().keys();
        String id = keys.current(TENANT);
        byte[] dataKey = new byte[32];
        dataKey[0] = 1;
        byte[] aad = {1, 2, 3};

        byte[] wrapped = keys.wrap(id, dataKey, aad);

        assertThat(wrapped).isNotEqualTo(dataKey);
        assertThat(store().keys().unwrap(id, wrapped, aad)).isEqualTo(dataKey);
    }
}
