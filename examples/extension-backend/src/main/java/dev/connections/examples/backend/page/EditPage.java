package dev.connections.examples.backend.page;

import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionException;
import dev.connections.DefinedConnection;
import dev.connections.DefinedConnection.ConnectionUpdate;
import dev.connections.DefinedConnection.Edit;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.List;

/** Changes name, scopes and service settings, unless somebody else did so since the form was shown. */
final class EditPage {
    private static final String PATH = Paths.ONE + "/edit";

    private EditPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(PATH, EditPage::ask).post(PATH, EditPage::change);
    }

    private static Response ask(Visit visit) {
        return form(visit, 200, Html.nothing());
    }

    private static Response change(Visit visit) {
        try {
            return changed(visit, edit(visit).update());
        } catch (ConnectionConflictException meanwhile) {
            return form(
                    visit, ErrorPage.status(meanwhile), Html.all(List.of(ErrorPage.alert(meanwhile), reload(visit))));
        } catch (ConnectionException refused) {
            return form(visit, ErrorPage.status(refused), ErrorPage.alert(refused));
        }
    }

    /** What was typed stays in the form below, to be copied from. */
    private static Html reload(Visit visit) {
        return Tags.div(
                "actions", Tags.link(path(visit), "Show it as it is now").with("class", "button quiet"));
    }

    private static Edit edit(Visit visit) {
        Parameters form = visit.request().form();
        DefinedConnection<?> connection = Place.connection(visit);
        Edit edit = connection
                .edit()
                .ifStill(form.text("revision"))
                .withName(form.text("name"))
                .withScopes(form.words("scopes").toArray(String[]::new));
        Service<?> before = connection.definition().service();
        return ServiceSettings.typed(before, form)
                ? edit.withService(ServiceSettings.read(visit.connections(), form))
                : edit;
    }

    private static Response changed(Visit visit, ConnectionUpdate update) {
        String what = update.changed().isEmpty()
                ? "Nothing changed."
                : "Changed: " + String.join(", ", update.changed()) + ".";
        return visit.done(
                Paths.connection(update.summary().linkName()),
                what
                        + (update.reauthorization()
                                ? " Reconnect to get the new scopes; the old ones work meanwhile."
                                : ""));
    }

    private static Response form(Visit visit, int status, Html alert) {
        DefinedConnection<?> connection = Place.connection(visit);
        Parameters sent = visit.request().form();
        boolean again = sent.ticked("revision");
        Service<?> service = connection.definition().service();
        Element form = Forms.post(visit, path(visit))
                .with("class", "card")
                .add(
                        Forms.hidden(
                                "revision",
                                again
                                        ? sent.text("revision")
                                        : connection.summary().revision()),
                        Input.text(
                                        "name",
                                        "Connection name",
                                        again
                                                ? sent.text("name")
                                                : connection.definition().name())
                                .required(),
                        Tags.hint("The link name never changes: ")
                                .add(Tags.code(connection.definition().linkName())),
                        ScopePicker.of(
                                service.scopes(),
                                again
                                        ? sent.words("scopes")
                                        : connection.definition().scopes(),
                                "None at all: no scopes are asked for."),
                        ServiceSettings.inputs(service, sent),
                        Forms.button("Save"));
        return Layout.page(visit, status, "Edit", Tabs.heading(visit, connection, Tabs.EDIT), alert, form);
    }

    private static String path(Visit visit) {
        return Paths.connection(visit.variable("linkName"), "edit");
    }
}
