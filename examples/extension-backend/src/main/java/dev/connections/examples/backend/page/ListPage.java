package dev.connections.examples.backend.page;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.DefinedConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every connection the visitor may see, to be searched and filtered. */
final class ListPage {
    private ListPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.LIST, ListPage::show);
    }

    private static Response show(Visit visit) {
        Parameters asked = visit.request().query();
        List<Overview> found = visit.connections().all().stream()
                .map(connection -> Overview.of(connection, visit.person()))
                .flatMap(Optional::stream)
                .filter(each -> each.mentions(asked.text("search")))
                .filter(each -> fits(asked.text("kind"), each.kind().name()))
                .filter(each -> asked.text("status").isEmpty() || each.hasStatus(asked.text("status")))
                .toList();
        return Layout.page(visit, "All", heading(visit), search(asked), found.isEmpty() ? none(asked) : table(found));
    }

    private static boolean fits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static Html heading(Visit visit) {
        Element heading = Tags.div("heading", Element.of("h1").text("Connections"));
        return visit.person().builds()
                ? heading.add(Tags.link(Paths.CREATE, "Create connection").with("class", "button primary"))
                : heading;
    }

    private static Html search(Parameters asked) {
        return Forms.search(Paths.LIST)
                .add(
                        Input.text("search", "Search", asked.text("search")),
                        Input.choice(
                                "status",
                                "Status",
                                Options.of("Any status", AuthorizationStatus.values()),
                                asked.text("status")),
                        Input.choice("kind", "Kind", Options.of("Any kind", Kind.values()), asked.text("kind")),
                        Forms.quiet("Search"));
    }

    private static Html none(Parameters asked) {
        boolean filtered = asked.values().keySet().stream().anyMatch(asked::ticked);
        return Tags.div(
                "card empty",
                Tags.p(
                        filtered
                                ? "Nothing fits. Search for less, or choose any status and kind."
                                : "There is no connection yet that you may see."));
    }

    static Html table(List<Overview> found) {
        Table table = Table.of("Connections", "Connection", "Service", "Kind", "Status", "Account");
        found.forEach(each -> table.row(
                Html.all(List.of(
                        Tags.link(Paths.connection(each.linkName()), each.name()),
                        Tags.code(each.linkName()).with("class", "below"))),
                Html.text(each.service()),
                Labels.kind(each.kind()),
                each.enabled() ? lines(each, row -> Labels.status(row.authorization())) : disabled(),
                lines(each, row -> account(each.connection(), row))));
        return table;
    }

    private static Html disabled() {
        return Tags.span("status off", "Disabled");
    }

    private static Html lines(Overview overview, Function<Overview.Row, Html> shown) {
        return Html.all(overview.rows().stream()
                .map(row -> Tags.div("line", shown.apply(row)))
                .toList());
    }

    private static Html account(DefinedConnection<?> connection, Overview.Row row) {
        return connection.definition().separateEnvironments()
                ? Html.all(List.of(Tags.span("hint", row.place().label() + ": "), Html.text(row.account())))
                : Html.text(row.account());
    }
}
