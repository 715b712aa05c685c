package dev.connections.examples.backend.page;

import dev.connections.DefinedConnection;
import dev.connections.Reference;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places that use a connection; while there are any, it cannot be deleted. */
final class References {
    private static final String PATH = Paths.ONE + "/references";

    private References() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, References::show)
                .post(PATH, References::add)
                .post(PATH + "/remove", References::remove);
    }

    static String words(Reference reference) {
        return Stream.of(reference.application(), reference.component(), reference.location())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    static String sentence(List<Reference> references) {
        return references.isEmpty()
                ? "Nothing is recorded."
                : references.stream().map(References::words).collect(Collectors.joining("; "));
    }

    private static Response show(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        List<Reference> found = connection.references();
        return Layout.page(
                visit,
                "References",
                Tabs.heading(visit, connection, Tabs.REFERENCES),
                found.isEmpty()
                        ? Tags.p("Nothing uses this connection, as far as it is recorded.")
                        : table(visit, found),
                Tags.section("Record a place of use", form(visit)));
    }

    private static Html table(Visit visit, List<Reference> found) {
        Table table = Table.of("References", "Application", "Component", "Location", "Change");
        found.forEach(each -> table.row(
                Html.text(each.application()),
                Html.text(each.component()),
                Html.text(each.location()),
                Forms.post(visit, path(visit) + "/remove")
                        .add(
                                Forms.hidden("application", each.application()),
                                Forms.hidden("component", each.component()),
                                Forms.hidden("location", each.location()),
                                Forms.quiet("Remove").with("aria-label", "Remove " + words(each)))));
        return table;
    }

    private static Element form(Visit visit) {
        return Forms.post(visit, path(visit))
                .add(
                        Tags.div(
                                "row",
                                Input.text("application", "Application", "").required(),
                                Input.text("component", "Component", ""),
                                Input.text("location", "Location", "")),
                        Forms.button("Record"));
    }

    private static String path(Visit visit) {
        return Paths.connection(visit.variable("linkName"), "references");
    }

    private static Response add(Visit visit) {
        Place.connection(visit).addReference(reference(visit));
        return visit.done(path(visit), "Recorded.");
    }

    private static Response remove(Visit visit) {
        Place.connection(visit).removeReference(reference(visit));
        return visit.done(path(visit), "Removed.");
    }

    private static Reference reference(Visit visit) {
        Parameters form = visit.request().form();
        return new Reference(form.text("application"), form.text("component"), form.text("location"));
    }
}
