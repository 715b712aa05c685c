package dev.connections.internal;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.Connection;
import dev.connections.ConnectionDefinition;
import dev.connections.Environment;
import dev.connections.PerUserConnection;
import dev.connections.Subject;
import dev.connections.internal.flow.Primaries;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AccessPolicy.Operation;
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
    public Authorizations authorizations() {
        kernel().slots().refuseClosed();
        return UserAuthorizations.all(kernel(), permission(), defined);
    }

    @Override
    public void markPrimary(Subject subject) {
        mark(Keys.of(kernel(), defined, Optional.of(subject)));
    }

    @Override
    public void markPrimary(Subject subject, Environment environment) {
        mark(Keys.of(defined, environment, Optional.of(subject)));
    }

    private void mark(AuthorizationKey key) {
        kernel().slots().refuseClosed();
        permission().check(Operation.MARK_PRIMARY, defined.kind(), key);
        primaries().mark(key, permission().actor());
    }

    @Override
    public Connection primary() {
        return primaryOf(Keys.of(kernel(), defined, Optional.empty()));
    }

    @Override
    public Connection primary(Environment environment) {
        return primaryOf(Keys.of(defined, environment, Optional.empty()));
    }

    private Connection primaryOf(AuthorizationKey whole) {
        kernel().slots().refuseClosed();
        return primaries()
                .find(whole.linkName(), whole.environment())
                .map(this::with)
                .orElseThrow(() -> Primaries.none(whole.linkName(), whole.environment()));
    }

    private Primaries primaries() {
        return new Primaries(kernel(), defined.tenant());
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
