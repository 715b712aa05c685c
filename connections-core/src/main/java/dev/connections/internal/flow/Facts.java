package dev.connections.internal.flow;

import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.PrimaryRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What authorizations point to: found one by one, or read of a whole tenant at once. Confined to one call. */
abstract class Facts {
    private Facts() {}

    /** The authorizations of a connection. */
    abstract List<AuthorizationRecord> authorizations(String linkName);

    /** An account; fails if its record cannot be read. */
    abstract Optional<AccountRecord> account(String id);

    /** A token; fails if its record cannot be read. */
    abstract Optional<CredentialRecord> credential(String id);

    /** Whether an authorization is the primary one. */
    abstract boolean primary(AuthorizationKey key);

    /** For a few authorizations. */
    static Facts oneByOne(Vault vault, String tenant) {
        return new OneByOne(vault, tenant);
    }

    /** For all of a tenant. */
    static Facts all(Vault vault, String tenant) {
        return new AtOnce(vault, tenant);
    }

    private static final class OneByOne extends Facts {
        private final Vault vault;
        private final String tenant;
        private final Map<String, Optional<String>> primaries = new HashMap<>();

        OneByOne(Vault vault, String tenant) {
            this.vault = vault;
            this.tenant = tenant;
        }

        @Override
        List<AuthorizationRecord> authorizations(String linkName) {
            Query query = Query.of(tenant, Kind.AUTHORIZATION).withEqual(Index.CONNECTION, linkName);
            return vault.list(AuthorizationRecord.TYPE, query).stream()
                    .map(Stored::value)
                    .toList();
        }

        @Override
        Optional<AccountRecord> account(String id) {
            return vault.find(AccountRecord.TYPE, tenant, id).map(Stored::value);
        }

        @Override
        Optional<CredentialRecord> credential(String id) {
            return vault.find(CredentialRecord.TYPE, tenant, id).map(Stored::value);
        }

        @Override
        boolean primary(AuthorizationKey key) {
            return key.subject().isPresent()
                    && primaries
                            .computeIfAbsent(PrimaryRecord.id(key.linkName(), key.environment()), this::primary)
                            .filter(key.id()::equals)
                            .isPresent();
        }

        private Optional<String> primary(String id) {
            return vault.findReadable(PrimaryRecord.TYPE, tenant, id)
                    .map(stored -> stored.value().key().id());
        }
    }

    private static final class AtOnce extends Facts {
        private final Vault vault;
        private final Map<String, List<AuthorizationRecord>> authorizations;
        private final Map<String, Versioned> accounts = new HashMap<>();
        private final Map<String, Versioned> credentials = new HashMap<>();
        private final Map<String, String> primaries = new HashMap<>();

        AtOnce(Vault vault, String tenant) {
            this.vault = vault;
            authorizations = vault.list(AuthorizationRecord.TYPE, Query.of(tenant, Kind.AUTHORIZATION)).stream()
                    .map(Stored::value)
                    .collect(Collectors.groupingBy(record -> record.key().linkName()));
            vault.forEach(
                    Query.of(tenant, Kind.ACCOUNT),
                    record -> accounts.put(record.key().id(), record));
            vault.forEach(
                    Query.of(tenant, Kind.CREDENTIAL),
                    record -> credentials.put(record.key().id(), record));
            vault.forEach(Query.of(tenant, Kind.META), this::primary);
        }

        private void primary(Versioned record) {
            ConnectionStore.Key key = record.key();
            if (key.id().startsWith(PrimaryRecord.PREFIX)) {
                vault.readable(PrimaryRecord.TYPE, record)
                        .ifPresent(stored ->
                                primaries.put(key.id(), stored.value().key().id()));
            }
        }

        @Override
        List<AuthorizationRecord> authorizations(String linkName) {
            return authorizations.getOrDefault(linkName, List.of());
        }

        @Override
        Optional<AccountRecord> account(String id) {
            return Optional.ofNullable(accounts.get(id))
                    .map(record -> vault.open(AccountRecord.TYPE, record).value());
        }

        @Override
        Optional<CredentialRecord> credential(String id) {
            return Optional.ofNullable(credentials.get(id))
                    .map(record -> vault.open(CredentialRecord.TYPE, record).value());
        }

        @Override
        boolean primary(AuthorizationKey key) {
            return key.id().equals(primaries.get(PrimaryRecord.id(key.linkName(), key.environment())));
        }
    }
}
