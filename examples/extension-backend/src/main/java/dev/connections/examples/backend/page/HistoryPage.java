package dev.connections.examples.backend.page;

import dev.connections.ConnectionListener.Event;
import dev.connections.DefinedConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.People;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was done, and by whom: to one connection or to all. */
final class HistoryPage {
    private static final int MOST = 100;

    private HistoryPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.HISTORY, HistoryPage::all).get(Paths.ONE + "/history", HistoryPage::one);
    }

    private static Response all(Visit visit) {
        return Layout.page(
                visit,
                "History",
                Element.of("h1").text("History"),
                table(visit.connections().history().latest(MOST)));
    }

    private static Response one(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        String linkName = connection.definition().linkName();
        return Layout.page(
                visit,
                "History",
                Tabs.heading(visit, connection, Tabs.HISTORY),
                table(visit.connections().history().of(linkName).latest(MOST)));
    }

    private static Html table(List<Event> events) {
        Table table = Table.of("History", "When", "What", "Connection", "Environment", "User", "By", "Details");
        events.forEach(event -> table.row(
                Labels.time(event.at()),
                Html.text(Labels.words(event.code())),
                Tags.code(event.linkName()),
                Html.text(event.environment().map(Labels::words).orElse("–")),
                Html.text(event.subject()
                        .map(subject -> People.name(subject.id()))
                        .orElse("–")),
                Html.text(People.name(event.actor())),
                Html.text(details(event))));
        return events.isEmpty() ? Tags.p("Nothing was done yet that you may see.") : table;
    }

    private static String details(Event event) {
        return new TreeMap<>(event.details())
                .entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .collect(Collectors.joining(", "));
    }
}
