package dev.connections.examples.backend.page;

import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Visit;
import java.util.stream.Collectors;

/**
 * Which page of a list is shown.
 *
 * @param number from 0
 * @param path the path of the list
 * @param query what narrows the list down
 */
record Pager(int number, String path, Parameters query) {
    static final int SIZE = 20;
    private static final String PAGE = "page";

    static Pager of(Visit visit) {
        Parameters query = visit.request().query();
        String page = query.text(PAGE);
        return new Pager(
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0,
                visit.request().path(),
                query);
    }

    /** Links to the pages around; there may be a next one when this one is full. */
    Html links(int shown) {
        Element links = Element.of("nav").with("class", "pager").with("aria-label", "Pages of the list");
        if (number > 0) {
            links.add(Tags.link(to(number - 1), "Previous page"));
        }
        if (shown == SIZE) {
            links.add(Tags.link(to(number + 1), "Next page"));
        }
        return number > 0 || shown == SIZE ? links : Html.nothing();
    }

    private String to(int page) {
        String narrowed = query.values().keySet().stream()
                .filter(name -> !name.equals(PAGE))
                .map(name -> Paths.part(name) + "=" + Paths.part(query.text(name)) + "&")
                .collect(Collectors.joining());
        return path + "?" + narrowed + PAGE + "=" + page;
    }
}
