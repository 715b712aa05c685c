package dev.connections.examples.backend.page;

import dev.connections.DefinedConnection;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;

/** How a connection stands, for a support request. */
final class DiagnosisPage {
    private DiagnosisPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.ONE + "/diagnosis", DiagnosisPage::show);
    }

    private static Response show(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        return Layout.page(
                visit,
                "Diagnosis",
                Tabs.heading(visit, connection, Tabs.DIAGNOSIS),
                Tags.section(
                        "Report",
                        Tags.hint("It names no person and holds no secret: paste it into a ticket."),
                        Snippet.of("Report", connection.diagnose().toText())));
    }
}
