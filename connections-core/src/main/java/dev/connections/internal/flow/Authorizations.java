package dev.connections.internal.flow;

import dev.connections.Account;
import dev.connections.Actor;
import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.ConnectionStoreException;
import dev.connections.Environment;
import dev.connections.Notice;
import dev.connections.Subject;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.AuthorizationRecord.Tested;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.strategy.UnknownStrategy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Authorizations as they stand, read from the store. */
public final class Authorizations {
    private static final State DISCONNECTED = Facts.MISSING;
    private static final State INVALID = new State(AuthorizationStatus.INVALID, Optional.empty(), "", "");

    private final Vault vault;
    private final Facts facts;

    private Authorizations(Vault vault, Facts facts) {
        this.vault = vault;
        this.facts = facts;
    }

    /** Reads the authorizations of a connection or two. */
    public static Authorizations few(Vault vault, String tenant) {
        return new Authorizations(vault, Facts.oneByOne(vault, tenant));
    }

    /** Reads the authorizations of every connection of a tenant, in a few queries. */
    public static Authorizations all(Vault vault, String tenant) {
        return new Authorizations(vault, Facts.all(vault, tenant));
    }

    /** Returns one authorization; one never made is DISCONNECTED. */
    public Authorization of(Defined<?> defined, AuthorizationKey key) {
        return vault.find(AuthorizationRecord.TYPE, defined.tenant(), key.id())
                .map(record -> shown(defined, record.value()))
                .orElseGet(() -> Shown.never(key, unknown(defined) ? INVALID : DISCONNECTED));
    }

    /** Returns every authorization of a connection. */
    public List<Authorization> of(Defined<?> defined) {
        return facts.authorizations(defined.linkName()).stream()
                .map(record -> shown(defined, record))
                .toList();
    }

    /** Returns an authorization that was read. */
    public Authorization shown(Defined<?> defined, AuthorizationRecord record) {
        List<Notice> notices = Notices.of(record, defined.value().scopes());
        boolean primary = facts.primary(record.key());
        try {
            Optional<AccountRecord> account = facts.account(record.accountId());
            var standing = new Standing(state(defined, record, account), primary, notices);
            return new Shown(record.key(), Optional.of(record), account, standing);
        } catch (ConnectionStoreException e) {
            if (!Vault.unreadable(e)) {
                throw e;
            }
            var standing = new Standing(INVALID, primary, notices);
            return new Shown(record.key(), Optional.of(record), Optional.empty(), standing);
        }
    }

    private static boolean unknown(Defined<?> defined) {
        return defined.value().service().strategy() instanceof UnknownStrategy;
    }

    private State state(Defined<?> defined, AuthorizationRecord record, Optional<AccountRecord> account) {
        if (unknown(defined)) {
            return INVALID;
        }
        State worst = account.map(AccountRecord::tokens).orElse(List.of()).stream()
                .map(token -> facts.state(CredentialRecord.id(record.accountId(), token)))
                .filter(state -> state.status() != AuthorizationStatus.ACTIVE)
                .findFirst()
                .orElse(account.isPresent() ? State.ACTIVE : DISCONNECTED);
        return worst.equals(State.ACTIVE) ? working(defined, record) : worst;
    }

    /** Its credentials work as far as is known here; the service or a new scope may say otherwise. */
    private static State working(Defined<?> defined, AuthorizationRecord record) {
        if (record.tested().filter(Tested::refused).isPresent()) {
            return INVALID;
        }
        boolean covered = record.requestedScopes().containsAll(defined.value().scopes());
        return covered ? State.ACTIVE : State.reauthorize(Reason.SCOPES, "", "");
    }

    /** How it stands. */
    private record Standing(State state, boolean primary, List<Notice> notices) {}

    private record Shown(
            AuthorizationKey key,
            Optional<AuthorizationRecord> record,
            Optional<AccountRecord> saved,
            Standing standing)
            implements Authorization {
        static Shown never(AuthorizationKey key, State state) {
            return new Shown(key, Optional.empty(), Optional.empty(), new Standing(state, false, List.of()));
        }

        private State state() {
            return standing.state();
        }

        @Override
        public boolean primary() {
            return standing.primary();
        }

        @Override
        public List<Notice> notices() {
            return standing.notices();
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
            return state().status();
        }

        @Override
        public Optional<Reason> reason() {
            return state().reason();
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
            return "Authorization[" + key.shown() + ", " + state().status()
                    + state().reason().map(reason -> " (" + reason + ")").orElse("") + "]";
        }
    }
}
