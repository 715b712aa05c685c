package dev.connections.internal.manage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Authorization;
import dev.connections.ConnectionStoreException;
import dev.connections.DefinedConnection;
import dev.connections.internal.Kernel;
import dev.connections.internal.flow.Authorizations;
import dev.connections.internal.json.Json;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.AuthorizationRecord.Tested;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Collects how a connection stands. Persons are named by a digest of their id, accounts by their own id. */
public final class Diagnosing {
    private static final int MOST_AUTHORIZATIONS = 20;
    private static final int DIGEST_SHOWN = 10;

    private final Kernel kernel;
    private final Defined<?> defined;
    private final ObjectNode report = Json.object();

    /** Diagnoses a connection. */
    public Diagnosing(Administered of) {
        this.kernel = of.kernel();
        this.defined = of.defined();
    }

    /** Returns the report. */
    public DefinedConnection.Diagnosis diagnose() {
        kernel.slots().refuseClosed();
        definition();
        clocks();
        authorizations();
        return new Report(report);
    }

    private void definition() {
        var value = defined.value();
        var service = value.service();
        report.put("connection", defined.linkName())
                .put("tenant", defined.tenant())
                .put("service", service.linkName())
                .put("authentication_type", service.authenticationType())
                .put("kind", defined.kind().name())
                .put("per_user", defined.record().nature().perUser())
                .put("separate_environments", value.separateEnvironments())
                .put("enabled", defined.record().switches().enabled());
        var disabled = new TreeSet<>(defined.record().switches().disabledApplications());
        report.set("disabled_applications", Json.array(List.copyOf(disabled)));
        report.set("resource_servers", Json.array(service.resourceServers()));
        report.set("requested_scopes", Json.array(value.scopes()));
        find(Kind.DEFINITION, defined.linkName())
                .ifPresent(record -> report.put("version", record.version()).put("sealed_with", sealedWith(record)));
    }

    private void clocks() {
        Instant here = kernel.clock().instant();
        Instant there = kernel.vault().store().now();
        report.put("clock", here.toString())
                .put("store_clock", there.toString())
                .put("skew", Duration.between(here, there).toString());
    }

    private void authorizations() {
        Authorizations authorizations = Authorizations.few(kernel.vault(), defined.tenant());
        List<AuthorizationRecord> all = authorizations.recorded(defined);
        report.put("authorizations_in_all", all.size());
        ArrayNode shown = report.putArray("authorizations");
        all.stream()
                .limit(MOST_AUTHORIZATIONS)
                .forEach(each -> authorization(authorizations.shown(defined, each), shown.addObject()));
    }

    private void authorization(Authorization each, ObjectNode into) {
        each.environment().ifPresent(environment -> into.put("environment", environment.name()));
        each.subject().ifPresent(subject -> into.put("subject", "sha256:" + digest(subject.id())));
        into.put("status", each.status().name());
        each.reason().ifPresent(reason -> into.put("reason", reason.name()));
        each.authorizedAt().ifPresent(at -> into.put("authorized_at", at.toString()));
        each.authorizedBy().ifPresent(by -> into.put("authorized_by", by.role().name()));
        into.set("requested_scopes", Json.array(List.copyOf(each.requestedScopes())));
        into.set("granted_scopes", Json.array(List.copyOf(each.grantedScopes())));
        into.set("missing_scopes", Json.array(List.copyOf(each.missingScopes())));
        tested(each)
                .ifPresent(tested -> into.putObject("last_test")
                        .put("at", tested.at().toString())
                        .put("http_status", tested.httpStatus())
                        .put("refused", tested.refused())); // not its words: they may name somebody
        each.account().ifPresent(account -> {
            into.put("account", account.id());
            into.put("account_created_at", account.createdAt().toString());
            ArrayNode tokens = into.putArray("tokens");
            Tokens.of(kernel, defined, account.id()).forEach(token -> tokens.add(token.described()));
        });
    }

    private Optional<Tested> tested(Authorization each) {
        var key = new AuthorizationKey(defined.linkName(), each.environment(), each.subject());
        return kernel.vault()
                .find(AuthorizationRecord.TYPE, defined.tenant(), key.id())
                .flatMap(stored -> stored.value().tested());
    }

    private Optional<Versioned> find(Kind kind, String id) {
        return kernel.vault().store().find(new ConnectionStore.Key(defined.tenant(), kind, id));
    }

    private String sealedWith(Versioned record) {
        try {
            return kernel.vault().keyId(record);
        } catch (ConnectionStoreException e) {
            return e.code();
        }
    }

    private static String digest(String id) {
        return AuthorizationKey.digest(id).substring(0, DIGEST_SHOWN);
    }
}
