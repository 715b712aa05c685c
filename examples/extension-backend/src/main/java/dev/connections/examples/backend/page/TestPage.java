package dev.connections.examples.backend.page;

import dev.connections.AuthorizedConnection.TestResult;
import dev.connections.examples.backend.html.Facts;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;

/** Tries the credentials as they are, and says what is missing and what to do next. */
final class TestPage {
    private static final String PATH = Paths.ONE + "/test";

    private TestPage() {}

    static void addTo(Routes routes) {
        var unused = routes.post(PATH, TestPage::test);
    }

    private static Response test(Visit visit) {
        Parameters form = visit.request().form();
        Place place = Place.of(visit, visit.request().query());
        TestResult result = form.ticked("path")
                ? place.authorized().test("GET", form.text("path"))
                : place.authorized().test();
        return Layout.page(
                visit,
                "Test",
                Tabs.heading(visit, place.connection(), ""),
                Tags.section("Test: " + place.label(), outcome(result), facts(result)),
                Tags.section(
                        "Try another request",
                        Forms.post(visit, place.path("test"))
                                .add(
                                        Input.text("path", "Path", form.text("path"))
                                                .required()
                                                .hint("Called with GET, once."),
                                        Forms.quiet("Test"))));
    }

    private static Html outcome(TestResult result) {
        return Tags.div(
                        result.passed() ? "notice" : "notice warn",
                        Tags.p(result.passed() ? "The service accepted the credentials." : "Not accepted."),
                        Tags.p(result.nextStep()))
                .with("role", "status");
    }

    private static Html facts(TestResult result) {
        return new Facts()
                .with("Status", Labels.text(result.status()))
                .with("HTTP status", result.httpStatus() == 0 ? "" : String.valueOf(result.httpStatus()))
                .with("What the service says", result.serviceText())
                .with("Missing scopes", String.join(" ", result.missingScopes()));
    }
}
