package dev.connections.internal;

import dev.connections.Connection;
import dev.connections.RequestCredentials;
import dev.connections.internal.http.AppliedCredentials;
import dev.connections.internal.http.RequestAuthorizer;
import dev.connections.internal.http.RequestTarget;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.serve.Ready;
import dev.connections.internal.serve.Serving;
import dev.connections.internal.serve.Slot;
import dev.connections.spi.AccessPolicy.Operation;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A connection in use: holds its slot, so that asking for credentials costs a read and a comparison. */
class UsedConnection extends Handle implements Connection, RequestAuthorizer {
    private final Slot slot;
    private final Clock clock;
    private final boolean checked;

    UsedConnection(Kernel kernel, Permission access, Slot slot) {
        super(kernel, access, slot.defined());
        this.slot = slot;
        clock = kernel.clock();
        checked = !access.unchecked();
    }

    final Slot slot() {
        return slot;
    }

    final AuthorizationKey key() {
        return slot.key();
    }

    final void check(Operation operation) {
        permission().check(operation, defined().kind(), slot.key());
    }

    @Override
    public final String linkName() {
        return slot.key().linkName();
    }

    @Override
    public final URI resolve(String path) {
        Ready ready = slot.ready(clock.millis());
        return (ready != null ? ready : ready()).reach().resolve(path);
    }

    @Override
    public final RequestCredentials credentialsFor(URI target) {
        Ready ready = ready();
        return ready.applied() != null && ready.reach().admits(target) ? ready : Serving.forTarget(ready, target);
    }

    @Override
    public final RequestCredentials credentialsFor(String method, URI target) {
        Ready ready = ready();
        return ready.applied() != null && ready.reach().admits(target)
                ? ready
                : Serving.forMethod(ready, method, target);
    }

    @Override
    public final AppliedCredentials authorize(RequestTarget target) {
        Ready ready = ready();
        return ready.applied() != null && ready.reach().admits(target.scheme(), target.host(), target.port())
                ? ready
                : Serving.forRequest(ready, target);
    }

    private Ready ready() {
        if (checked) {
            permission().checkUse(defined(), slot.key());
        }
        @Nullable Ready ready = slot.ready(clock.millis());
        return ready != null ? ready : Serving.obtain(kernel(), slot);
    }

    @Override
    public String toString() {
        return "Connection[" + slot.key().shown() + "]";
    }
}
