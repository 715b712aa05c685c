package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.Environment;
import dev.connections.PerUserConnection;
import dev.connections.Subject;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks, and lets another user's authorization serve jobs that run without a user. */
final class PrimaryPage {
    private static final String PATH = Paths.ONE + "/primary";

    private PrimaryPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, PrimaryPage::ask).post(PATH, PrimaryPage::mark);
    }

    static String path(String linkName, String subject, Optional<Environment> environment) {
        return Paths.connection(linkName, "primary") + "?subject=" + Paths.part(subject)
                + environment.map(each -> "&environment=" + each.name()).orElse("");
    }

    private static Response ask(Visit visit) {
        PerUserConnection<?> connection = UsersPage.perUser(Place.connection(visit));
        Subject subject = subject(visit, connection);
        String name = UsersPage.name(subject);
        return Layout.page(
                visit,
                "Mark as primary",
                Tabs.heading(visit, connection, Tabs.USERS),
                Tags.section(
                        "Mark " + name + " as primary?",
                        Tags.p("Jobs that run without a user use the account of " + name
                                + " from now on. The former primary user keeps their own authorization."),
                        Tags.div(
                                "actions",
                                Forms.post(visit, path(connection.linkName(), subject.id(), environment(visit)))
                                        .add(Forms.button("Mark as primary")),
                                Tags.link(Paths.connection(connection.linkName(), "users"), "Leave it")
                                        .with("class", "button quiet"))));
    }

    private static Optional<Environment> environment(Visit visit) {
        return Place.environment(visit.request().query().text("environment"));
    }

    private static Subject subject(Visit visit, PerUserConnection<?> connection) {
        String id = visit.request().query().text("subject");
        return StreamSupport.stream(connection.authorizations().spliterator(), false)
                .map(Authorization::subject)
                .flatMap(Optional::stream)
                .filter(subject -> subject.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "That user has no authorization any more. See the list."));
    }

    private static Response mark(Visit visit) {
        PerUserConnection<?> connection = UsersPage.perUser(Place.connection(visit));
        Subject subject = subject(visit, connection);
        Optional<Environment> environment = environment(visit);
        if (environment.isPresent()) {
            connection.markPrimary(subject, environment.get());
        } else {
            connection.markPrimary(subject);
        }
        return visit.done(
                Paths.connection(connection.linkName(), "users"), UsersPage.name(subject) + " is primary now.");
    }
}
