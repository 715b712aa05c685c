package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.AuthorizedConnection;
import dev.connections.ConnectionConfigurationException;
import dev.connections.DefinedConnection;
import dev.connections.Environment;
import dev.connections.ManagedConnection;
import dev.connections.PerUserConnection;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Person;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One authorization that the visitor may have to do with: the shared one or their own, in one environment or in all.
 *
 * @param connection the connection
 * @param environment which one, where environments are separate
 * @param person whose, where each user has one
 */
record Place(DefinedConnection<?> connection, Optional<Environment> environment, Person person) {
    /** The connection that the path names. */
    static DefinedConnection<?> connection(Visit visit) {
        String linkName = visit.variable("linkName");
        return visit.connections()
                .find(linkName)
                .orElseThrow(() -> new HttpProblem(
                        404,
                        "There is no connection \"" + linkName
                                + "\". It may have been deleted, or is managed by others; see the list."));
    }

    /** The authorization that path and parameters name. */
    static Place of(Visit visit, Parameters parameters) {
        return new Place(connection(visit), environment(parameters.text("environment")), visit.person());
    }

    static Optional<Environment> environment(String name) {
        return Stream.of(Environment.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** Each authorization there is or could be. */
    static List<Place> all(DefinedConnection<?> connection, Person person) {
        return connection.definition().separateEnvironments()
                ? Stream.of(Environment.values())
                        .map(each -> new Place(connection, Optional.of(each), person))
                        .toList()
                : List.of(new Place(connection, Optional.empty(), person));
    }

    AuthorizedConnection<?> authorized() {
        if (connection instanceof ManagedConnection<?> shared) {
            return environment.isPresent() ? shared.on(environment.get()) : shared;
        }
        if (connection instanceof PerUserConnection<?> perUser) {
            return environment.isPresent()
                    ? perUser.forUser(person.subject(), environment.get())
                    : perUser.forUser(person.subject());
        }
        throw new ConnectionConfigurationException(
                "connection_unknown", "the connection is neither shared nor per user; see the list", null);
    }

    Authorization authorization() {
        return authorized().authorization();
    }

    /** Whether pages offer somebody to change what the authorization uses; the SDK's policy decides what happens. */
    boolean isOwnOf(Person visitor) {
        return visitor.builds() || connection instanceof PerUserConnection;
    }

    String linkName() {
        return connection.definition().linkName();
    }

    /** The address of a page about this authorization. */
    String path(String page) {
        return Paths.connection(linkName(), page)
                + environment.map(each -> "?environment=" + each.name()).orElse("");
    }

    String label() {
        return Labels.environment(environment);
    }
}
