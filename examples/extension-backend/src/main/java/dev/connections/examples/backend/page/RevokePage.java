package dev.connections.examples.backend.page;

import dev.connections.Environment;
import dev.connections.Revocation;
import dev.connections.examples.backend.html.Facts;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.stream.Collectors;

/** Shows what a revocation would stop, asks, and revokes. */
final class RevokePage {
    private static final String PATH = Paths.ONE + "/revoke";

    private RevokePage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, RevokePage::ask).post(PATH, RevokePage::revoke);
    }

    private static Response ask(Visit visit) {
        Place place = Place.of(visit, visit.request().query());
        Revocation preview = place.authorized().revokePreview();
        return Layout.page(
                visit,
                "Revoke",
                Tabs.heading(visit, place.connection(), ""),
                Tags.section(
                        "Revoke this authorization?",
                        ConnectionPage.notices(preview.notices()),
                        facts(place, preview),
                        Tags.div(
                                "actions",
                                Forms.post(visit, place.path("revoke")).add(Forms.danger("Revoke")),
                                Tags.link(Paths.connection(place.linkName()), "Keep it")
                                        .with("class", "button quiet"))));
    }

    static Html facts(Place place, Revocation preview) {
        return new Facts()
                .with(
                        "Account",
                        place.authorization().account().map(each -> each.name()).orElse(""))
                .with("Stops in", environments(preview))
                .with("Stops for", References.sentence(preview.stops()))
                .with(
                        "The account itself",
                        preview.accountLivesOn()
                                ? "Lives on: another connection uses it."
                                : "Ends: the service is asked to revoke it.");
    }

    private static String environments(Revocation revocation) {
        return revocation.environments().stream()
                .sorted()
                .map(RevokePage::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Environment environment) {
        return Labels.words(environment);
    }

    private static Response revoke(Visit visit) {
        Place place = Place.of(visit, visit.request().query());
        Revocation done = place.authorized().revoke();
        return visit.done(Paths.connection(place.linkName()), "Revoked." + answer(done));
    }

    static String answer(Revocation done) {
        return done.providerAnswer()
                .map(words -> " The service answered: " + words + ".")
                .orElse("");
    }
}
