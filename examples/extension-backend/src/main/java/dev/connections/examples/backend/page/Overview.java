package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.ConnectionForbiddenException;
import dev.connections.ConnectionSummary;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.DefinedConnection;
import dev.connections.ManagedConnection;
import dev.connections.examples.backend.http.Person;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.Optional;

/**
 * What a list shows of a connection. Immutable.
 *
 * @param connection the connection
 * @param kind who made it
 * @param summary every field, for those who may see everybody's authorizations
 * @param rows the authorizations that concern the visitor
 */
record Overview(DefinedConnection<?> connection, Kind kind, Optional<ConnectionSummary> summary, List<Row> rows) {
    /** One authorization, and where it is. */
    record Row(Place place, Authorization authorization) {
        String account() {
            return authorization.account().map(account -> account.name()).orElse("No account");
        }
    }

    /** What the visitor may see, empty where that is nothing. */
    static Optional<Overview> of(DefinedConnection<?> connection, Person person) {
        try {
            return Optional.of(of(connection, person, Optional.of(connection.summary())));
        } catch (ConnectionForbiddenException notEverything) {
            // A user sees a per-user connection, and there what is their own.
            return connection instanceof ManagedConnection
                    ? Optional.empty()
                    : Optional.of(of(connection, person, Optional.empty()));
        }
    }

    private static Overview of(DefinedConnection<?> connection, Person person, Optional<ConnectionSummary> summary) {
        List<Row> rows = Place.all(connection, person).stream()
                .map(place -> new Row(place, place.authorization()))
                .toList();
        return new Overview(connection, summary.map(ConnectionSummary::kind).orElse(Kind.USER), summary, rows);
    }

    /** The connections of summaries, save those deleted meanwhile. */
    static List<Overview> of(Visit visit, List<ConnectionSummary> summaries) {
        return summaries.stream()
                .flatMap(summary -> visit
                        .connections()
                        .find(summary.linkName())
                        .map(connection -> of(connection, visit.person(), Optional.of(summary)))
                        .stream())
                .toList();
    }

    /** How many authorizations of other users there are. */
    long others() {
        return summary.stream()
                .flatMap(each -> each.authorizations().stream())
                .filter(each -> each.subject().isPresent())
                .filter(each -> rows.stream()
                        .noneMatch(row -> row.authorization().subject().equals(each.subject())))
                .count();
    }

    String name() {
        return connection.definition().name();
    }

    String linkName() {
        return connection.definition().linkName();
    }

    String service() {
        return connection.definition().service().name();
    }

    boolean enabled() {
        return summary.map(ConnectionSummary::enabled).orElse(true);
    }
}
