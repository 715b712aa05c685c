package dev.connections.internal.record;

import dev.connections.internal.record.DefinitionRecord.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges what code declares into what is stored, three ways (DESIGN §3): what code changed since it declared last wins; what
 * it did not change keeps an administrator's edit. Scopes are merged one by one. Where the service settings are the code's,
 * its secrets are too; an edit of them keeps the secrets that belong to it.
 */
public record Redeclaring(DefinitionRecord before, DefinitionRecord incoming) {
    /** Returns the record to store. */
    public DefinitionRecord merged() {
        DefinitionRecord named = before.with(name(), scopes());
        return (keepsService() ? named : named.with(incoming.service(), incoming.secrets())).with(incoming.declared());
    }

    private Declared last() {
        return before.declared();
    }

    private String name() {
        return incoming.name().equals(last().name()) ? before.name() : incoming.name();
    }

    private boolean keepsService() {
        boolean unchanged = incoming.service().equals(last().service());
        return unchanged && !before.service().equals(last().service());
    }

    private Optional<List<String>> scopes() {
        List<String> now = incoming.declared().scopes();
        if (now.equals(last().scopes())) {
            return before.scopes();
        }
        if (before.effectiveScopes().equals(last().scopes())) {
            return incoming.scopes();
        }
        var merged = new ArrayList<>(before.effectiveScopes());
        merged.removeIf(scope -> last().scopes().contains(scope) && !now.contains(scope));
        now.stream()
                .filter(scope -> !last().scopes().contains(scope) && !merged.contains(scope))
                .forEach(merged::add);
        return Optional.of(List.copyOf(merged));
    }
}
