package dev.connections.internal.flow;

import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.PendingRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.StrategyContext.Begun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Flows that wait for their callback: single use, 10 minutes, capped (RULES S12). Judged by the store's clock. */
public final class PendingFlows {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_FOR_ONE = 10;
    private static final long MOST_FOR_TENANT = 10_000;
    private static final int STATE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;
    private final String tenant;

    /** Keeps the flows of one tenant. */
    public PendingFlows(Vault vault, String tenant) {
        this.vault = vault;
        this.tenant = tenant;
    }

    /** Begins a flow of {@code key}; its record is made of the state and the expiry. */
    Begun begin(AuthorizationKey key, BiFunction<String, Instant, PendingRecord> pending) {
        Instant now = vault.store().now();
        makeRoom(key, now); // before the record: making one may ask the service
        byte[] random = new byte[STATE_BYTES];
        RANDOM.nextBytes(random);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PendingRecord record = pending.apply(state, now.plus(LIFETIME));
        if (!vault.create(PendingRecord.TYPE, tenant, PendingRecord.id(state), record)) {
            throw new IllegalStateException("two states of 256 random bits were equal");
        }
        return new Begun(state, record.expiresAt());
    }

    private void makeRoom(AuthorizationKey key, Instant now) {
        List<Versioned> waiting = waiting(key);
        waiting.stream() // by their index alone: nothing has to be opened
                .sorted(Comparator.comparing(flow -> flow.index().getOrDefault(Index.DUE, "")))
                .limit(Math.max(0, waiting.size() - MOST_FOR_ONE + 1))
                .forEach(oldest -> vault.store().delete(oldest.key(), oldest.version()));
        Query all = Query.of(tenant, Kind.PENDING);
        if (vault.count(all) < MOST_FOR_TENANT) {
            return;
        }
        vault.page(all.withDueBefore(now)).forEach(late -> vault.store().delete(late.key(), late.version()));
        if (vault.count(all) >= MOST_FOR_TENANT) {
            throw new TransientConnectionException(
                    "too_many_pending",
                    MOST_FOR_TENANT + " authorizations wait for their callback; let some finish or expire (10 minutes),"
                            + " and limit how often users may begin one",
                    LIFETIME,
                    false,
                    null);
        }
    }

    private List<Versioned> waiting(AuthorizationKey key) {
        Query ofConnection = Query.of(tenant, Kind.PENDING).withEqual(Index.CONNECTION, key.linkName());
        Query ofSubject = key.subject()
                .map(subject -> ofConnection.withEqual(Index.SUBJECT, subject.id()))
                .orElse(ofConnection);
        return vault.page(ofSubject);
    }

    PendingRecord take(AuthorizationKey key, String state, String sessionState) {
        Optional<Stored<PendingRecord>> found = vault.take(PendingRecord.TYPE, tenant, PendingRecord.id(state));
        // The flow is used up before anything is compared: what a stranger has seen must not be tried again.
        if (!same(state, sessionState)) {
            throw new ConnectionSecurityException(
                    "state_mismatch",
                    "the callback belongs to another browser session than this one; begin again and complete with the state"
                            + " kept in the same session",
                    null);
        }
        PendingRecord begun = found.map(Stored::value).orElseThrow(PendingFlows::unknown);
        if (!begun.key().id().equals(key.id())) {
            throw new ConnectionSecurityException(
                    "state_mismatch",
                    "the callback belongs to the authorization of connection "
                            + begun.key().shown() + "; complete it there, or with connections.complete(…)",
                    null);
        }
        if (!vault.store().now().isBefore(begun.expiresAt())) {
            throw new ConnectionSecurityException(
                    "flow_expired", "the callback came later than 10 minutes after the flow began; begin again", null);
        }
        return begun;
    }

    /** Looks at what a state belongs to, without using it up; a session that has expired has none. */
    Optional<PendingRecord> peek(@Nullable String state) {
        return state == null
                ? Optional.empty()
                : vault.find(PendingRecord.TYPE, tenant, PendingRecord.id(state))
                        .map(Stored::value);
    }

    /** Finds what a state belongs to, without using it up. */
    public PendingRecord find(String state) {
        return peek(state).orElseThrow(PendingFlows::unknown);
    }

    /** A session that has expired has no state: its copy is null, whatever the signature says. */
    private static boolean same(String state, @Nullable String sessionState) {
        return sessionState != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), sessionState.getBytes(StandardCharsets.UTF_8));
    }

    private static ConnectionSecurityException unknown() {
        return new ConnectionSecurityException(
                "flow_unknown",
                "no flow waits for this callback: it was forged, completed before, or expired; begin again",
                null);
    }
}
