package dev.connections.examples.backend.page;

import dev.connections.DefinedConnection;
import dev.connections.PerUserConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The head of the pages of one connection. */
final class Tabs {
    static final String SUMMARY = "Summary";
    static final String USERS = "Users";
    static final String EDIT = "Edit";
    static final String ACCESS = "Access";
    static final String REFERENCES = "References";
    static final String JSON = "JSON";
    static final String HISTORY = "History";
    static final String CALL = "Call";
    static final String DIAGNOSIS = "Diagnosis";
    static final String DELETE = "Delete";

    private Tabs() {}

    static Html heading(Visit visit, DefinedConnection<?> connection, String current) {
        String linkName = connection.definition().linkName();
        Element tabs = Element.of("nav").with("class", "tabs").with("aria-label", "This connection");
        for (String tab : tabs(visit, connection)) {
            Element link = Tags.link(path(linkName, tab), tab);
            tabs.add(tab.equals(current) ? link.with("aria-current", "page") : link);
        }
        return Html.all(List.of(
                Tags.div(
                        "heading", Element.of("h1").text(connection.definition().name()), Tags.code(linkName)),
                tabs));
    }

    private static String path(String linkName, String tab) {
        return tab.equals(SUMMARY)
                ? Paths.connection(linkName)
                : Paths.connection(linkName, tab.toLowerCase(Locale.ROOT));
    }

    private static List<String> tabs(Visit visit, DefinedConnection<?> connection) {
        List<String> tabs = new ArrayList<>(List.of(SUMMARY, CALL));
        if (visit.person().builds()) {
            if (connection instanceof PerUserConnection) {
                tabs.add(USERS);
            }
            tabs.addAll(List.of(EDIT, ACCESS, REFERENCES, JSON, HISTORY, DIAGNOSIS, DELETE));
        }
        return tabs;
    }
}
