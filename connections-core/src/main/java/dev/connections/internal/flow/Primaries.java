package dev.connections.internal.flow;

import dev.connections.Actor;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Environment;
import dev.connections.Notice;
import dev.connections.Subject;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.PrimaryRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Primary authorizations of per-user connections: they serve jobs that run without a user (RULES F16, F17). A primary whose
 * authorization is gone counts as none.
 */
public final class Primaries {
    private final Kernel kernel;
    private final Vault vault;
    private final String tenant;

    /** Keeps those of one tenant. */
    public Primaries(Kernel kernel, String tenant) {
        this.kernel = kernel;
        this.vault = kernel.vault();
        this.tenant = tenant;
    }

    /** Finds the primary authorization of a connection. */
    public Optional<AuthorizationKey> find(String linkName, Optional<Environment> environment) {
        return stored(linkName, environment)
                .map(stored -> stored.value().key())
                .filter(key ->
                        vault.find(AuthorizationRecord.TYPE, tenant, key.id()).isPresent());
    }

    private Optional<Stored<PrimaryRecord>> stored(String linkName, Optional<Environment> environment) {
        return vault.findReadable(PrimaryRecord.TYPE, tenant, PrimaryRecord.id(linkName, environment));
    }

    /** Whether an authorization is the primary one. */
    public boolean is(AuthorizationKey key) {
        return key.subject().isPresent()
                && stored(key.linkName(), key.environment())
                        .filter(stored -> stored.value().key().id().equals(key.id()))
                        .isPresent();
    }

    /**
     * Makes the first authorization primary: the first of a super administrator, or of anybody where no actor is named. Only
     * the first: after it was revoked, somebody has to decide.
     */
    void offer(AuthorizationKey key, Actor actor) {
        boolean entitled = actor.role() == Actor.Role.SUPER_ADMIN || actor.role() == Actor.Role.SYSTEM;
        if (key.subject().isPresent()
                && entitled
                && stored(key.linkName(), key.environment()).isEmpty()
                && vault.create(
                        PrimaryRecord.TYPE,
                        tenant,
                        PrimaryRecord.id(key.linkName(), key.environment()),
                        new PrimaryRecord(key))) {
            tell(key, Optional.empty(), actor);
        }
    }

    /** Makes an authorization primary. */
    public void mark(AuthorizationKey key, Actor actor) {
        if (vault.find(AuthorizationRecord.TYPE, tenant, key.id()).isEmpty()) {
            throw new ConnectionConfigurationException(
                    "not_authorized",
                    "connection " + key.shown() + " has no authorization that could be the primary one; authorize it"
                            + " first, or mark another user",
                    null);
        }
        Optional<AuthorizationKey> former = find(key.linkName(), key.environment());
        var place = new LastWord.Place(tenant, PrimaryRecord.id(key.linkName(), key.environment()));
        LastWord.put(vault, PrimaryRecord.TYPE, place, before -> new PrimaryRecord(key));
        tell(key, former, actor);
    }

    private void tell(AuthorizationKey key, Optional<AuthorizationKey> former, Actor actor) {
        String before =
                former.flatMap(AuthorizationKey::subject).map(Subject::id).orElse("");
        kernel.events().happened(new Concern(tenant, key), "marked_primary", actor, Map.of("before", before));
    }

    /** Unmarks an authorization that ends; whether it was the primary one. The record stays, and names nobody. */
    boolean unmark(AuthorizationKey key) {
        var nobody = new PrimaryRecord(new AuthorizationKey(key.linkName(), key.environment(), Optional.empty()));
        while (key.subject().isPresent()) {
            Optional<Stored<PrimaryRecord>> there = stored(key.linkName(), key.environment())
                    .filter(stored -> stored.value().key().id().equals(key.id()));
            if (there.isEmpty()) {
                return false;
            }
            if (vault.update(PrimaryRecord.TYPE, there.get(), nobody)) {
                return true;
            }
        }
        return false;
    }

    /** What is told before and after the primary one ends. */
    static List<Notice> notices(AuthorizationKey key, boolean primary) {
        return primary
                ? List.of(new Notice(
                        Notice.PRIMARY_REVOKED,
                        "the primary authorization of connection \"" + key.linkName()
                                + "\" ends: jobs without a user stop. Designate another one first with"
                                + " markPrimary(Subject.of(\"…\"))"))
                : List.of();
    }

    /** What a job is told where there is none. */
    public static ConnectionConfigurationException none(String linkName, Optional<Environment> environment) {
        return new ConnectionConfigurationException(
                "no_primary",
                "the connection \"" + linkName + "\" has no primary authorization"
                        + environment.map(value -> " in " + value).orElse("")
                        + "; a super administrator marks one with markPrimary(Subject.of(\"…\"))",
                null);
    }
}
