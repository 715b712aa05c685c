package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.DeviceFlow;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.Optional;

/** Shows the code that the user types at the service, and asks whether that was done. */
final class DevicePage {
    private static final String PATH = Paths.ONE + "/device";

    private DevicePage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, visit -> show(visit, Html.nothing())).post(PATH, DevicePage::ask);
    }

    static Response begin(Visit visit, Place place, DeviceFlow flow) {
        String path = place.path("device");
        visit.session().prompted(path, flow.begin());
        return Response.redirect(path);
    }

    private static DeviceFlow.Prompt prompt(Visit visit, Place place) {
        return visit.session()
                .prompt(place.path("device"))
                .orElseThrow(() -> new HttpProblem(409, "No code is waiting to be typed. Connect again to get one."));
    }

    private static Response show(Visit visit, Html notice) {
        Place place = Place.of(visit, visit.request().query());
        DeviceFlow.Prompt prompt = prompt(visit, place);
        return Layout.page(
                visit,
                "Type the code",
                Tabs.heading(visit, place.connection(), ""),
                notice,
                Tags.section(
                        "Type this code at the service",
                        Element.of("p").with("class", "code").text(prompt.userCode()),
                        Tags.p("At ")
                                .add(Tags.link(
                                                prompt.verificationUri().toString(),
                                                String.valueOf(prompt.verificationUri()))
                                        .with("rel", "noreferrer noopener")
                                        .with("target", "_blank"))
                                .text(" (opens beside this page), before ")
                                .add(Labels.time(prompt.expiresAt())),
                        Forms.post(visit, place.path("device")).add(Forms.button("I have typed it"))));
    }

    private static Response ask(Visit visit) {
        Place place = Place.of(visit, visit.request().query());
        Optional<Authorization> answer = prompt(visit, place).poll();
        if (answer.isEmpty()) {
            return show(
                    visit,
                    Tags.div("notice warn", Tags.p("The service has no answer yet. Wait a moment, and try again."))
                            .with("role", "status"));
        }
        visit.session().answered(place.path("device"));
        return visit.done(Paths.connection(place.linkName()), "Connected.");
    }
}
