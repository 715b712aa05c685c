package dev.connections.internal;

import dev.connections.ConnectionListener.Event;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.ConnectionsView.History;
import dev.connections.internal.event.Happened;
import dev.connections.internal.record.AuditRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit trail of a tenant, narrowed down. Ids of its records sort by time. */
record Past(Kernel kernel, Permission permission, Query query) implements History {
    /** How far back to look for the latest, one after the other: a long trail need not be read for a page of it. */
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(30));

    /** Whoever sees nothing but their own need not read the others'. */
    static Past all(Kernel kernel, Permission permission, String tenant) {
        Query all = Query.of(tenant, ConnectionStore.Key.Kind.AUDIT);
        boolean ownOnly = Arrays.stream(Kind.values()).noneMatch(kind -> permission.maySee(kind, "", Optional.empty()));
        String actor = permission.actor().id();
        return new Past(kernel, permission, ownOnly ? all.withEqual(Index.SUBJECT, actor) : all);
    }

    @Override
    public Past of(String linkName) {
        return with(query.withEqual(Index.CONNECTION, linkName));
    }

    @Override
    public Past by(String actorId) {
        return with(query.withEqual(Index.CREATED_BY, actorId));
    }

    /** The later of two beginnings holds. */
    @Override
    public Past since(Instant instant) {
        String from = AuditRecord.before(instant);
        return query.after().filter(there -> there.compareTo(from) > 0).isPresent()
                ? this
                : with(query.withAfter(from));
    }

    private Past with(Query next) {
        return new Past(kernel, permission, next);
    }

    @Override
    public List<Event> latest(int count) {
        Paging.checked(count);
        Instant now = kernel.clock().instant();
        for (Duration window : WINDOWS) {
            List<Event> events = since(now.minus(window)).events();
            if (events.size() >= count) {
                return newest(events, count);
            }
        }
        return newest(events(), count);
    }

    private static List<Event> newest(List<Event> events, int count) {
        var newest = new ArrayList<>(events.subList(Math.max(0, events.size() - count), events.size()));
        Collections.reverse(newest);
        return List.copyOf(newest);
    }

    @Override
    public Iterator<Event> iterator() {
        return List.copyOf(events()).iterator();
    }

    private List<Event> events() {
        kernel.slots().refuseClosed();
        Vault vault = kernel.vault();
        var kinds = new HashMap<String, Kind>();
        return vault.list(AuditRecord.TYPE, query).stream()
                .map(Stored::value)
                .filter(record -> visible(record, kinds))
                .<Event>map(record -> new Happened(
                        record.code(), new Concern(query.tenant(), record.key()), record.done(), record.details()))
                .toList();
    }

    private boolean visible(AuditRecord record, Map<String, Kind> kinds) {
        Kind kind = record.key().subject().isPresent()
                ? Kind.USER
                : kinds.computeIfAbsent(record.key().linkName(), this::kind);
        return permission.maySee(kind, record.key().linkName(), record.key().subject());
    }

    /** A connection that is gone counts as its users': fewest may see these. */
    private Kind kind(String linkName) {
        return linkName.isEmpty()
                ? Kind.ADMIN
                : kernel.vault()
                        .findReadable(DefinitionRecord.TYPE, query.tenant(), linkName)
                        .map(stored -> Defined.kind(stored.value().nature()))
                        .orElse(Kind.USER);
    }

    @Override
    public String toString() {
        return "History";
    }
}
