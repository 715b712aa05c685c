package dev.connections.examples.backend.page;

import dev.connections.DefinedConnection;
import dev.connections.Reference;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;

/** Asks, and deletes a connection that nothing uses. */
final class DeletePage {
    private static final String PATH = Paths.ONE + "/delete";

    private DeletePage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, DeletePage::ask).post(PATH, DeletePage::delete);
    }

    private static Response ask(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        String linkName = connection.definition().linkName();
        return Layout.page(
                visit,
                "Delete",
                Tabs.heading(visit, connection, Tabs.DELETE),
                Tags.section(
                        "Delete this connection?",
                        used(connection.references()),
                        Tags.p("Its authorizations end, and so do accounts that nothing else uses. Its history stays,"
                                + " and its link name is free again."),
                        Tags.div(
                                "actions",
                                Forms.post(visit, Paths.connection(linkName, "delete"))
                                        .add(Forms.danger("Delete "
                                                + connection.definition().name())),
                                Tags.link(Paths.connection(linkName), "Keep it").with("class", "button quiet"))));
    }

    private static Html used(List<Reference> references) {
        if (references.isEmpty()) {
            return Html.nothing();
        }
        Element list = Element.of("ul");
        references.forEach(each -> list.add(Element.of("li").text(References.words(each))));
        return Tags.div(
                "notice warn", Tags.p("It is in use, so it cannot be deleted. Remove these references first:"), list);
    }

    private static Response delete(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        DefinedConnection.Deletion done = connection.delete();
        return visit.done(
                Paths.LIST,
                "Deleted \"" + connection.definition().name() + "\" with " + done.authorizations()
                        + " authorizations. A manifest may still have the connector " + done.orphanedConnector()
                        + ": remove it there.");
    }
}
