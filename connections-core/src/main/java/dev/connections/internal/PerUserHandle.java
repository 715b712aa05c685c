package dev.connections.internal;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.ConnectionDefinition;
import dev.connections.Environment;
import dev.connections.PerUserConnection;
import dev.connections.Subject;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.serve.Defined;
import java.util.Optional;

/** A connection that each user authorizes. */
final class PerUserHandle<F extends AuthorizationFlow> extends Handle implements PerUserConnection<F> {
    private final Defined<F> defined;

    PerUserHandle(Kernel kernel, Permission access, Defined<F> defined) {
        super(kernel, access, defined);
        this.defined = defined;
    }

    @Override
    public String linkName() {
        return defined.linkName();
    }

    @Override
    public AuthorizedConnection<F> forUser(Subject subject) {
        return with(Keys.of(kernel(), defined, Optional.of(subject)));
    }

    @Override
    public AuthorizedConnection<F> forUser(Subject subject, Environment environment) {
        return with(Keys.of(defined, environment, Optional.of(subject)));
    }

    AuthorizedHandle<F> with(AuthorizationKey key) {
        return new AuthorizedHandle<>(kernel(), permission(), defined, key);
    }

    @Override
    public ConnectionDefinition<F> definition() {
        return defined.value();
    }

    @Override
    public String toString() {
        return "Connection[\"" + linkName() + "\" for each user]";
    }
}
