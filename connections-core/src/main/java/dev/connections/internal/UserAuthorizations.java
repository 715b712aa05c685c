package dev.connections.internal;

import dev.connections.Authorization;
import dev.connections.Environment;
import dev.connections.PerUserConnection;
import dev.connections.Subject;
import dev.connections.internal.flow.Authorizations;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Stored;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every user's authorization of a connection, narrowed down. Accounts and tokens are read for what is shown only. */
record UserAuthorizations(
        Kernel kernel, Permission permission, Defined<?> defined, Query query, Optional<String> userType)
        implements PerUserConnection.Authorizations {
    private static final Comparator<AuthorizationRecord> ORDER = Comparator.comparing((AuthorizationRecord record) ->
                    record.key().subject().map(Subject::id).orElse(""))
            .thenComparing(record -> record.key().id());

    static UserAuthorizations all(Kernel kernel, Permission permission, Defined<?> defined) {
        Query query = Query.of(defined.tenant(), Kind.AUTHORIZATION).withEqual(Index.CONNECTION, defined.linkName());
        return new UserAuthorizations(kernel, permission, defined, query, Optional.empty());
    }

    @Override
    public PerUserConnection.Authorizations search(String text) {
        return with(query.withContains(text));
    }

    @Override
    public PerUserConnection.Authorizations on(Environment environment) {
        Keys.of(defined, environment, Optional.empty()); // refuses one where none are separate
        return with(query.withEqual(Index.ENVIRONMENT, environment.name()));
    }

    private UserAuthorizations with(Query next) {
        return new UserAuthorizations(kernel, permission, defined, next, userType);
    }

    @Override
    public PerUserConnection.Authorizations ofType(String type) {
        return new UserAuthorizations(kernel, permission, defined, query, Optional.of(type));
    }

    @Override
    public List<Authorization> page(int number, int size) {
        return shown(Paging.page(records(), number, size).stream()).toList();
    }

    @Override
    public Iterator<Authorization> iterator() {
        return shown(records()).iterator();
    }

    private Stream<Authorization> shown(Stream<AuthorizationRecord> records) {
        var authorizations = Authorizations.few(kernel.vault(), defined.tenant());
        return records.map(record -> permission.seen(authorizations.shown(defined, record)));
    }

    private Stream<AuthorizationRecord> records() {
        kernel.slots().refuseClosed();
        return kernel.vault().list(AuthorizationRecord.TYPE, query).stream()
                .map(Stored::value)
                .filter(record -> permission.maySee(
                        defined.kind(), defined.linkName(), record.key().subject()))
                .filter(record -> userType.isEmpty()
                        || userType.equals(record.key().subject().flatMap(Subject::type)))
                .sorted(ORDER);
    }

    @Override
    public String toString() {
        return "Authorizations[" + defined.linkName() + "]";
    }
}
