package dev.connections.examples.backend.page;

import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Visit;

/** The buttons of one authorization. */
final class Actions {
    private Actions() {}

    static Html of(Visit visit, Overview.Row row) {
        Place place = row.place();
        boolean connected = row.authorization().account().isPresent();
        Purpose first = connected ? Purpose.RECONNECT : Purpose.AUTHORIZE;
        Element actions = Tags.div("actions", flow(visit, place, first, Forms.button(first.button())));
        if (!place.isOwnOf(visit.person())) {
            return actions;
        }
        return connected
                ? actions.add(
                        link(place, "switch", "Switch account"),
                        flow(visit, place, Purpose.LINK, Forms.quiet(Purpose.LINK.button())),
                        test(visit, place),
                        link(place, "revoke", "Revoke"))
                : actions.add(link(place, "switch", "Use a saved account"));
    }

    private static Html test(Visit visit, Place place) {
        return Forms.post(visit, place.path("test"))
                .add(Forms.quiet("Test").with("aria-label", "Test, " + place.label()));
    }

    private static Html link(Place place, String page, String text) {
        return Tags.link(place.path(page), text)
                .with("class", "button quiet")
                .with("aria-label", text + ", " + place.label());
    }

    private static Html flow(Visit visit, Place place, Purpose purpose, Element button) {
        return Forms.post(visit, place.path("connect"))
                .add(
                        Forms.hidden("purpose", purpose.name()),
                        button.with("aria-label", purpose.button() + ", " + place.label()));
    }
}
