package dev.connections.examples.backend.page;

import dev.connections.ConnectionSummary;
import dev.connections.DefinedConnection;
import dev.connections.Reference;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.Set;
import java.util.TreeSet;

/** Switches a connection on and off, for everybody or for one application. */
final class AccessPage {
    private static final String PATH = Paths.ONE + "/access";

    private AccessPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, AccessPage::show).post(PATH, AccessPage::change);
    }

    private static Response show(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        ConnectionSummary summary = connection.summary();
        return Layout.page(
                visit,
                "Access",
                Tabs.heading(visit, connection, Tabs.ACCESS),
                Tags.section(
                        "Everybody",
                        Tags.p(
                                summary.enabled()
                                        ? "Enabled: applications may use this connection."
                                        : "Disabled: nobody gets credentials."),
                        change(visit, "", summary.enabled())),
                applications(visit, connection, summary.disabledApplications()),
                Tags.section("Another application", another(visit)));
    }

    private static Html applications(Visit visit, DefinedConnection<?> connection, Set<String> disabled) {
        Set<String> known = new TreeSet<>(disabled);
        known.add(CallPage.APPLICATION);
        connection.references().stream().map(Reference::application).forEach(known::add);
        Table table = Table.of("Access by application", "Application", "Access", "Change");
        known.forEach(application -> table.row(
                Html.text(application),
                disabled.contains(application)
                        ? Tags.span("status off", "Disabled")
                        : Tags.span("status good", "Enabled"),
                change(visit, application, !disabled.contains(application))));
        return table;
    }

    private static Html change(Visit visit, String application, boolean enabled) {
        String button = enabled ? "Disable" : "Enable";
        return form(visit)
                .add(
                        Forms.hidden("application", application),
                        Forms.quiet(button)
                                .with("name", "change")
                                .with("value", button)
                                .with(
                                        "aria-label",
                                        button + " for " + (application.isEmpty() ? "everybody" : application)));
    }

    private static Html another(Visit visit) {
        return form(visit)
                .add(
                        Input.text("application", "Application", "").required(),
                        Forms.quiet("Disable").with("name", "change").with("value", "Disable"));
    }

    private static Element form(Visit visit) {
        return Forms.post(visit, Paths.connection(visit.variable("linkName"), "access"));
    }

    private static Response change(Visit visit) {
        String application = visit.request().form().text("application");
        boolean enable = visit.request().form().text("change").equals("Enable");
        DefinedConnection.Access access = Place.connection(visit).access();
        if (application.isEmpty()) {
            everybody(access, enable);
        } else if (enable) {
            access.enable(application);
        } else {
            access.disable(application);
        }
        return visit.done(Paths.connection(visit.variable("linkName"), "access"), enable ? "Enabled." : "Disabled.");
    }

    private static void everybody(DefinedConnection.Access access, boolean enable) {
        if (enable) {
            access.enable();
        } else {
            access.disable();
        }
    }
}
