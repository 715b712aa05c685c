package dev.connections.internal;

import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Definitions;
import dev.connections.internal.serve.Serving;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews what would die unused: what is due by the store's index (RULES S16). */
final class Maintaining {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");

    private static final Duration ORPHAN_AGE = Duration.ofHours(1);

    private final Kernel kernel;
    private final Vault vault;
    private final String tenant;

    Maintaining(Kernel kernel, String tenant) {
        this.kernel = kernel;
        this.vault = kernel.vault();
        this.tenant = tenant;
    }

    Optional<Instant> next() {
        return vault.store().earliestDue(Query.of(tenant, Kind.CREDENTIAL));
    }

    /** Those that fail stay due; they must not keep the others waiting. */
    int refresh(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("refreshDue renews one credential or more, not " + limit);
        }
        Instant soon = kernel.clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1); // due counts seconds
        Query query = Query.of(tenant, Kind.CREDENTIAL).withDueBefore(soon);
        List<Versioned> due = new ArrayList<>();
        vault.forEach(query, due::add);
        var down = new HashSet<Destination>();
        int renewed = 0;
        for (Versioned record : due) {
            renewed += renewed < limit && renewed(record, down) ? 1 : 0;
        }
        return renewed;
    }

    /** A service as an account has it: each host that users name is up or down for itself. */
    private record Destination(String service, Map<String, String> inputs) {
        static Destination of(AccountRecord account) {
            return new Destination(account.serviceLinkName(), account.inputs());
        }
    }

    /** A service that cannot answer is left alone for the rest of the call. */
    private boolean renewed(Versioned record, Set<Destination> down) {
        String accountId = record.index().getOrDefault(Index.ACCOUNT, "");
        String token = record.key().id().substring(accountId.length() + 1);
        Optional<AccountRecord> account =
                vault.findReadable(AccountRecord.TYPE, tenant, accountId).map(Stored::value);
        Optional<Serving.User> user = account.flatMap(this::user);
        if (account.isEmpty() || user.isEmpty()) {
            boolean orphan = vault.store()
                    .find(new ConnectionStore.Key(tenant, Kind.ACCOUNT, accountId))
                    .isEmpty();
            postpone(record, orphan);
            return false;
        }
        var service = Destination.of(account.get());
        try {
            return !down.contains(service) && Serving.renew(kernel, user.get(), account.get(), token);
        } catch (ConnectionCancelledException e) {
            throw e; // the caller's thread was interrupted
        } catch (ConnectionException e) {
            boolean unused = e instanceof TransientConnectionException && down.add(service);
            LOG.atDebug().addKeyValue("code", e.code()).log("a credential that is due was not renewed");
            return false;
        }
    }

    /** Nothing can renew it, so it is not due; what a crash left without an account is removed. */
    private void postpone(Versioned record, boolean orphan) {
        vault.readable(CredentialRecord.TYPE, record).ifPresent(stored -> {
            Instant old = kernel.clock().instant().minus(ORPHAN_AGE); // else its account is being written
            boolean left = orphan && stored.value().obtainedAt().isBefore(old);
            boolean unused = left
                    ? vault.delete(stored)
                    : vault.update(CredentialRecord.TYPE, stored, stored.value().neverDue());
        });
    }

    /** A connection that uses the account, or else one that could: its service knows how to renew it. */
    private Optional<Serving.User> user(AccountRecord account) {
        Query users = Query.of(tenant, Kind.AUTHORIZATION)
                .withEqual(Index.ACCOUNT, account.id())
                .withLimit(1);
        return vault.page(users).stream()
                .flatMap(record -> vault.readable(AuthorizationRecord.TYPE, record).stream())
                .findFirst()
                .flatMap(stored -> defined(stored.value()))
                .or(() -> anyOf(account));
    }

    private Optional<Serving.User> defined(AuthorizationRecord authorization) {
        return vault.find(DefinitionRecord.TYPE, tenant, authorization.key().linkName())
                .map(stored -> new Serving.User(Definitions.of(kernel, stored), authorization));
    }

    private Optional<Serving.User> anyOf(AccountRecord account) {
        return Definitions.ofService(kernel, tenant, account.serviceLinkName()).map(defined -> {
            var key = new AuthorizationKey(defined.linkName(), Optional.empty(), account.owner());
            var trail = new Trail(Trail.SYSTEM, account.createdAt());
            var consent = account.told().consent();
            return new Serving.User(defined, AuthorizationRecord.untested(key, account.id(), consent, trail));
        });
    }
}
