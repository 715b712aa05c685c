package dev.connections.examples.backend.page;

import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.People;
import dev.connections.examples.backend.http.Person;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Site;
import dev.connections.examples.backend.http.Visit;

/** Picks who acts. A real host has its own sign-in here and knows the rest from its user directory. */
final class SignInPage {
    private SignInPage() {}

    static void addTo(Routes routes) {
        routes.open("GET", "/", visit -> Response.redirect(Paths.LIST))
                .open("GET", Paths.SIGN_IN, SignInPage::show)
                .open("POST", Paths.SIGN_IN, SignInPage::signIn)
                .post(Paths.SIGN_OUT, SignInPage::signOut);
    }

    private static Response show(Visit visit) {
        Element people = Element.of("ul").with("class", "people");
        People.all().forEach(person -> people.add(Element.of("li").add(button(visit, person))));
        return Layout.page(
                visit,
                "Sign in",
                Element.of("h1").text("Who are you today?"),
                Tags.p("This example has no passwords: pick somebody, and see what their role may do."),
                people);
    }

    private static Html button(Visit visit, Person person) {
        return Forms.post(visit, Paths.SIGN_IN)
                .add(Forms.hidden("person", person.actor().id()))
                .add(Element.of("button")
                        .with("class", "person")
                        .add(Element.of("strong").text(person.name()), Tags.span("hint", person.role())));
    }

    private static Response signIn(Visit visit) {
        String id = visit.request().form().text("person");
        return Site.signIn(
                visit,
                People.find(id)
                        .orElseThrow(() -> new HttpProblem(400, "Nobody of that id is known. Pick somebody below.")));
    }

    private static Response signOut(Visit visit) {
        visit.house().sessions().end(visit.session());
        return Response.redirect(Paths.SIGN_IN);
    }
}
