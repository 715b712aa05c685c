package dev.connections.examples.backend.page;

import dev.connections.ConnectionSummary;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;

/** The connections that one application, or one component of it, uses. */
final class UsedInPage {
    private UsedInPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.USED_IN, UsedInPage::show);
    }

    private static Response show(Visit visit) {
        Parameters asked = visit.request().query();
        return Layout.page(
                visit,
                "Used in",
                Element.of("h1").text("Used in an application"),
                Forms.search(Paths.USED_IN)
                        .add(
                                Input.text("application", "Application", asked.text("application"))
                                        .required(),
                                Input.text("component", "Component", asked.text("component")),
                                Forms.quiet("Show")),
                asked.ticked("application") ? found(visit, asked) : Tags.hint("A component may stay empty."));
    }

    private static Html found(Visit visit, Parameters asked) {
        List<ConnectionSummary> used = asked.ticked("component")
                ? visit.connections().usedIn(asked.text("application"), asked.text("component"))
                : visit.connections().usedIn(asked.text("application"));
        return used.isEmpty()
                ? Tags.p("No connection is recorded as used there.")
                : ListPage.table(Overview.of(visit, used));
    }
}
