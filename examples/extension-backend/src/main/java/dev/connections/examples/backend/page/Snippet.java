package dev.connections.examples.backend.page;

import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import java.util.List;

/** A text to be copied as it is; one of them on a page. */
final class Snippet {
    private Snippet() {}

    static Html of(String label, String text) {
        return Html.all(List.of(
                Element.of("pre")
                        .with("id", "snippet")
                        .with("tabindex", "0")
                        .with("role", "group")
                        .with("aria-label", label)
                        .text(text),
                Tags.div(
                        "actions",
                        // Without JavaScript it would do nothing, so copy.js is what shows it.
                        Element.of("button")
                                .with("class", "quiet")
                                .with("type", "button")
                                .with("data-copy", "snippet")
                                .with("hidden")
                                .text("Copy"),
                        Tags.span("hint", "").with("id", "copied").with("role", "status"))));
    }
}
