package dev.connections.internal.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionSummary;
import dev.connections.DefinedConnection.ConnectionUpdate;
import dev.connections.DefinedConnection.Edit;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.Names;
import dev.connections.internal.definition.Scopes;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.json.Json;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.serve.Definitions;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An edit of a definition, as it was when the edit began. Immutable. */
public final class Editing implements Edit {
    private final Administered of;
    private final Function<Defined<?>, ConnectionSummary> summary;
    private final Draft draft;

    /** What was there, what should be, and what a page showed. */
    private record Draft(
            DefinitionRecord before,
            DefinitionRecord after,
            Optional<ServiceValue<?>> service,
            Optional<String> revision) {
        Draft with(DefinitionRecord next) {
            return new Draft(before, next, service, revision);
        }
    }

    private Editing(Administered of, Function<Defined<?>, ConnectionSummary> summary, Draft draft) {
        this.of = of;
        this.summary = summary;
        this.draft = draft;
    }

    /** Begins an edit of what is stored now. */
    public static Editing begin(Administered of, Function<Defined<?>, ConnectionSummary> summary) {
        DefinitionRecord now = stored(of).value();
        return new Editing(of, summary, new Draft(now, now, Optional.empty(), Optional.empty()));
    }

    private static Stored<DefinitionRecord> stored(Administered of) {
        return of.kernel()
                .vault()
                .find(DefinitionRecord.TYPE, of.tenant(), of.linkName())
                .orElseThrow(of::deleted);
    }

    @Override
    public Edit withName(String name) {
        DefinitionRecord after = draft.after();
        return with(draft.with(after.with(Names.display(name, "connection"), after.scopes())));
    }

    @Override
    public Edit withScopes(String... scopes) {
        DefinitionRecord after = draft.after();
        return with(draft.with(after.with(after.name(), Optional.of(Scopes.check(scopes)))));
    }

    @Override
    public Edit withService(Service<?> service) {
        ServiceValue<?> value = valueOf(service);
        ServiceValue<?> before = of.defined().value().service();
        refuseAnother("service", before.linkName(), value.linkName());
        refuseAnother("authentication type", before.authenticationType(), value.authenticationType());
        String json = value.toJson();
        OpenInputs.refuseUndeclared(value.name(), json);
        ObjectNode document = Json.parse(json, "service document");
        Map<String, Secret> secrets = value.strategy().settings().secrets();
        return with(
                new Draft(draft.before(), draft.after().with(document, secrets), Optional.of(value), draft.revision()));
    }

    /** A catalogue's services are made when a connection is asked of them. */
    private <F extends AuthorizationFlow> ServiceValue<F> valueOf(Service<F> service) {
        return DefinitionValue.of(service.connection(draft.after().name())).service();
    }

    private void refuseAnother(String what, String before, String next) {
        if (!before.equals(next)) {
            throw new ConnectionConflictException(
                    "definition_conflict",
                    "the connection \"" + of.linkName() + "\" keeps its " + what + " \"" + before
                            + "\"; it cannot become \"" + next + "\". Declare another connection for that",
                    List.of());
        }
    }

    @Override
    public Edit ifStill(String revision) {
        return with(new Draft(draft.before(), draft.after(), draft.service(), Optional.of(revision)));
    }

    private Editing with(Draft next) {
        return new Editing(of, summary, next);
    }

    @Override
    public ConnectionUpdate update() {
        of.kernel().slots().refuseClosed();
        if (draft.revision()
                .filter(seen -> !seen.equals(draft.before().revision()))
                .isPresent()) {
            throw editedMeanwhile(draft.before());
        }
        List<String> changed = draft.before().changes(draft.after());
        if (changed.isEmpty()) {
            return new Update(summary.apply(Definitions.of(of.kernel(), stored(of))), changed, false);
        }
        Defined<?> defined = write();
        of.tell("edited", Edits.details(draft.before(), draft.after()));
        boolean again = changed.contains("scopes") && uncovered();
        return new Update(summary.apply(defined), changed, again);
    }

    /** Writes over the definition that the edit began with; what is no part of an edit may have changed since. */
    private Defined<?> write() {
        while (true) {
            Stored<DefinitionRecord> there = stored(of);
            if (!draft.before().changes(there.value()).isEmpty()) {
                throw editedMeanwhile(there.value());
            }
            var trail = new Trail(of.actor(), of.kernel().clock().instant());
            DefinitionRecord next = there.value()
                    .with(draft.after().name(), draft.after().scopes())
                    .with(draft.after().service(), draft.after().secrets())
                    .edited(trail);
            if (of.kernel().vault().update(DefinitionRecord.TYPE, there, next)) {
                return taken(there.next(next));
            }
        }
    }

    private Defined<?> taken(Stored<DefinitionRecord> written) {
        return draft.service().isPresent()
                ? Definitions.taken(of.kernel(), draft.service().get(), written)
                : Definitions.of(of.kernel(), written);
    }

    private ConnectionConflictException editedMeanwhile(DefinitionRecord there) {
        return new ConnectionConflictException(
                "edited_meanwhile",
                "the connection \"" + of.linkName() + "\" was changed by "
                        + there.edited().by().role() + " "
                        + there.edited().by().id() + " at " + there.edited().at()
                        + " since this edit began; nothing was overwritten. Look at it again, then edit it anew",
                List.of());
    }

    private boolean uncovered() {
        Vault vault = of.kernel().vault();
        List<String> asked = draft.after().effectiveScopes();
        return vault.list(AuthorizationRecord.TYPE, of.recordsOf(Kind.AUTHORIZATION)).stream()
                .anyMatch(each -> !each.value().consent().covers(asked));
    }

    private record Update(ConnectionSummary summary, List<String> changed, boolean reauthorization)
            implements ConnectionUpdate {}
}
