package dev.connections.examples.backend.page;

import dev.connections.DefinedConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import dev.connections.manifest.Connector;
import dev.connections.manifest.Finding;
import dev.connections.manifest.PluginManifest.Product;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The entry for plugin-manifest.json, to be copied. */
final class JsonPage {
    private static final Map<String, String> PRODUCTS = Options.of(List.of(
            "DESK", "CRM", "CREATOR", "WRITER", "MAIL", "PROJECTS", "FINANCE", "INVENTORY", "EXPENSE", "BILLING"));

    private JsonPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.ONE + "/json", JsonPage::show);
    }

    private static Response show(Visit visit) {
        DefinedConnection<?> connection = Place.connection(visit);
        String asked = visit.request().query().text("product");
        Product product = new Product(PRODUCTS.containsKey(asked) ? asked : "DESK");
        Connector connector = Connector.from(connection);
        return Layout.page(
                visit,
                "JSON",
                Tabs.heading(visit, connection, Tabs.JSON),
                Forms.search(Paths.connection(visit.variable("linkName"), "json"))
                        .add(Input.choice("product", "Zoho product", PRODUCTS, product.code()), Forms.quiet("Show")),
                Tags.section(
                        "Entry for plugin-manifest.json",
                        Snippet.of("Manifest entry", connector.toJson(product)),
                        findings(connector.validate(product))));
    }

    private static Html findings(List<Finding> findings) {
        Element list = Element.of("ul");
        findings.forEach(finding -> list.add(Element.of("li")
                .add(
                        Element.of("strong").text(finding.severity().name().toLowerCase(Locale.ROOT) + " "),
                        Tags.code(finding.code()))
                .text(": " + finding.problem() + "; " + finding.advice())));
        return findings.isEmpty() ? Tags.hint("Nothing to object to.") : list;
    }
}
