package dev.connections.examples.backend.page;

import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.http.Visit;

/** Forms and their buttons. */
final class Forms {
    private Forms() {}

    /** A form that changes something carries the session's token. */
    static Element post(Visit visit, String action) {
        return Element.of("form")
                .with("method", "post")
                .with("action", action)
                .add(hidden("token", visit.session().formToken()));
    }

    static Element search(String action) {
        return Element.of("form")
                .with("method", "get")
                .with("action", action)
                .with("class", "search")
                .with("role", "search");
    }

    static Element hidden(String name, String value) {
        return Element.of("input").with("type", "hidden").with("name", name).with("value", value);
    }

    static Element button(String text) {
        return Element.of("button").with("class", "primary").text(text);
    }

    static Element quiet(String text) {
        return Element.of("button").with("class", "quiet").text(text);
    }

    static Element danger(String text) {
        return Element.of("button").with("class", "danger").text(text);
    }
}
