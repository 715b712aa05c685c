package dev.connections.examples.backend;

import dev.connections.Actor;
import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.Authorization;
import dev.connections.Basic;
import dev.connections.ConnectionDefinition;
import dev.connections.Connections;
import dev.connections.ConnectionsView;
import dev.connections.Environment;
import dev.connections.RedirectFlow;
import dev.connections.Reference;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DefaultServices;
import dev.connections.examples.backend.http.People;
import dev.connections.examples.backend.http.Person;
import dev.connections.oauth.OAuth2;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;

/** A backend with something of every kind: shared and per user, one environment and three, in use, revoked and off. */
final class FurnishedHouse {
    private final MockService<RedirectFlow> mock;
    private final Connections connections;
    private final ConnectionsView priya;

    private FurnishedHouse(RunningBackend running) {
        mock = running.service();
        connections = running.backend().connections();
        priya = connections.by(Actor.superAdmin(RunningBackend.PRIYA));
    }

    static void furnish(RunningBackend running) {
        var house = new FurnishedHouse(running);
        house.helpdesk();
        house.portal();
        house.newsletter();
        house.calendar();
        house.keys();
    }

    private Service<RedirectFlow> service(String name) {
        return Service.custom(name)
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(mock.issuer() + "/api")
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .authorizationEndpoint(
                                mock.endpoint(Endpoint.AUTHORIZATION).toString())
                        .tokenEndpoint(mock.endpoint(Endpoint.TOKEN).toString())
                        .client(mock.clientId(), mock.clientSecret())
                        .withRevocationEndpoint(
                                mock.endpoint(Endpoint.REVOCATION).toString()));
    }

    private void helpdesk() {
        var helpdesk = priya.shared(
                service("Acme Helpdesk").connection("Helpdesk").withScopes("tickets.read", "tickets.write"));
        var unused = mock.approve(helpdesk, "alice@example.com");
        helpdesk.addReference(new Reference("CRM sync", "nightly", "jobs/nightly.dg:14"));
        helpdesk.addReference(new Reference("Ticket widget", "sidebar", "app/widget.js:31"));
    }

    private void portal() {
        var portal = priya.shared(service("Partner portal")
                .connection("Orders")
                .withScopes("orders.read")
                .withSeparateEnvironments());
        var unused = mock.approve(portal.on(Environment.PRODUCTION), "orders@example.com");
        unused = mock.approve(portal.on(Environment.STAGE), "orders-test@example.com");
    }

    /** Somebody added a scope since it was authorized. */
    private void newsletter() {
        var newsletter =
                priya.shared(service("Acme Mailings").connection("Newsletter").withScopes("lists.read"));
        var unused = mock.approve(newsletter, "news@example.com");
        var unusedUpdate =
                newsletter.edit().withScopes("lists.read", "lists.write").update();
    }

    private void calendar() {
        var calendar = service("Acme Calendar").connection("My calendar").withLinkName("calendar");
        var unusedConnection = priya.perUser(calendar);
        var unused = connect(RunningBackend.PRIYA, calendar);
        unused = connect(RunningBackend.ULLA, calendar);
        unused = connect(RunningBackend.OMAR, calendar);
        var unusedGitHub = priya.perUser(DefaultServices.GITHUB
                .client("Iv1.0123456789abcdef", Secret.of("set-in-the-real-one"))
                .connection("GitHub issues")
                .withScopes("repo"));
    }

    private Authorization connect(String id, ConnectionDefinition<RedirectFlow> definition) {
        Person user = People.find(id).orElseThrow();
        return mock.approve(connections.perUser(definition).forUser(user.subject()), user.email());
    }

    private void keys() {
        var weather = connections.shared(Service.custom("Weather")
                .resourceServers("https://api.weather.example")
                .authentication(ApiKey.inHeader("X-Api-Key").withDisplayName("Weather key"))
                .connection("Weather")
                .asSystem());
        var unused = weather.authorize().with(ApiKeyCredential.of(Secret.of("not-a-real-key")));
        var erp = priya.shared(Service.custom("Legacy ERP")
                .resourceServers("https://erp.example")
                .authentication(Basic.usernameAndPassword())
                .connection("ERP main"));
        erp.access().disable();
    }
}
