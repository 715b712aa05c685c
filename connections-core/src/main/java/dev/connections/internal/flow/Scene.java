package dev.connections.internal.flow;

import dev.connections.Actor;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AuthClient;

/** Which authorization a flow is about, what for, and who acts. */
public record Scene(Kernel kernel, Defined<?> defined, AuthorizationKey key, Purpose purpose, Actor actor) {
    Concern concern() {
        return new Concern(tenant(), key);
    }

    /** The client for requests to the service. */
    AuthClient guarded() {
        return defined.value().service().reach().guarded(kernel.http());
    }

    String tenant() {
        return defined.tenant();
    }
}
