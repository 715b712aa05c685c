package dev.connections.internal.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionStoreException;
import dev.connections.internal.Kernel;
import dev.connections.internal.json.Json;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.internal.refresh.Cell;
import dev.connections.internal.refresh.Snapshot;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** How one token stands: in the store, in its lease, and in this process. */
final class Tokens {
    private final Kernel kernel;
    private final Defined<?> defined;
    private final Versioned record;
    private final ObjectNode into = Json.object();

    private Tokens(Kernel kernel, Defined<?> defined, Versioned record) {
        this.kernel = kernel;
        this.defined = defined;
        this.record = record;
    }

    static Stream<Tokens> of(Kernel kernel, Defined<?> defined, String accountId) {
        Query query = Query.of(defined.tenant(), Kind.CREDENTIAL).withEqual(Index.ACCOUNT, accountId);
        return kernel.vault().store().list(query).stream().map(record -> new Tokens(kernel, defined, record));
    }

    ObjectNode described() {
        into.put("version", record.version());
        try {
            into.put("sealed_with", kernel.vault().keyId(record));
            stored(kernel.vault().open(CredentialRecord.TYPE, record));
        } catch (ConnectionStoreException e) {
            if (!Vault.unreadable(e)) {
                throw e;
            }
            into.put("unreadable", e.code());
        }
        record.attempt().ifPresent(this::attempt);
        return into;
    }

    private void stored(Stored<CredentialRecord> stored) {
        CredentialRecord credential = stored.value();
        into.put("token", credential.token())
                .put("status", credential.state().status().name())
                .put("obtained_at", credential.obtainedAt().toString())
                .put("age", between(credential.obtainedAt(), kernel.clock().instant()));
        if (!credential.state().error().isEmpty()) {
            into.put("error", credential.state().error());
        }
        JsonNode kept = stored.document().path(CredentialRecord.FAILURES);
        if (!kept.isMissingNode()) {
            into.set("last_failure_before_rewrap", kept);
        }
        var strategy = defined.value().service().strategy();
        Snapshot snapshot = kernel.refreshes().look(strategy, credential, stored.version());
        into.put("refreshable", strategy.refresher().isPresent());
        if (snapshot.expiresAt() != Long.MAX_VALUE) {
            Instant expires = Instant.ofEpochMilli(snapshot.expiresAt());
            Instant refresh = Instant.ofEpochMilli(snapshot.refreshAt());
            into.put("expires_at", expires.toString())
                    .put("refresh_at", refresh.toString())
                    .put("margin", between(refresh, expires));
        }
        Cell cell = kernel.refreshes().cell(defined.tenant(), credential.accountId(), credential.token());
        inThisProcess(cell);
    }

    private void inThisProcess(Cell cell) {
        Snapshot current = cell.current();
        ObjectNode here = into.putObject("in_this_process");
        here.put("version", current == null ? 0 : current.version())
                .put("unsaved", kernel.refreshes().unsaved(cell))
                .put("backing_off", cell.paused());
    }

    private void attempt(Attempt attempt) {
        ObjectNode shown = into.putObject("refresh");
        shown.put("owner", attempt.owner())
                .put("lease_until", attempt.leaseUntil().toString())
                .put("fence", attempt.fence())
                .put("next_allowed_at", attempt.nextAllowedAt().toString());
        attempt.failure().ifPresent(failure -> {
            try {
                shown.set("last_failure", Json.parse(failure));
            } catch (IOException e) {
                shown.put("last_failure", "unreadable");
            }
        });
    }

    private static String between(Instant from, Instant to) {
        return Duration.between(from, to).toString();
    }
}
