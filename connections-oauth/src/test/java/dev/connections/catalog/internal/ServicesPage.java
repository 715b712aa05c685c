package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceCatalog.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of services in docs/services.md, a row each. */
final class ServicesPage {
    private static final String BEGIN = "<!-- begin of the list -->\n";
    private static final String END = "<!-- end of the list -->\n";
    private static final String HEAD = """
            | link name | service | category | authentication | inputs | confidence | sources | checked |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;
    private static final Map<String, String> TYPES = Map.of(
            "oauth2", "OAuth 2.0", "oauth1", "OAuth 1.0a", "basic", "user name and password", "api_key", "API key");

    private ServicesPage() {}

    /** Returns the page with the list between its marks. */
    static String of(String page, List<WrittenEntry> entries) {
        String rows = entries.stream().map(entry -> row(entry.blueprint())).collect(Collectors.joining("", HEAD, ""));
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + rows + page.substring(page.indexOf(END));
    }

    private static String row(Blueprint entry) {
        Heading heading = entry.heading();
        String name = entry.details()
                .documentation()
                .map(page -> "[" + heading.name() + "](" + page + ")")
                .orElse(heading.name());
        return "| `" + heading.linkName() + "` | " + name + " | " + heading.category() + " | "
                + authentication(entry) + " | " + inputs(entry) + " | "
                + entry.details().provenance().map(ServicesPage::provenance).orElse("| |") + " |\n";
    }

    private static String authentication(Blueprint entry) {
        Map<String, Node> settings =
                entry.document().get("authentication").members().get("settings").members();
        boolean alone =
                settings.containsKey("grant") && settings.get("grant").value().equals("client_credentials");
        return TYPES.get(entry.heading().authenticationType()) + (alone ? ", without a user" : "");
    }

    private static String inputs(Blueprint entry) {
        return entry.fields().stream()
                .filter(field -> !field.name().equals(Blueprint.CLIENT_ID))
                .filter(field -> !field.name().equals(Blueprint.CLIENT_SECRET))
                .map(field -> field.required() ? field.name() : "(" + field.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String provenance(Provenance provenance) {
        return provenance.confidence().name().toLowerCase(Locale.ROOT) + " | " + provenance.agreement() + " | "
                + provenance.checked();
    }
}
