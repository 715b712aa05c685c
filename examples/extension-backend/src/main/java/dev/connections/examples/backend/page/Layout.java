package dev.connections.examples.backend.page;

import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Person;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frame around every page. */
final class Layout {
    private static final Map<String, String> PLACES = places();

    private Layout() {}

    private static Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put(Paths.LIST, "Connections");
        places.put(Paths.SERVICES, "Services");
        places.put(Paths.ACCOUNTS, "Accounts");
        places.put(Paths.USED_IN, "Used in");
        places.put(Paths.HISTORY, "History");
        return places;
    }

    static Response page(Visit visit, String title, Html... content) {
        return page(visit, 200, title, content);
    }

    static Response page(Visit visit, int status, String title, Html... content) {
        Element head = Element.of("head")
                .add(
                        Element.of("meta").with("charset", "utf-8"),
                        Element.of("title").text(title + " · Connections"),
                        Element.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"),
                        Element.of("link").with("rel", "icon").with("href", "/mark.svg"),
                        Element.of("link").with("rel", "stylesheet").with("href", "/style.css"),
                        Element.of("script").with("src", "/copy.js").with("defer"));
        Element body = Element.of("body")
                .add(Tags.link("#content", "Skip to the content").with("class", "skip"), header(visit))
                .add(Element.of("main")
                        .with("id", "content")
                        .with("tabindex", "-1")
                        .add(said(visit))
                        .add(content));
        return Response.html(
                status,
                "<!DOCTYPE html>\n" + Element.of("html").with("lang", "en").add(head, body));
    }

    /** Tells screen readers too what the form before this page did. */
    private static Html said(Visit visit) {
        String sentence = visit.session().said();
        return sentence.isEmpty()
                ? Html.nothing()
                : Tags.div("notice", Tags.p(sentence)).with("role", "status");
    }

    private static Html header(Visit visit) {
        Element header = Element.of("header")
                .add(Tags.link(Paths.LIST, "")
                        .with("class", "mark")
                        .add(Element.of("img").with("src", "/mark.svg").with("alt", ""))
                        .text("Connections"));
        visit.session().person().ifPresent(person -> {
            var unused = header.add(navigation(visit), signedIn(visit, person));
        });
        return header;
    }

    private static Html navigation(Visit visit) {
        List<Element> links = PLACES.entrySet().stream()
                .map(place -> current(Tags.link(place.getKey(), place.getValue()), visit, place.getKey()))
                .toList();
        return Element.of("nav").with("aria-label", "Pages").addAll(links);
    }

    private static Element current(Element link, Visit visit, String path) {
        boolean here = visit.request().path().startsWith(path);
        return here ? link.with("aria-current", "page") : link;
    }

    private static Html signedIn(Visit visit, Person person) {
        return Forms.post(visit, Paths.SIGN_OUT)
                .with("class", "who")
                .add(Tags.span("person", person.name() + " · " + person.role()), Forms.quiet("Sign out"));
    }
}
