package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus.Reason;
import dev.connections.SteppedStore.Step;
import dev.connections.internal.seal.Envelope;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.Refresher.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records that somebody else uses, has written or has spoiled while they are sealed anew. */
class RewrapAmongOthersTest extends RewrapFixture {
    @Test
    void leavesACredentialThatIsBeingRefreshedAndComesBackToIt() {
        Versioned credential = credential();
        var refresh = (LeaseResult.Held) records.lease(credential.key(), 1, "refresh", new byte[0]);

        all(owner);

        assertThat(keys()).containsExactlyInAnyOrder("k1", "k2");
        assertThat(refresh.renew()).isTrue();
        refresh.close();
        assertThat(owner.rewrap(100)).isEqualTo(1);
        assertThat(keys()).containsExactly("k2");
    }

    @Test
    void leavesARecordOfAnotherKindThatSomebodyHolds() {
        Versioned account = records.list(Query.of("globex", Kind.ACCOUNT)).get(0);
        var held = (LeaseResult.Held) records.lease(account.key(), 1, "maintenance", new byte[0]);

        all(owner);

        assertThat(records.find(account.key()).orElseThrow().version()).isEqualTo(1);
        assertThat(held.renew()).isTrue();
    }

    @Test
    void leavesACredentialThatMayNotBeRefreshedYet() {
        failOnce(false);

        all(owner);
        assertThat(credential().index()).containsEntry(Index.KEY, "k1");
        clock.advance(LONG_AFTER);
        all(owner);

        assertThat(credential().index()).containsEntry(Index.KEY, "k2");
    }

    private Connection failOnce(boolean outcomeUnknown) {
        Connection crm = owner.forTenant("globex").get("crm_primary");
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(outcomeUnknown));
        clock.advance(EXPIRED);
        assertThatThrownBy(() -> sent(crm)).isInstanceOf(TransientConnectionException.class);
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));
        return crm;
    }

    private static Reason reason(Connection connection) {
        return catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(connection))
                .reason();
    }

    @Test
    void keepsInMindThatTheOutcomeOfARefreshIsUnknown() {
        Connection crm = failOnce(true);
        clock.advance(LONG_AFTER);

        all(owner);

        assertThat(credential().index()).containsEntry(Index.KEY, "k2");
        assertThat(credential().attempt()).isEmpty();
        assertThat(reason(crm)).isEqualTo(Reason.LOST_ROTATION);
    }

    @Test
    void takesNoKnownFailureForALostAnswer() {
        Connection crm = failOnce(false);
        clock.advance(LONG_AFTER);

        all(owner);

        assertThat(reason(crm)).isEqualTo(Reason.REVOKED);
    }

    @Test
    void keepsInMindThatAnOwnerDiedInTheMiddle() {
        var dead = records.lease(credential().key(), 1, "dead", "refresh".getBytes(StandardCharsets.UTF_8));
        assertThat(dead).isInstanceOf(LeaseResult.Held.class);
        clock.advance(EXPIRED);
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));

        all(owner);

        assertThat(credential().index()).containsEntry(Index.KEY, "k2");
        assertThat(reason(owner.forTenant("globex").get("crm_primary"))).isEqualTo(Reason.LOST_ROTATION);
    }

    @Test
    void keepsInMindAnUnknownOutcomeWhenItCannotSealItEither() {
        Connection crm = failOnce(true);
        clock.advance(LONG_AFTER);
        sealAllUpTo(Kind.ACCOUNT);
        store.before(Step.COMMIT, () -> {
            throw new ConnectionStoreException("store_full", "the store is full; make room", null);
        });

        assertThatThrownBy(() -> all(owner)).isInstanceOf(ConnectionStoreException.class);

        assertThat(credential().index()).containsEntry(Index.KEY, "k1");
        assertThat(reason(crm)).isEqualTo(Reason.LOST_ROTATION);
    }

    @Test
    void forgetsOldFailuresWithTheNextCredential() {
        Connection crm = failOnce(true);
        clock.advance(LONG_AFTER);
        all(owner);
        strategy.refreshingBy((current, context) -> strategy.renewed(current, context));
        assertThat(sent(crm)).isEqualTo("Bearer 2");

        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));
        clock.advance(EXPIRED);

        assertThat(reason(crm)).isEqualTo(Reason.REVOKED);
    }

    @Test
    void leavesWhatItCannotReadAsItIsAndSealsTheOthers() {
        Versioned corrupt = put("corrupt", 1, new byte[] {1, 2, 3}, "k1");
        Versioned newer = put("newer", 2, credential().sealed(), "k1");
        byte[] foreign = Envelope.of(rings.only(3)).seal(key("foreign"), 1, 1, "{}".getBytes(StandardCharsets.UTF_8));
        Versioned unknown = put("foreign", 1, foreign, "k3");
        int there = all().size();

        assertThat(all(owner)).isEqualTo(there - 3);

        for (Versioned each : List.of(corrupt, newer, unknown)) {
            Versioned is = records.find(each.key()).orElseThrow();
            assertThat(is.version()).isEqualTo(1);
            assertThat(is.sealed()).isEqualTo(each.sealed());
        }
    }

    private static ConnectionStore.Key key(String id) {
        return new ConnectionStore.Key("acme", Kind.CREDENTIAL, id);
    }

    private Versioned put(String id, int format, byte[] sealed, String keyId) {
        var record = new Versioned(key(id), 1, format, Map.of(Index.KEY, keyId), sealed, Optional.empty());
        assertThat(records.write(record, 0)).isTrue();
        return record;
    }

    @Test
    void readsAgainWhatSomebodyElseWroteMeanwhile() {
        store.before(
                Step.LEASE,
                () -> records.list(Query.of("default", Kind.CREDENTIAL))
                        .forEach(each -> assertThat(records.write(again(each), each.version()))
                                .isTrue()));

        assertThat(owner.rewrap(100)).isEqualTo(all().size());

        assertThat(keys()).containsExactly("k2");
    }

    /** The next version of a record as a node writes it that still seals with the old key. */
    private Versioned again(Versioned record) {
        Envelope old = Envelope.of(rings.before());
        byte[] sealed = old.seal(record.key(), record.version() + 1, record.format(), old.open(record));
        return new Versioned(
                record.key(), record.version() + 1, record.format(), record.index(), sealed, Optional.empty());
    }

    @Test
    void bringsNothingBackThatWasDeletedAndCreatedAgain() {
        sealAllUpTo(Kind.CREDENTIAL);
        Versioned authorization =
                records.list(Query.of("globex", Kind.AUTHORIZATION)).get(0);
        byte[] another =
                Envelope.of(rings.before()).seal(authorization.key(), 1, 1, "{}".getBytes(StandardCharsets.UTF_8));
        var created = new Versioned(authorization.key(), 1, 1, authorization.index(), another, Optional.empty());
        store.before(Step.FIND, () -> recreated(authorization, created));

        all(owner);

        Versioned is = records.find(authorization.key()).orElseThrow();
        assertThat(Envelope.of(rings.after()).open(is)).asString().isEqualTo("{}");
    }

    /** Lets the next record be the first one of the second tenant's next kind. */
    private void sealAllUpTo(Kind kind) {
        Query before = Query.of("globex", kind);
        while (records.list(before).stream()
                .anyMatch(record -> "k1".equals(record.index().get(Index.KEY)))) {
            assertThat(owner.rewrap(1)).isEqualTo(1);
        }
    }

    private void recreated(Versioned before, Versioned after) {
        assertThat(records.delete(before.key(), 1)).isTrue();
        assertThat(records.write(after, 0)).isTrue();
    }

    @Test
    void saysThatTheKeyProviderFailsAndGoesOnWhenItWorksAgain() {
        var service = new KeyService(rings.during());
        Connections node = owner(service);
        assertThat(node.rewrap(2)).isEqualTo(2);
        service.failing(true);

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> node.rewrap(100));

        assertThat(failure.code()).isEqualTo("key_provider_failed");
        assertThat(failure).hasMessageContaining("try again when it works");
        service.failing(false);
        all(node);
        assertThat(keys()).containsExactly("k2");
    }
}
