package dev.connections.examples.backend.page;

import dev.connections.ConnectionException;
import dev.connections.Field;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.catalog.ServiceCatalog.Entry;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Facts;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first choice of a new connection: a default service of the catalogue, or a custom one. */
final class CatalogPage {
    private static final String VALUE = "value.";
    private static final String ONE = Paths.CREATE + "/default/{service}";

    private final ServiceCatalog catalog;

    CatalogPage(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    void addTo(Routes routes) {
        var unused = routes.get(Paths.CREATE, this::choose).get(ONE, this::ask).post(ONE, this::create);
    }

    private Response choose(Visit visit) {
        String search = visit.request().query().text("search");
        List<Entry> found = catalog.search(search);
        Element services = Element.of("ul").with("class", "services");
        found.forEach(entry -> services.add(Element.of("li").add(tile(entry))));
        return Layout.page(
                visit,
                "Create connection",
                Element.of("h1").text("Create connection"),
                Tags.section("Custom service", Tags.p("An API that is not in the list below."), CustomPage.links()),
                Tags.section(
                        "Default services",
                        Forms.search(Paths.CREATE)
                                .add(Input.text("search", "Search by name or category", search), Forms.quiet("Search")),
                        Tags.hint(found.size() + " found."),
                        services));
    }

    private static Html tile(Entry entry) {
        return Tags.link(Paths.CREATE + "/default/" + Paths.part(entry.linkName()), "")
                .with("class", "tile")
                .add(
                        Element.of("strong").text(entry.name()),
                        Tags.span(
                                "hint",
                                Labels.authenticationType(entry.authenticationType()) + " · "
                                        + entry.category().replace('_', ' ')));
    }

    private Response ask(Visit visit) {
        return form(visit, 200, Html.nothing());
    }

    private Response create(Visit visit) {
        Parameters form = visit.request().form();
        Entry entry = entry(visit);
        var values = new LinkedHashMap<String, String>();
        for (Field field : entry.fields()) {
            String value = form.exact(VALUE + field.name());
            if (!value.isBlank()) {
                values.put(field.name(), value);
            }
        }
        try {
            return NewConnection.create(visit, entry.withValues(values));
        } catch (ConnectionException refused) {
            return form(visit, ErrorPage.status(refused), ErrorPage.alert(refused));
        }
    }

    private Entry entry(Visit visit) {
        return catalog.get(visit.variable("service"));
    }

    private Response form(Visit visit, int status, Html alert) {
        Entry entry = entry(visit);
        Parameters sent = visit.request().form();
        Element form = Forms.post(visit, Paths.CREATE + "/default/" + Paths.part(entry.linkName()));
        entry.fields()
                .forEach(field -> form.add(Input.of(field, VALUE + field.name(), sent.text(VALUE + field.name()))));
        form.add(NewConnection.fields(sent, knownScopes(entry)), NewConnection.buttons());
        return Layout.page(
                visit,
                status,
                entry.name(),
                Element.of("h1").text("Connect " + entry.name()),
                alert,
                Tags.section("Before you begin", preparation(visit, entry)),
                Tags.section("Connection", form));
    }

    private static Html preparation(Visit visit, Entry entry) {
        Facts facts = new Facts()
                .with("Authentication", Labels.authenticationType(entry.authenticationType()))
                .with(
                        "Callback URL to register",
                        Tags.code(visit.house().address().callback()));
        entry.console().ifPresent(uri -> facts.with("Register at", outside(uri.toString())));
        entry.documentation().ifPresent(uri -> facts.with("Documentation", outside(uri.toString())));
        return facts;
    }

    private static Html outside(String uri) {
        return Tags.link(uri, uri).with("rel", "noreferrer noopener");
    }

    /** A service tells its scopes once it has its values; any values of the right shape will do to ask. */
    private static List<Field> knownScopes(Entry entry) {
        try {
            Service<?> sample = entry.withValues(samples(entry.fields()));
            return sample.scopes();
        } catch (ConnectionException needsRealValues) {
            return List.of();
        }
    }

    private static Map<String, String> samples(List<Field> fields) {
        var samples = new LinkedHashMap<String, String>();
        fields.stream()
                .filter(Field::required)
                .forEach(field -> samples.put(
                        field.name(),
                        field.options().isEmpty() ? "sample" : field.options().get(0)));
        return samples;
    }
}
