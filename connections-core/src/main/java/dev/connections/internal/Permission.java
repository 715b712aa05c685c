package dev.connections.internal;

import dev.connections.Actor;
import dev.connections.Authorization;
import dev.connections.ConnectionForbiddenException;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.Subject;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.flow.Authorizations;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.Trail;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AccessPolicy;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.AccessPolicy.Ownership;
import java.util.Optional;
import java.util.Set;

/** Who acts, and whether they may. Without a named actor nothing is checked. */
public record Permission(AccessPolicy policy, Actor actor, Optional<String> application) {
    /** What is asked of the policy. */
    private record Wanted(Operation operation, Kind kind, Ownership ownership, String linkName, Actor actor)
            implements AccessPolicy.Request {}

    /** Refuses an operation on one authorization. */
    public void check(Operation operation, Kind kind, AuthorizationKey key) {
        if (actor != Trail.SYSTEM) {
            check(new Wanted(operation, kind, ownership(key.subject()), key.linkName(), actor));
        }
    }

    /** Refuses an operation on a definition. */
    public void check(Operation operation, Kind kind, String linkName) {
        if (actor != Trail.SYSTEM) {
            check(new Wanted(operation, kind, Ownership.OTHERS, linkName, actor));
        }
    }

    /** Refuses an operation on a saved account. */
    void check(Operation operation, AccountRecord account) {
        if (actor != Trail.SYSTEM) {
            Kind kind = account.owner().isPresent() ? Kind.USER : Kind.ADMIN;
            check(new Wanted(operation, kind, ownership(account.owner()), "", actor));
        }
    }

    /** Whether nothing is checked at use: nobody was named, neither an actor nor an application. */
    boolean unchecked() {
        return actor == Trail.SYSTEM && application.isEmpty();
    }

    /** Refuses use by an actor who may not, or by an application that was disabled. */
    void checkUse(Defined<?> defined, AuthorizationKey key) {
        check(Operation.USE, defined.kind(), key);
        Set<String> disabled = defined.record().switches().disabledApplications();
        application.filter(disabled::contains).ifPresent(name -> {
            throw new ConnectionForbiddenException(
                    "application_disabled",
                    "the connection \"" + defined.linkName() + "\" is disabled for the application \""
                            + Texts.clean(name) + "\"; enable it with access().enable(\"…\")",
                    Set.of());
        });
    }

    /** Whether the actor may see a connection. */
    public boolean maySee(Kind kind, String linkName) {
        return actor == Trail.SYSTEM || sees(kind, linkName, Ownership.OTHERS) || sees(kind, linkName, Ownership.OWN);
    }

    /** Whether the actor may see a subject's authorization, or the shared one. */
    boolean maySee(Kind kind, String linkName, Optional<Subject> subject) {
        return actor == Trail.SYSTEM || sees(kind, linkName, ownership(subject));
    }

    /** Whether the actor may see an account: own ones and the organisation's; an administrator every one (RULES S13). */
    boolean seesAccount(Optional<Subject> owner) {
        boolean everything = actor.role() == Actor.Role.SYSTEM || actor.role() == Actor.Role.SUPER_ADMIN;
        return everything || owner.isEmpty() || ownership(owner) == Ownership.OWN;
    }

    /** Returns an authorization as the actor may see it: without an account that is hidden from them. */
    Authorization seen(Authorization authorization) {
        boolean hidden = authorization
                .account()
                .filter(account -> !seesAccount(account.owner()))
                .isPresent();
        return hidden ? Authorizations.withoutAccount(authorization) : authorization;
    }

    private boolean sees(Kind kind, String linkName, Ownership ownership) {
        return policy.allowed(new Wanted(Operation.VIEW, kind, ownership, linkName, actor))
                .contains(actor.role());
    }

    private Ownership ownership(Optional<Subject> subject) {
        return subject.filter(value -> value.id().equals(actor.id())).isPresent() ? Ownership.OWN : Ownership.OTHERS;
    }

    private void check(Wanted wanted) {
        Set<Actor.Role> allowed = policy.allowed(wanted);
        if (!allowed.contains(actor.role())) {
            throw new ConnectionForbiddenException(
                    "operation_forbidden",
                    "the actor " + Texts.clean(actor.id()) + " (" + actor.role() + ") may not " + wanted.operation()
                            + (wanted.linkName().isEmpty()
                                    ? " the account; "
                                    : " the connection \"" + wanted.linkName() + "\"; ")
                            + (allowed.isEmpty() ? "no role may" : "ask one of " + allowed),
                    allowed);
        }
    }
}
