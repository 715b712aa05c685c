package dev.connections.internal.refresh;

import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.Parts;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.News;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.Credential;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows the service's answer: first the durable write, then everything that can fail (S3, S4). Confined to one
 * refresh.
 */
final class RefreshEnd<C extends Credential> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");

    private final Refreshes engine;
    private final RefreshOrder<C> order;
    private final Refresher<C> refresher;

    RefreshEnd(Refreshes engine, RefreshOrder<C> order) {
        this.engine = engine;
        this.order = order;
        this.refresher = order.strategy().refresher().orElseThrow();
    }

    /** Stores a renewed credential, verifies it, and publishes it. */
    Snapshot renewed(Held held, Stored<CredentialRecord> before, C old, Outcome.Renewed<C> outcome) {
        C credential = outcome.credential();
        var successor = new Successor(order.where(), before, next(before.value(), outcome));
        Successor.Fate fate = engine.unsaved().commit(held, order.cell(), successor);
        if (fate == Successor.Fate.LOST) {
            return current(); // the first stored successor wins; ours is dropped, never revoked (S1, S8)
        }
        Optional<String> doubt = doubt(old, credential);
        if (doubt.isPresent()) {
            return hold(successor, doubt.get());
        }
        if (fate == Successor.Fate.SAVED) {
            tell("refreshed", Map.of("token", order.cell().token()));
            engine.follow(order.concern(), successor.next());
        }
        return engine.renewed(order.cell(), order.strategy(), successor.next(), successor.version());
    }

    private CredentialRecord next(CredentialRecord before, Outcome.Renewed<C> outcome) {
        C credential = outcome.credential();
        var codec = order.strategy().codec();
        var parts = new Parts(order.strategy().authenticationType(), codec.version(), codec.write(credential));
        Instant now = engine.clock().instant();
        Optional<Instant> due = refresher.keepAliveBy(credential);
        return new CredentialRecord(
                before.accountId(),
                before.token(),
                parts,
                now,
                due,
                State.ACTIVE,
                before.news().and(news(outcome)),
                minted(before, now));
    }

    private List<Instant> minted(CredentialRecord before, Instant now) {
        return order.definition()
                .service()
                .limits()
                .map(limits -> Minting.with(before.minted(), now, limits))
                .orElse(List.of());
    }

    /** Where a strategy names servers that cannot be reached for, what it told of the account is left out: the tokens count. */
    private News news(Outcome.Renewed<C> outcome) {
        Optional<List<String>> granted = outcome.grantedScopes().map(scopes -> List.copyOf(new TreeSet<>(scopes)));
        try {
            var unused = order.definition().service().reach().pinnedTo(outcome.resourceServers());
            return new News(granted, outcome.captured(), outcome.resourceServers());
        } catch (RuntimeException e) { // of any kind: nothing may come between the answer and its write (S4)
            LOG.atWarn()
                    .addKeyValue("credential", order.cell().id())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("what a refresh told of the account cannot be used");
            return new News(granted, Map.of(), List.of());
        }
    }

    private Snapshot current() {
        Stored<CredentialRecord> stored = engine.vault()
                .find(CredentialRecord.TYPE, order.cell().tenant(), order.cell().id())
                .orElseThrow(() -> RefreshRun.gone(order.cell()));
        return engine.publish(order.cell(), order.strategy(), stored.value(), stored.version());
    }

    /** What speaks against the identity behind the credential; that it cannot be confirmed now does not. */
    private Optional<String> doubt(C before, C after) {
        try {
            refresher.verify(before, after, order.context());
            return Optional.empty();
        } catch (ConnectionSecurityException e) {
            return Optional.of(e.code());
        } catch (ConnectionException unconfirmed) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e.getClass().getName());
        }
    }

    private Snapshot hold(Successor successor, String doubt) {
        CredentialRecord held = successor.next().in(State.hold(doubt));
        tell("security_hold", Map.of("detail", doubt));
        ConnectionStore.Key key = successor.before().key();
        if (engine.vault().replace(CredentialRecord.TYPE, key, successor.next(), held)) {
            return engine.renewed(order.cell(), order.strategy(), held, successor.version() + 1);
        }
        return current(); // a reconnect came between: its credential is another one
    }

    private void tell(String code, Map<String, String> details) {
        engine.events().happened(order.concern(), code, Trail.SYSTEM, details);
    }
}
