package dev.connections.internal;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.ConnectionDefinition;
import dev.connections.Environment;
import dev.connections.ManagedConnection;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.serve.Defined;
import java.util.Optional;

/** A connection that one authorization serves for everybody. */
final class ManagedHandle<F extends AuthorizationFlow> extends AuthorizedHandle<F> implements ManagedConnection<F> {
    ManagedHandle(Kernel kernel, Permission access, Defined<F> defined) {
        super(kernel, access, defined, Keys.of(kernel, defined, Optional.empty()));
    }

    @Override
    public AuthorizedConnection<F> on(Environment environment) {
        AuthorizationKey key = Keys.of(definedAs(), environment, Optional.empty());
        return new AuthorizedHandle<>(kernel(), permission(), definedAs(), key);
    }

    @Override
    public ConnectionDefinition<F> definition() {
        return definedAs().value();
    }
}
