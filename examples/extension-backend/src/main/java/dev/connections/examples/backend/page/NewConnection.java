package dev.connections.examples.backend.page;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionDefinition;
import dev.connections.DefinedConnection;
import dev.connections.Field;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Visit;
import java.util.List;
import java.util.Optional;

/** The part of a form that every new connection has, whatever its service. */
final class NewConnection {
    private NewConnection() {}

    static Html fields(Parameters sent, List<Field> knownScopes) {
        return Html.all(List.of(
                Input.text("name", "Connection name", sent.text("name"))
                        .required()
                        .hint("Shown to people; up to 50 characters; may change later."),
                Input.text("link_name", "Connection link name", sent.text("link_name"))
                        .hint(
                                "For code and manifests: a-z first, then a-z, 0-9 or _. Left empty, it is made from the name."
                                        + " It never changes."),
                ScopePicker.of(knownScopes, sent.words("scopes"), "None at all: the service's own default."),
                Input.tick(
                        "per_user",
                        "yes",
                        "Use credentials of login user: each user connects an account of their own",
                        sent.ticked("per_user")),
                Input.tick(
                        "separate",
                        "yes",
                        "Different authorizations for development, stage and production; cannot change later",
                        sent.ticked("separate"))));
    }

    static Element buttons() {
        return Tags.div(
                "actions",
                Forms.button("Create and connect").with("name", "next").with("value", "connect"),
                Forms.quiet("Create only").with("name", "next").with("value", "stay"));
    }

    /** Declares it, and goes on to connect it where that was asked for. */
    static <F extends AuthorizationFlow> Response create(Visit visit, Service<F> service) {
        Parameters form = visit.request().form();
        ConnectionDefinition<F> definition = definition(visit, service.connection(form.text("name")));
        DefinedConnection<F> created = form.ticked("per_user")
                ? visit.connections().perUser(definition)
                : visit.connections().shared(definition);
        String linkName = created.definition().linkName();
        visit.session().say("Created \"" + created.definition().name() + "\" as " + linkName + ".");
        return form.text("next").equals("connect") && !form.ticked("separate")
                ? ConnectPage.start(visit, new Place(created, Optional.empty(), visit.person()))
                : Response.redirect(Paths.connection(linkName));
    }

    private static <F extends AuthorizationFlow> ConnectionDefinition<F> definition(
            Visit visit, ConnectionDefinition<F> named) {
        Parameters form = visit.request().form();
        ConnectionDefinition<F> definition = named;
        if (form.ticked("link_name")) {
            requireFree(visit, form.text("link_name"));
            definition = definition.withLinkName(form.text("link_name"));
        }
        if (form.ticked("scopes")) {
            definition = definition.withScopes(form.words("scopes").toArray(String[]::new));
        }
        if (form.ticked("separate")) {
            definition = definition.withSeparateEnvironments();
        }
        return definition.withFreeLinkName(); // somebody may take it in this moment
    }

    /** Declaring it again would change the connection that has the name. */
    private static void requireFree(Visit visit, String linkName) {
        if (visit.connections().find(linkName).isPresent()) {
            throw new ConnectionConflictException(
                    "definition_conflict",
                    "the connection link name \"" + linkName + "\" is taken; choose another one, or leave it empty",
                    List.of());
        }
    }
}
