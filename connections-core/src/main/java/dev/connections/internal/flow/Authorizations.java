package dev.connections.internal.flow;

import dev.connections.Account;
import dev.connections.Actor;
import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.ConnectionStoreException;
import dev.connections.Environment;
import dev.connections.Subject;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.strategy.UnknownStrategy;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Authorizations as they stand, read from the store. */
public final class Authorizations {
    private static final State DISCONNECTED = new State(AuthorizationStatus.DISCONNECTED, Optional.empty(), "", "");
    private static final State INVALID = new State(AuthorizationStatus.INVALID, Optional.empty(), "", "");

    private Authorizations() {}

    /** Returns one authorization; one never made is DISCONNECTED. */
    public static Authorization of(Kernel kernel, Defined<?> defined, AuthorizationKey key) {
        return kernel.vault()
                .find(AuthorizationRecord.TYPE, defined.tenant(), key.id())
                .map(record -> known(kernel, defined, record.value()))
                .orElseGet(() -> new Shown(
                        key, defined.value().service().strategy() instanceof UnknownStrategy ? INVALID : DISCONNECTED));
    }

    /** Returns every authorization of a connection. */
    public static List<Authorization> all(Kernel kernel, Defined<?> defined) {
        Query query = Query.of(defined.tenant(), Kind.AUTHORIZATION).withEqual(Index.CONNECTION, defined.linkName());
        return kernel.vault().list(AuthorizationRecord.TYPE, query).stream()
                .map(record -> known(kernel, defined, record.value()))
                .toList();
    }

    private static Authorization known(Kernel kernel, Defined<?> defined, AuthorizationRecord record) {
        Optional<AccountRecord> account = kernel.vault()
                .find(AccountRecord.TYPE, defined.tenant(), record.accountId())
                .map(Stored::value);
        return new Shown(record.key(), Optional.of(record), account, state(kernel, defined, record, account));
    }

    private static State state(
            Kernel kernel, Defined<?> defined, AuthorizationRecord record, Optional<AccountRecord> account) {
        if (defined.value().service().strategy() instanceof UnknownStrategy) {
            return INVALID;
        }
        try {
            State worst = account.map(AccountRecord::tokens).orElse(List.of()).stream()
                    .map(token -> state(kernel, defined.tenant(), CredentialRecord.id(record.accountId(), token)))
                    .filter(state -> state.status() != AuthorizationStatus.ACTIVE)
                    .findFirst()
                    .orElse(account.isPresent() ? State.ACTIVE : DISCONNECTED);
            boolean covered =
                    record.requestedScopes().containsAll(defined.value().scopes());
            return worst.equals(State.ACTIVE) && !covered ? State.reauthorize(Reason.SCOPES, "", "") : worst;
        } catch (ConnectionStoreException e) {
            if (!Vault.unreadable(e)) {
                throw e;
            }
            return INVALID;
        }
    }

    private static State state(Kernel kernel, String tenant, String credentialId) {
        return kernel.vault()
                .find(CredentialRecord.TYPE, tenant, credentialId)
                .map(stored -> stored.value().state())
                .orElse(DISCONNECTED);
    }

    private record Shown(
            AuthorizationKey key, Optional<AuthorizationRecord> record, Optional<AccountRecord> saved, State state)
            implements Authorization {
        Shown(AuthorizationKey key, State state) {
            this(key, Optional.empty(), Optional.empty(), state);
        }

        @Override
        public String connectionLinkName() {
            return key.linkName();
        }

        @Override
        public Optional<Environment> environment() {
            return key.environment();
        }

        @Override
        public Optional<Subject> subject() {
            return key.subject();
        }

        @Override
        public Optional<Account> account() {
            return saved.map(account -> account);
        }

        @Override
        public AuthorizationStatus status() {
            return state.status();
        }

        @Override
        public Optional<Reason> reason() {
            return state.reason();
        }

        @Override
        public Set<String> requestedScopes() {
            return record.<Set<String>>map(value -> new LinkedHashSet<>(value.requestedScopes()))
                    .orElse(Set.of());
        }

        @Override
        public Set<String> grantedScopes() {
            return record.<Set<String>>map(value -> new LinkedHashSet<>(value.grantedScopes()))
                    .orElse(Set.of());
        }

        @Override
        public Optional<Actor> authorizedBy() {
            return record.map(value -> value.authorized().by());
        }

        @Override
        public Optional<Instant> authorizedAt() {
            return record.map(value -> value.authorized().at());
        }

        @Override
        public String toString() {
            return "Authorization[" + key.shown() + ", " + state.status()
                    + state.reason().map(reason -> " (" + reason + ")").orElse("") + "]";
        }
    }
}
