package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.DefinedConnection;
import dev.connections.Environment;
import dev.connections.PerUserConnection;
import dev.connections.Subject;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.Optional;

/** Every user's authorization of a per-user connection. */
final class UsersPage {
    private static final List<String> TYPES = List.of("super admin", "developer", "client", "user");

    private UsersPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.ONE + "/users", UsersPage::show);
    }

    static PerUserConnection<?> perUser(DefinedConnection<?> connection) {
        if (connection instanceof PerUserConnection<?> perUser) {
            return perUser;
        }
        throw new HttpProblem(404, "This connection has one authorization for everybody; see its summary.");
    }

    private static Response show(Visit visit) {
        PerUserConnection<?> connection = perUser(Place.connection(visit));
        Pager pager = Pager.of(visit);
        List<Authorization> page = narrowed(visit, connection).page(pager.number(), Pager.SIZE);
        return Layout.page(
                visit,
                "Users",
                Tabs.heading(visit, connection, Tabs.USERS),
                filters(visit, connection),
                page.isEmpty() ? Tags.p("No user's authorization fits.") : table(visit, page),
                pager.links(page.size()));
    }

    private static PerUserConnection.Authorizations narrowed(Visit visit, PerUserConnection<?> connection) {
        Parameters asked = visit.request().query();
        PerUserConnection.Authorizations found = connection.authorizations();
        if (asked.ticked("search")) {
            found = found.search(asked.text("search"));
        }
        if (asked.ticked("type")) {
            found = found.ofType(asked.text("type"));
        }
        Optional<Environment> environment = Place.environment(asked.text("environment"));
        return environment.isPresent() ? found.on(environment.get()) : found;
    }

    private static Html filters(Visit visit, PerUserConnection<?> connection) {
        Parameters asked = visit.request().query();
        Element form = Forms.search(Paths.connection(connection.linkName(), "users"))
                .add(
                        Input.text("search", "Name, e-mail or id", asked.text("search")),
                        Input.choice("type", "User type", Options.first("Any type", TYPES), asked.text("type")));
        if (connection.definition().separateEnvironments()) {
            form.add(Input.choice(
                    "environment",
                    "Environment",
                    Options.of("Any environment", Environment.values()),
                    asked.text("environment")));
        }
        return form.add(Forms.quiet("Search"));
    }

    private static Html table(Visit visit, List<Authorization> page) {
        Table table = Table.of(
                "Users", "User", "E-mail", "Type", "Environment", "Status", "Account", "Authorized", "Primary");
        page.forEach(each -> {
            Optional<Subject> subject = each.subject();
            table.row(
                    Html.text(subject.map(UsersPage::name).orElse("")),
                    Html.text(subject.flatMap(Subject::email).orElse("–")),
                    Html.text(subject.flatMap(Subject::type).orElse("–")),
                    Html.text(Labels.environment(each.environment())),
                    Labels.status(each),
                    Html.text(each.account().map(account -> account.name()).orElse("–")),
                    each.authorizedAt().map(Labels::time).orElse(Html.text("–")),
                    each.primary() ? Tags.span("status good", "Primary") : mark(visit, each));
        });
        return table;
    }

    static String name(Subject subject) {
        return subject.name().orElse(subject.id());
    }

    private static Html mark(Visit visit, Authorization authorization) {
        String subject = authorization.subject().map(Subject::id).orElse("");
        String name = authorization.subject().map(UsersPage::name).orElse("");
        return Tags.link(
                        PrimaryPage.path(visit.variable("linkName"), subject, authorization.environment()),
                        "Mark as primary")
                .with("aria-label", "Mark " + name + " as primary, " + Labels.environment(authorization.environment()));
    }
}
