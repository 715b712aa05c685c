package dev.connections.internal;

import dev.connections.ConnectionException;
import dev.connections.internal.flow.Accounts;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Definitions;
import dev.connections.internal.serve.Serving;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews what would die unused: what is due by the store's index (RULES S16). */
final class Maintaining {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");

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
        int renewed = 0;
        for (Versioned record : due) {
            renewed += renewed < limit && renewed(record) ? 1 : 0;
        }
        return renewed;
    }

    private boolean renewed(Versioned record) {
        String accountId = record.index().getOrDefault(Index.ACCOUNT, "");
        String token = record.key().id().substring(accountId.length() + 1);
        try {
            Optional<AccountRecord> account = Accounts.find(vault, tenant, accountId);
            return account.isPresent()
                    && user(account.get())
                            .filter(user -> Serving.renew(kernel, user, account.get(), token))
                            .isPresent();
        } catch (ConnectionException e) {
            LOG.atDebug().addKeyValue("code", e.code()).log("a credential that is due was not renewed");
            return false;
        }
    }

    /** A connection that uses the account, or else one that could: its service knows how to renew it. */
    private Optional<Serving.User> user(AccountRecord account) {
        Query users = Query.of(tenant, Kind.AUTHORIZATION)
                .withEqual(Index.ACCOUNT, account.id())
                .withLimit(1);
        return vault.list(AuthorizationRecord.TYPE, users).stream()
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
