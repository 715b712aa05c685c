package dev.connections.internal;

import dev.connections.ConnectionSummary;
import dev.connections.DefinedConnection;
import dev.connections.Reference;
import dev.connections.internal.manage.Administered;
import dev.connections.internal.manage.Deleting;
import dev.connections.internal.manage.Diagnosing;
import dev.connections.internal.manage.Editing;
import dev.connections.internal.manage.References;
import dev.connections.internal.manage.SwitchBoard;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.serve.Definitions;
import dev.connections.spi.AccessPolicy.Operation;
import java.util.List;

/**
 * What every handle of a connection has, and the operations on its definition, each after asking whether the actor may. The
 * public types say which handle offers which.
 */
abstract class Handle {
    private final Kernel kernel;
    private final Permission permission;
    private final Defined<?> defined;

    Handle(Kernel kernel, Permission permission, Defined<?> defined) {
        this.kernel = kernel;
        this.permission = permission;
        this.defined = defined;
    }

    final Kernel kernel() {
        return kernel;
    }

    final Permission permission() {
        return permission;
    }

    final Defined<?> defined() {
        return defined;
    }

    private Administered allowed(Operation operation) {
        kernel.slots().refuseClosed();
        permission.check(operation, defined.kind(), defined.linkName());
        return new Administered(kernel, defined, permission.actor());
    }

    public final ConnectionSummary summary() {
        return Summary.of(kernel, permission, stored());
    }

    /** As it is stored now: other processes edit and delete it too. */
    private Defined<?> stored() {
        kernel.slots().refuseClosed();
        return kernel.vault()
                .find(DefinitionRecord.TYPE, defined.tenant(), defined.linkName())
                .<Defined<?>>map(stored -> Definitions.of(kernel, stored))
                .orElseThrow(() -> new Administered(kernel, defined, permission.actor()).deleted());
    }

    public final DefinedConnection.Edit edit() {
        return Editing.begin(allowed(Operation.EDIT), edited -> Summary.of(kernel, permission, edited));
    }

    public final List<Reference> references() {
        return new References(allowed(Operation.VIEW)).all();
    }

    public final void addReference(Reference reference) {
        new References(allowed(Operation.REFERENCE)).add(reference);
    }

    public final void removeReference(Reference reference) {
        new References(allowed(Operation.REFERENCE)).remove(reference);
    }

    public final DefinedConnection.Access access() {
        return new SwitchBoard(allowed(Operation.ENABLE));
    }

    public final DefinedConnection.Deletion delete() {
        return new Deleting(allowed(Operation.DELETE)).delete();
    }

    public final DefinedConnection.Diagnosis diagnose() {
        return new Diagnosing(allowed(Operation.VIEW).as(stored())).diagnose();
    }
}
