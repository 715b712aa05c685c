package dev.connections.examples.backend.page;

import dev.connections.Account;
import dev.connections.ManagedConnection;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.Optional;

/** Lets a connection use another saved account of its service. */
final class SwitchPage {
    private static final String PATH = Paths.ONE + "/switch";

    private SwitchPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, SwitchPage::show).post(PATH, SwitchPage::change);
    }

    private static Response show(Visit visit) {
        Place place = Place.of(visit, visit.request().query());
        List<Account> accounts = accounts(visit, place);
        return Layout.page(
                visit,
                "Switch account",
                Tabs.heading(visit, place.connection(), ""),
                Tags.section(
                        "Switch account: " + place.label(),
                        accounts.isEmpty()
                                ? Tags.p("There is no saved account of this service yet. Connect a new one.")
                                : form(visit, place, accounts)));
    }

    private static Html form(Visit visit, Place place, List<Account> accounts) {
        Optional<String> current = place.authorization().account().map(Account::id);
        Element choices = Element.of("fieldset").add(Element.of("legend").text("Saved accounts"));
        accounts.forEach(account -> choices.add(Input.pick(
                "account",
                account.id(),
                List.of(
                        Element.of("strong").text(account.name()),
                        Tags.span("hint", current.filter(account.id()::equals).isPresent() ? "in use" : ""),
                        Labels.time(account.createdAt())),
                current.filter(account.id()::equals).isPresent())));
        return Forms.post(visit, place.path("switch"))
                .add(
                        choices,
                        Tags.hint("Everything that uses this connection follows. The account used before stays saved."),
                        Forms.button("Use this account"));
    }

    /** Of a shared connection the organisation's, of a user's also their own. */
    private static List<Account> accounts(Visit visit, Place place) {
        boolean shared = place.connection() instanceof ManagedConnection;
        String me = visit.person().actor().id();
        return visit.connections().accounts(place.connection().definition().service()).stream()
                .filter(account -> account.owner()
                        .map(owner -> !shared && owner.id().equals(me))
                        .orElse(true))
                .toList();
    }

    private static Response change(Visit visit) {
        Place place = Place.of(visit, visit.request().query());
        String id = visit.request().form().text("account");
        Account account = accounts(visit, place).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(400, "That account is no longer saved. Choose another one."));
        place.authorized().switchTo(account);
        return visit.done(Paths.connection(place.linkName()), "Now using " + account.name() + ".");
    }
}
