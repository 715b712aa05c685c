package dev.connections.examples.backend.page;

import dev.connections.ConnectionSummary;
import dev.connections.ConnectionsView.Summaries;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.stream.StreamSupport;

/** The services in use, default and custom, with the connections of each. */
final class ServicesPage {
    private ServicesPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.SERVICES, ServicesPage::show);
    }

    private static Response show(Visit visit) {
        List<Service<?>> services = visit.connections().services();
        return Layout.page(
                visit,
                "Services",
                Element.of("h1").text("Services in use"),
                services.isEmpty()
                        ? Tags.div("card empty", Tags.p("There is no connection yet, so no service is in use."))
                        : table(visit, services));
    }

    private static Html table(Visit visit, List<Service<?>> services) {
        Table table = Table.of("Services", "Service", "Kind", "Authentication", "Connections", "Connect again");
        services.forEach(service -> {
            List<ConnectionSummary> connections = connections(visit, service);
            table.row(
                    Html.all(List.of(
                            Html.text(service.name()),
                            Tags.code(service.linkName()).with("class", "below"))),
                    Html.text(service.custom() ? "Custom" : "Default"),
                    Html.text(Labels.authenticationType(service.authenticationType())),
                    Html.all(connections.stream().map(ServicesPage::line).toList()),
                    visit.person().builds() && !connections.isEmpty() ? again(connections.get(0)) : Html.text("–"));
        });
        return table;
    }

    private static List<ConnectionSummary> connections(Visit visit, Service<?> service) {
        Summaries found = visit.connections().summaries().ofService(service.linkName());
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    private static Html line(ConnectionSummary connection) {
        return Tags.div("line", Tags.link(Paths.connection(connection.linkName()), connection.name()));
    }

    private static Html again(ConnectionSummary connection) {
        return Tags.link(AgainPage.path(connection.linkName()), "New connection")
                .with("class", "button quiet")
                .with("aria-label", "New connection to " + connection.serviceName());
    }
}
