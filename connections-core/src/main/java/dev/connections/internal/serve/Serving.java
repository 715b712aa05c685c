package dev.connections.internal.serve;

import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.internal.Kernel;
import dev.connections.internal.http.RequestTarget;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.Stored;
import dev.connections.internal.refresh.Cell;
import dev.connections.internal.refresh.Snapshot;
import dev.connections.internal.strategy.KnownTarget;
import dev.connections.spi.StrategyContext.Grant;
import java.net.URI;
import java.util.Optional;

/**
 * What happens when nothing is ready: reads the authorization, waits for the one refresh, and says what a user must do.
 * Thread-safe; blocks.
 */
public final class Serving {
    private Serving() {}

    /** Returns what may be served now, refreshing it if it has expired. */
    public static Ready obtain(Kernel kernel, Slot slot) {
        kernel.slots().refuseClosed();
        try {
            return fresh(kernel, slot);
        } catch (ConnectionException e) {
            throw e.concerning(
                    slot.key().linkName(), slot.key().environment(), slot.key().subject());
        }
    }

    private static Ready fresh(Kernel kernel, Slot slot) {
        long generation =
                slot.generation(); // before anything is read: what changes from now on must not be overwritten
        refuseUnusable(kernel, slot);
        Ready ready = loaded(kernel, slot, generation);
        Comparison.startIfDue(kernel, slot, kernel.clock().millis());
        Snapshot snapshot = ready.source().snapshot();
        long now = kernel.clock().millis();
        if (now < snapshot.refreshAt()) {
            return ready;
        }
        if (snapshot.rejected()) {
            return afterRejection(kernel, slot, ready, generation);
        }
        if (now
                < snapshot
                        .expiresAt()) { // stale: one refreshes in the background, everybody goes on with what they have
            kernel.refreshes().soon(ready.source().opened().order(ready.source().cell()));
            return ready;
        }
        return renewed(kernel, slot, ready, generation);
    }

    /** What is disabled here may have been enabled elsewhere. */
    private static void refuseUnusable(Kernel kernel, Slot slot) {
        if (!slot.defined().usable()) {
            Comparison.startIfDue(kernel, slot, kernel.clock().millis());
            slot.defined().refuseUnusable();
        }
    }

    /** Reads anew what was cleared; whatever is wrong is told to whoever asks next. */
    static void reload(Kernel kernel, Slot slot) {
        try {
            Ready unused = loaded(kernel, slot, slot.generation());
        } catch (ConnectionException e) {
            slot.clear();
        }
    }

    private static Ready renewed(Kernel kernel, Slot slot, Ready ready, long generation) {
        Cell cell = ready.source().cell();
        Opened<?> opened = ready.source().opened();
        Snapshot renewed = usable(kernel.refreshes().now(opened.order(cell)));
        boolean same = renewed.version() == ready.source().snapshot().version();
        if (same && kernel.clock().millis() >= renewed.refreshAt()) { // a flight that began while it was still good
            renewed = usable(kernel.refreshes().now(opened.order(cell)));
        }
        return slot.publish(opened.prepare(cell, renewed), generation);
    }

    /** A token that the service refused is served on while nothing can renew it: its refusal may be an outage too. */
    private static Ready afterRejection(Kernel kernel, Slot slot, Ready ready, long generation) {
        Snapshot refused = ready.source().snapshot();
        try {
            return renewed(kernel, slot, ready, generation);
        } catch (ReauthorizationRequiredException | ConnectionSecurityException | ConnectionCancelledException e) {
            throw e;
        } catch (ConnectionException e) {
            boolean valid = kernel.clock().millis() < refused.expiresAt();
            Snapshot accepted = valid ? ready.source().cell().accept(refused) : null;
            if (accepted == null) {
                throw e;
            }
            return slot.publish(ready.source().opened().prepare(ready.source().cell(), accepted), generation);
        }
    }

    private static Ready loaded(Kernel kernel, Slot slot, long generation) {
        Ready last = slot.last();
        if (last != null && last.source().cell().current() == last.source().snapshot()) {
            return last;
        }
        Ready prepared = last != null ? again(last) : null;
        if (prepared != null) {
            return slot.publish(prepared, generation);
        }
        slot.comparing().done(kernel.clock().millis()); // before it is read
        return slot.publish(read(kernel, slot), generation);
    }

    /**
     * The same account with another version of its credential: nothing has to be read. One that is not usable is read again:
     * a user may have authorized anew elsewhere.
     */
    private static @org.jspecify.annotations.Nullable Ready again(Ready last) {
        Snapshot current = last.source().cell().current();
        return current == null || !current.active()
                ? null
                : last.source().opened().prepare(last.source().cell(), current);
    }

    private static Ready read(Kernel kernel, Slot slot) {
        String tenant = slot.defined().tenant();
        AuthorizationRecord authorization = kernel.vault()
                .find(AuthorizationRecord.TYPE, tenant, slot.key().id())
                .map(Stored::value)
                .orElseThrow(Serving::notAuthorized);
        AccountRecord account = kernel.vault()
                .find(AccountRecord.TYPE, tenant, authorization.accountId())
                .map(Stored::value)
                .orElseThrow(Serving::notAuthorized);
        Optional<Stored<CredentialRecord>> credential =
                kernel.vault().find(CredentialRecord.TYPE, tenant, CredentialRecord.id(account.id(), slot.token()));
        Opened<?> opened = Opened.of(kernel, new Opened.Use(slot.defined().value(), authorization, account));
        Cell cell = kernel.refreshes().cell(tenant, account.id(), slot.token());
        if (opened.derives(slot.token())) {
            requireUsableMain(kernel, opened, tenant, account);
            return opened.prepare(cell, derived(kernel, opened, cell, credential));
        }
        if (!account.tokens().contains(slot.token())) {
            throw tokenUnknown(slot.token(), account);
        }
        Stored<CredentialRecord> stored = credential.orElseThrow(Serving::notAuthorized);
        if (account.behind(stored.value())) { // whoever renewed it was killed right after
            kernel.refreshes().follow(new Concern(tenant, slot.key()), stored.value());
        }
        Snapshot snapshot = kernel.refreshes().publish(cell, opened.strategy(), stored.value(), stored.version());
        return opened.prepare(cell, usable(snapshot));
    }

    /** What is held back or ended of an account is so for every token that was made of it. */
    private static void requireUsableMain(Kernel kernel, Opened<?> opened, String tenant, AccountRecord account) {
        String id = CredentialRecord.id(account.id(), Grant.DEFAULT_TOKEN);
        Cell main = kernel.refreshes().cell(tenant, account.id(), Grant.DEFAULT_TOKEN);
        kernel.vault()
                .find(CredentialRecord.TYPE, tenant, id)
                .filter(stored -> !stored.value().state().equals(State.ACTIVE))
                .ifPresent(stored -> {
                    var unused = usable(
                            kernel.refreshes().publish(main, opened.strategy(), stored.value(), stored.version()));
                });
    }

    /** The token as it is stored, if it is what the definition describes now; else it is made, for the first time or anew. */
    private static Snapshot derived(
            Kernel kernel, Opened<?> opened, Cell cell, Optional<Stored<CredentialRecord>> credential) {
        return credential
                .filter(stored -> opened.describes(cell.token(), stored.value()))
                .map(stored ->
                        kernel.refreshes().publishDerived(cell, opened.strategy(), stored.value(), stored.version()))
                .orElseGet(() -> usable(kernel.refreshes().now(opened.order(cell))));
    }

    /** A connection that uses an account. */
    public record User(Defined<?> defined, AuthorizationRecord authorization) {}

    /** Renews a token that is due, whoever uses it; false if it cannot be renewed. */
    public static boolean renew(Kernel kernel, User user, AccountRecord account, String token) {
        var opened = Opened.of(kernel, new Opened.Use(user.defined().value(), user.authorization(), account));
        String tenant = user.defined().tenant();
        Optional<Stored<CredentialRecord>> stored =
                kernel.vault().find(CredentialRecord.TYPE, tenant, CredentialRecord.id(account.id(), token));
        if (stored.isEmpty() || !opened.refreshable()) {
            return false;
        }
        Cell cell = kernel.refreshes().cell(tenant, account.id(), token);
        Snapshot before = kernel.refreshes()
                .publish(
                        cell,
                        opened.strategy(),
                        stored.get().value(),
                        stored.get().version());
        Snapshot after = kernel.refreshes().now(opened.order(cell));
        return after.active() && after.version() > before.version();
    }

    static Snapshot usable(Snapshot snapshot) {
        State state = snapshot.record().state();
        if (state.status() == AuthorizationStatus.ACTIVE) {
            return snapshot;
        }
        if (state.status() == AuthorizationStatus.SECURITY_HOLD) {
            throw new ConnectionSecurityException(
                    "security_hold",
                    "the identity behind the renewed credential could not be confirmed (" + state.detail()
                            + "); check the account, then authorize again with reconnect()",
                    null);
        }
        Reason reason = state.reason().orElse(Reason.REVOKED);
        throw new ReauthorizationRequiredException(
                        reason,
                        "reauthorization_required",
                        what(reason) + (state.detail().isEmpty() ? "" : " (" + state.detail() + ")")
                                + "; ask the user to authorize again with reconnect(), or use another of"
                                + " connections.accounts(service) with switchTo(account)",
                        null)
                .withError(state.error(), state.description(), "");
    }

    private static String what(Reason reason) {
        return switch (reason) {
            case EXPIRED -> "the credential has expired and nothing can renew it";
            case LOST_ROTATION -> "the service renewed the credential, but its answer was lost";
            case SCOPES -> "the connection asks for scopes that were not granted";
            case REVOKED -> "the service rejected the refresh token";
        };
    }

    static ConnectionException notAuthorized() {
        return new ReauthorizationRequiredException(
                Reason.REVOKED,
                "not_authorized",
                "nobody has authorized it, or it was revoked; authorize it with authorize()",
                null);
    }

    private static ConnectionException tokenUnknown(String token, AccountRecord account) {
        return new ConnectionConfigurationException(
                "token_unknown",
                "the account has no token \"" + token + "\", only " + account.tokens() + "; name one of these",
                null);
    }

    /** Returns credentials for a request, applied to it where they depend on it. */
    public static Ready forRequest(Ready ready, RequestTarget target) {
        if (!ready.reach().admits(target.scheme(), target.host(), target.port())) {
            throw ready.reach().refusal(target.scheme() + "://" + target.host() + ":" + target.port());
        }
        return ready.applied() != null ? ready : ready.source().opened().apply(ready, target);
    }

    /** Returns credentials for a target of which nothing but the URI is known. */
    public static Ready forTarget(Ready ready, URI target) {
        requireAdmitted(ready, target);
        if (ready.applied() == null) {
            throw new ConnectionConfigurationException(
                    "method_required",
                    "these credentials depend on the request; use credentialsFor(method, target) or the OkHttp interceptor",
                    null);
        }
        return ready;
    }

    /** Returns credentials for a method and a target; the body is not known. */
    public static Ready forMethod(Ready ready, String method, URI target) {
        requireAdmitted(ready, target);
        Ready applied = forRequest(ready, KnownTarget.of(method, target));
        if (applied.needsBody()) {
            throw new ConnectionConfigurationException(
                    "body_required",
                    "these credentials sign the body; send the request through the OkHttp interceptor",
                    null);
        }
        return applied;
    }

    private static void requireAdmitted(Ready ready, URI target) {
        if (!ready.reach().admits(target)) {
            throw ready.reach().refusal(target.getScheme() + "://" + target.getHost());
        }
    }
}
