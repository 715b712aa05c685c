package dev.connections.internal.manage;

import dev.connections.DefinedConnection;
import dev.connections.Reference;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.record.DefinitionRecord.Switches;
import dev.connections.internal.record.LastWord;
import dev.connections.internal.record.Trail;
import dev.connections.internal.record.Vault;
import dev.connections.internal.serve.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns a connection on and off, as a whole and for single applications (RULES F18). */
public final class SwitchBoard implements DefinedConnection.Access {
    private static final String APPLICATION = "application";

    private final Administered of;
    private final Vault vault;

    /** Switches a connection. */
    public SwitchBoard(Administered of) {
        this.of = of;
        this.vault = of.kernel().vault();
    }

    @Override
    public void enable() {
        change("enabled", Map.of(), switches -> switches.turned(true));
    }

    @Override
    public void disable() {
        change("disabled", Map.of(), switches -> switches.turned(false));
    }

    @Override
    public void enable(String application) {
        String checked = checked(application);
        change("enabled", Map.of(APPLICATION, checked), switches -> switches.turned(checked, true));
    }

    @Override
    public void disable(String application) {
        String checked = checked(application);
        var references = new References(of);
        List<Reference> uses = references.all().stream()
                .filter(reference -> reference.application().equals(checked))
                .toList();
        references.refuseIfUsed(
                uses, "disabled for " + checked, "remove these references first, then disable it again");
        change("disabled", Map.of(APPLICATION, checked), switches -> switches.turned(checked, false));
    }

    private static String checked(String application) {
        return new Reference(application, "", "").application();
    }

    private void change(String code, Map<String, String> details, UnaryOperator<Switches> change) {
        of.kernel().slots().refuseClosed();
        var trail = new Trail(of.actor(), of.kernel().clock().instant());
        var place = new LastWord.Place(of.tenant(), of.linkName());
        var already = new boolean[1];
        LastWord.put(vault, DefinitionRecord.TYPE, place, before -> {
            DefinitionRecord there = before.orElseThrow(of::deleted);
            already[0] = change.apply(there.switches()).equals(there.switches());
            return already[0] ? there : there.with(change.apply(there.switches()), trail);
        });
        Optional<?> unused = vault.find(DefinitionRecord.TYPE, of.tenant(), of.linkName())
                .map(stored -> Definitions.of(of.kernel(), stored));
        if (!already[0]) {
            of.tell(code, details);
        }
    }
}
