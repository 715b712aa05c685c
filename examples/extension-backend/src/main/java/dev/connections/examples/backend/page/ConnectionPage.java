package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.ConnectionSummary;
import dev.connections.DefinedConnection;
import dev.connections.Notice;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Facts;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.People;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.stream.Collectors;

/** One connection: every field of its summary, and what can be done with each authorization. */
final class ConnectionPage {
    private ConnectionPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.ONE, ConnectionPage::show);
    }

    private static Response show(Visit visit) {
        Overview overview = overview(visit);
        return Layout.page(
                visit,
                overview.name(),
                Tabs.heading(visit, overview.connection(), Tabs.SUMMARY),
                overview.enabled() ? Html.nothing() : disabled(),
                Html.all(overview.rows().stream().map(row -> card(visit, row)).toList()),
                Tags.section("Summary", facts(visit, overview)));
    }

    static Overview overview(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        return Overview.of(connection, visit.person())
                .orElseThrow(() -> new HttpProblem(
                        403,
                        "The connection \"" + connection.definition().name() + "\" is managed by others;"
                                + " ask a super admin or a developer."));
    }

    private static Html disabled() {
        return Tags.div("notice warn", Tags.p("This connection is disabled: no application may use it."));
    }

    private static Html card(Visit visit, Overview.Row row) {
        Authorization authorization = row.authorization();
        return Element.of("section")
                .with("class", "card authorization")
                .add(
                        Element.of("h2").text(row.place().label()),
                        Tags.div(
                                "line",
                                Labels.status(authorization),
                                Html.text(" " + row.account()),
                                primary(authorization)),
                        authorized(authorization),
                        notices(authorization.notices()),
                        Actions.of(visit, row));
    }

    private static Html primary(Authorization authorization) {
        return authorization.primary() ? Tags.span("status good primary-mark", "Primary") : Html.nothing();
    }

    static Html notices(List<Notice> notices) {
        return Html.all(notices.stream()
                .map(notice -> Tags.div(
                        "notice warn",
                        Tags.p(notice.text()),
                        Tags.hint("Code: ").add(Tags.code(notice.code()))))
                .toList());
    }

    private static Html authorized(Authorization authorization) {
        String by = authorization.authorizedBy().map(People::name).orElse("");
        return authorization
                .authorizedAt()
                .<Html>map(at -> Tags.hint("Authorized " + (by.isEmpty() ? "" : "by " + by + " "))
                        .add(Html.text("on "), Labels.time(at)))
                .orElse(Html.nothing());
    }

    private static Html facts(Visit visit, Overview overview) {
        DefinedConnection<?> connection = overview.connection();
        Facts facts = new Facts()
                .with("Connection name", overview.name())
                .with("Connection link name", Tags.code(overview.linkName()))
                .with(
                        "Service",
                        overview.service() + (connection.definition().service().custom() ? " (custom)" : ""))
                .with(
                        "Service link name",
                        Tags.code(connection.definition().service().linkName()))
                .with(
                        "Authentication",
                        Labels.authenticationType(
                                connection.definition().service().authenticationType()))
                .with("Kind", Labels.kind(overview.kind()))
                .with(
                        "Scopes asked for",
                        String.join(" ", connection.definition().scopes()))
                .with("Scopes granted", granted(overview.rows()))
                .with(
                        "Callback URL to register",
                        Tags.code(visit.house().address().callback()));
        overview.summary().ifPresent(summary -> administrative(facts, summary));
        return facts;
    }

    private static String granted(List<Overview.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.authorization().grantedScopes().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static void administrative(Facts facts, ConnectionSummary summary) {
        var unused = facts.with("Authorization owner", summary.perUser() ? "Any user" : "Admin")
                .with(
                        "Authorizations",
                        summary.separateEnvironments() ? "One for each environment" : "Same for all environments")
                .with("Enabled", summary.enabled() ? "Yes" : "No")
                .with("Disabled for", String.join(", ", summary.disabledApplications()))
                .with(
                        "Created",
                        Html.all(List.of(
                                Html.text(People.name(summary.createdBy()) + ", "), Labels.time(summary.createdAt()))))
                .with(
                        "Modified",
                        Html.all(List.of(
                                Html.text(People.name(summary.modifiedBy()) + ", "),
                                Labels.time(summary.modifiedAt()))));
    }
}
