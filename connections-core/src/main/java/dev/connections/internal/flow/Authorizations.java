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
import dev.connections.internal.record.Consent;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.CredentialRecord.State;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.strategy.UnknownStrategy;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Authorizations as they stand, read from the store. */
public final class Authorizations {
    private static final State DISCONNECTED = new State(AuthorizationStatus.DISCONNECTED, Optional.empty(), "", "");
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

    /** Returns one authorization; one never made is DISCONNECTED, one that cannot be read INVALID. */
    public Authorization of(Defined<?> defined, AuthorizationKey key) {
        var there = vault.store().find(new ConnectionStore.Key(defined.tenant(), Kind.AUTHORIZATION, key.id()));
        return there.flatMap(record -> vault.readable(AuthorizationRecord.TYPE, record))
                .map(record -> shown(defined, record.value()))
                .orElseGet(() -> Shown.never(key, there.isPresent() || unknown(defined) ? INVALID : DISCONNECTED));
    }

    /** Returns the authorizations of a connection that are wanted; the others cost no look at their accounts. */
    public List<Authorization> of(Defined<?> defined, Predicate<AuthorizationKey> wanted) {
        return facts.authorizations(defined.linkName()).stream()
                .filter(record -> wanted.test(record.key()))
                .map(record -> shown(defined, record))
                .toList();
    }

    /** Returns what is recorded of the authorizations of a connection. */
    public List<AuthorizationRecord> recorded(Defined<?> defined) {
        return facts.authorizations(defined.linkName());
    }

    /** Returns an authorization that was read. */
    public Authorization shown(Defined<?> defined, AuthorizationRecord record) {
        boolean primary = facts.primary(record.key());
        try {
            Optional<AccountRecord> account = facts.account(record.accountId());
            Consent consent = current(record, account);
            List<CredentialRecord> tokens = tokens(record, account);
            State state = state(defined, tokens, new Current(record, account, consent));
            var standing = new Standing(
                    state, primary, Scopes.of(defined, consent).and(defined, account), Lifetimes.end(defined, tokens));
            return new Shown(record.key(), Optional.of(record), account, standing);
        } catch (ConnectionStoreException e) {
            if (!Vault.unreadable(e)) {
                throw e;
            }
            var standing = new Standing(INVALID, primary, Scopes.of(defined, record.consent()), Optional.empty());
            return new Shown(record.key(), Optional.of(record), Optional.empty(), standing);
        }
    }

    /** What was asked for here, and what the tokens of its account may do now: another connection may have renewed them. */
    private static Consent current(AuthorizationRecord record, Optional<AccountRecord> account) {
        return account.flatMap(there -> there.told().consent().granted())
                .map(record.consent()::granting)
                .orElse(record.consent());
    }

    /** Returns the same authorization for somebody who may not see its account. */
    public static Authorization withoutAccount(Authorization authorization) {
        return authorization instanceof Shown shown
                ? new Shown(shown.key(), shown.record(), Optional.empty(), shown.standing())
                : authorization;
    }

    private static boolean unknown(Defined<?> defined) {
        return defined.value().service().strategy() instanceof UnknownStrategy;
    }

    private List<CredentialRecord> tokens(AuthorizationRecord record, Optional<AccountRecord> account) {
        return account.map(AccountRecord::tokens).orElse(List.of()).stream()
                .flatMap(token -> facts.credential(CredentialRecord.id(record.accountId(), token)).stream())
                .toList();
    }

    /** What is recorded of an authorization, and what it may do now. */
    private record Current(AuthorizationRecord record, Optional<AccountRecord> account, Consent consent) {}

    private static State state(Defined<?> defined, List<CredentialRecord> tokens, Current current) {
        if (unknown(defined)) {
            return INVALID;
        }
        boolean whole = current.account()
                .filter(account -> account.tokens().size() == tokens.size())
                .isPresent();
        return tokens.stream()
                .map(CredentialRecord::state)
                .filter(state -> state.status() != AuthorizationStatus.ACTIVE)
                .findFirst()
                .orElseGet(() ->
                        whole ? working(defined, current.record().with(current.consent()), tokens) : DISCONNECTED);
    }

    /** Its credentials work as far as is known here; the service or a new scope may say otherwise. */
    private static State working(Defined<?> defined, AuthorizationRecord record, List<CredentialRecord> tokens) {
        boolean refused = record.tested()
                .filter(Tested::refused)
                .filter(tested ->
                        tokens.stream().noneMatch(token -> token.obtainedAt().isAfter(tested.at())))
                .isPresent();
        if (refused) { // unless they were renewed since
            return INVALID;
        }
        boolean covered = record.consent().covers(defined.value().scopes());
        return covered ? State.ACTIVE : State.reauthorize(Reason.SCOPES, "", "");
    }

    /** How it stands. */
    private record Standing(State state, boolean primary, Scopes scopes, Optional<Instant> end) {}

    /** What it may do, what the connection needs beside that, and what a person should know of it. */
    private record Scopes(Consent consent, List<String> missing, List<Notice> notices) {
        static final Scopes NONE = new Scopes(new Consent(List.of(), Optional.empty()), List.of(), List.of());

        static Scopes of(Defined<?> defined, Consent consent) {
            List<String> needed = defined.value().scopes();
            var known = defined.value().service().scopes();
            return new Scopes(consent, consent.without(needed), Notices.of(consent, needed, known));
        }

        Scopes and(Defined<?> defined, Optional<AccountRecord> account) {
            return new Scopes(consent, missing, Notices.of(defined, account, notices));
        }
    }

    private record Shown(
            AuthorizationKey key,
            Optional<AuthorizationRecord> record,
            Optional<AccountRecord> saved,
            Standing standing)
            implements Authorization {
        static Shown never(AuthorizationKey key, State state) {
            return new Shown(
                    key, Optional.empty(), Optional.empty(), new Standing(state, false, Scopes.NONE, Optional.empty()));
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
            return standing.scopes().notices();
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
            return new LinkedHashSet<>(standing.scopes().consent().requested());
        }

        @Override
        public Set<String> grantedScopes() {
            return new LinkedHashSet<>(standing.scopes().consent().granted().orElse(List.of()));
        }

        @Override
        public Set<String> missingScopes() {
            return new LinkedHashSet<>(standing.scopes().missing());
        }

        @Override
        public Optional<Instant> lastsUntil() {
            return standing.end();
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
