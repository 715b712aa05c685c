package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.ConnectionForbiddenException;
import dev.connections.ConnectionSummary;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.DefinedConnection;
import dev.connections.ManagedConnection;
import dev.connections.examples.backend.http.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    boolean mentions(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return Stream.of(name(), linkName(), service())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(text));
    }

    boolean hasStatus(String status) {
        return rows.stream().anyMatch(row -> row.authorization().status().name().equals(status));
    }
}
