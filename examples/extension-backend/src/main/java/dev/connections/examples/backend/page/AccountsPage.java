package dev.connections.examples.backend.page;

import dev.connections.Account;
import dev.connections.Revocation;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Table;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.People;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;

/** Saved accounts: to be renamed, forgotten, or ended everywhere when compromised. */
final class AccountsPage {
    private static final String ONE = Paths.ACCOUNTS + "/{service}/{account}";

    private AccountsPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.ACCOUNTS, AccountsPage::show)
                .post(ONE + "/rename", AccountsPage::rename)
                .post(ONE + "/forget", AccountsPage::forget)
                .get(ONE + "/end", AccountsPage::ask)
                .post(ONE + "/end", AccountsPage::end);
    }

    private static Response show(Visit visit) {
        List<Html> tables = visit.connections().services().stream()
                .map(service -> table(visit, service))
                .toList();
        return Layout.page(
                visit,
                "Accounts",
                Element.of("h1").text("Saved accounts"),
                tables.isEmpty()
                        ? Tags.div("card empty", Tags.p("There is no connection yet, so there are no accounts."))
                        : Html.all(tables));
    }

    private static Html table(Visit visit, Service<?> service) {
        List<Account> accounts = visit.connections().accounts(service);
        Table table = Table.of("Accounts of " + service.name(), "Account", "Owner", "Saved", "Name", "End");
        accounts.forEach(account -> table.row(
                Html.text(account.name()),
                Html.text(account.owner()
                        .map(owner -> owner.name().orElse(owner.id()))
                        .orElse("Organisation")),
                Labels.time(account.createdAt()),
                renaming(visit, account),
                ending(visit, account)));
        return Html.all(List.of(
                Element.of("h2").text(service.name()), accounts.isEmpty() ? Tags.hint("No account is saved.") : table));
    }

    private static Html renaming(Visit visit, Account account) {
        return Forms.post(visit, path(account, "rename"))
                .with("class", "inline")
                .add(
                        Element.of("input")
                                .with("name", "name")
                                .with("value", account.name())
                                .with("aria-label", "New name of " + account.name())
                                .with("required"),
                        Forms.quiet("Rename").with("aria-label", "Rename " + account.name()));
    }

    private static Html ending(Visit visit, Account account) {
        return Tags.div(
                "actions",
                Forms.post(visit, path(account, "forget"))
                        .add(Forms.quiet("Forget").with("aria-label", "Forget " + account.name())),
                Tags.link(path(account, "end"), "End everywhere")
                        .with("class", "button quiet")
                        .with("aria-label", "End " + account.name() + " everywhere"));
    }

    private static String path(Account account, String operation) {
        return Paths.ACCOUNTS + "/" + Paths.part(account.serviceLinkName()) + "/" + Paths.part(account.id()) + "/"
                + operation;
    }

    private static Account account(Visit visit) {
        return visit.connections().services().stream()
                .filter(service -> service.linkName().equals(visit.variable("service")))
                .flatMap(service -> visit.connections().accounts(service).stream())
                .filter(account -> account.id().equals(visit.variable("account")))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "That account is no longer saved. See the list."));
    }

    private static Response rename(Visit visit) {
        Account named = visit.connections()
                .rename(account(visit), visit.request().form().text("name"));
        return visit.done(Paths.ACCOUNTS, "Renamed to " + named.name() + ".");
    }

    private static Response forget(Visit visit) {
        Account account = account(visit);
        visit.connections().forget(account);
        return visit.done(Paths.ACCOUNTS, "Forgot " + account.name() + ".");
    }

    private static Response ask(Visit visit) {
        Account account = account(visit);
        return Layout.page(
                visit,
                "End everywhere",
                Element.of("h1").text("End " + account.name() + " everywhere?"),
                Tags.section(
                        "For compromised credentials",
                        Tags.p(
                                "Every connection that uses this account stops at once, and the service is asked to revoke"
                                        + " it. Owner: "
                                        + account.owner()
                                                .map(owner -> People.find(owner.id())
                                                        .map(person -> person.name())
                                                        .orElse(owner.id()))
                                                .orElse("the organisation")
                                        + "."),
                        Tags.div(
                                "actions",
                                Forms.post(visit, path(account, "end")).add(Forms.danger("End everywhere")),
                                Tags.link(Paths.ACCOUNTS, "Keep it").with("class", "button quiet"))));
    }

    private static Response end(Visit visit) {
        Account account = account(visit);
        Revocation done = visit.connections().revokeEverywhere(account);
        return visit.done(
                Paths.ACCOUNTS,
                "Ended " + account.name() + ". Stopped: " + References.sentence(done.stops())
                        + RevokePage.answer(done));
    }
}
