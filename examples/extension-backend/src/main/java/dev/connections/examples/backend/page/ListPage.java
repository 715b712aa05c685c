package dev.connections.examples.backend.page;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSummary;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.ConnectionsView.Summaries;
import dev.connections.DefinedConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every connection the visitor may see, to be searched and filtered. */
final class ListPage {
    private ListPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.LIST, ListPage::show);
    }

    private static Response show(Visit visit) {
        Parameters asked = visit.request().query();
        Pager pager = Pager.of(visit);
        List<ConnectionSummary> page = narrowed(visit).page(pager.number(), Pager.SIZE);
        return Layout.page(
                visit,
                "All",
                heading(visit),
                search(visit),
                page.isEmpty() ? none(asked) : table(Overview.of(visit, page)),
                pager.links(page.size()));
    }

    private static Summaries narrowed(Visit visit) {
        Parameters asked = visit.request().query();
        Summaries found = visit.connections().summaries().search(asked.text("search"));
        if (asked.ticked("service")) {
            found = found.ofService(asked.text("service"));
        }
        if (asked.ticked("kind")) {
            found = found.ofKind(Options.constant(Kind.values(), asked.text("kind")));
        }
        return asked.ticked("status")
                ? found.withStatus(Options.constant(AuthorizationStatus.values(), asked.text("status")))
                : found;
    }

    private static Html heading(Visit visit) {
        Element heading = Tags.div("heading", Element.of("h1").text("Connections"));
        return visit.person().builds()
                ? heading.add(Tags.link(Paths.CREATE, "Create connection").with("class", "button primary"))
                : heading;
    }

    private static Map<String, String> services(Visit visit) {
        var options = new LinkedHashMap<>(Map.of("", "Any service"));
        visit.connections().services().forEach(service -> options.put(service.linkName(), service.name()));
        return options;
    }

    private static Html search(Visit visit) {
        Parameters asked = visit.request().query();
        return Forms.search(Paths.LIST)
                .add(
                        Input.text("search", "Search", asked.text("search")),
                        Input.choice(
                                "status",
                                "Status",
                                Options.of("Any status", AuthorizationStatus.values()),
                                asked.text("status")),
                        Input.choice("service", "Service", services(visit), asked.text("service")),
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
        Table table = Table.of("Connections", "Connection", "Service", "Kind", "Status and account");
        found.forEach(each -> table.row(
                Html.all(List.of(
                        Tags.link(Paths.connection(each.linkName()), each.name()),
                        Tags.code(each.linkName()).with("class", "below"))),
                Html.text(each.service()),
                Labels.kind(each.kind()),
                authorizations(each)));
        return table;
    }

    /** Of a per-user connection the visitor's own, and how many others there are. */
    private static Html authorizations(Overview overview) {
        List<Html> lines = new ArrayList<>();
        if (!overview.enabled()) {
            lines.add(Tags.div("line", Tags.span("status off", "Disabled")));
        }
        overview.rows().forEach(row -> lines.add(line(overview.connection(), row)));
        if (overview.others() > 0) {
            lines.add(Tags.div("line hint", Html.text("Other users: " + overview.others())));
        }
        return Html.all(lines);
    }

    private static Html line(DefinedConnection<?> connection, Overview.Row row) {
        boolean separate = connection.definition().separateEnvironments();
        return Tags.div(
                "line",
                Labels.status(row.authorization()),
                separate ? Tags.span("hint", " " + row.place().label() + ":") : Html.nothing(),
                Html.text(" " + row.account()));
    }
}
