package dev.connections.examples.backend.page;

import dev.connections.ConnectionException;
import dev.connections.DefinedConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;

/** Another connection to a service that is in use: its settings need not be typed twice. */
final class AgainPage {
    private static final String PATH = Paths.CREATE + "/again/{linkName}";

    private AgainPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, AgainPage::ask).post(PATH, AgainPage::create);
    }

    static String path(String linkName) {
        return Paths.CREATE + "/again/" + Paths.part(linkName);
    }

    private static Response ask(Visit visit) {
        return form(visit, 200, Html.nothing());
    }

    private static Response create(Visit visit) {
        try {
            return NewConnection.create(
                    visit, Place.connection(visit).definition().service());
        } catch (ConnectionException refused) {
            return form(visit, ErrorPage.status(refused), ErrorPage.alert(refused));
        }
    }

    private static Response form(Visit visit, int status, Html alert) {
        DefinedConnection<?> known = Place.connection(visit);
        String service = known.definition().service().name();
        return Layout.page(
                visit,
                status,
                "New connection",
                Element.of("h1").text("New connection to " + service),
                alert,
                Forms.post(visit, path(visit.variable("linkName")))
                        .with("class", "card")
                        .add(
                                Tags.hint("With the settings of \""
                                        + known.definition().name() + "\"."),
                                NewConnection.fields(
                                        visit.request().form(),
                                        known.definition().service().scopes()),
                                NewConnection.buttons()));
    }
}
