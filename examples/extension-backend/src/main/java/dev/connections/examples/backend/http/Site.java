package dev.connections.examples.backend.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request: finds the session, checks the form's token, asks the route, adds the headers. Thread-safe. */
public final class Site implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final String SIGN_IN = "/sign-in";

    private final Visit.House house;
    private final Routes routes;
    private final ErrorPages errors;

    /**
     * Makes a site.
     *
     * @param house what all visits share
     * @param routes who answers what
     * @param errors who shows what went wrong
     */
    public Site(Visit.House house, Routes routes, ErrorPages errors) {
        this.house = house;
        this.routes = routes;
        this.errors = errors;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        try {
            return answer(Request.of(exchange));
        } catch (HttpProblem problem) {
            return errors.show(
                    nobody(new Request("GET", exchange.getRequestURI(), none(), none(), unknown())), problem);
        }
    }

    private Response answer(Request request) {
        Session session = house.sessions().find(request.headers().session()).orElse(null);
        Visit visit = session == null ? nobody(request) : new Visit(request, session, Map.of(), house);
        try {
            house.address().require(request.headers());
            return answer(visit, routes.find(request), session == null);
        } catch (RuntimeException failure) {
            return failed(visit, failure);
        }
    }

    private Response answer(Visit visit, Routes.Found found, boolean fresh) {
        if (!found.route().open() && visit.session().person().isEmpty()) {
            return Response.redirect(SIGN_IN);
        }
        Visit routed = new Visit(visit.request(), visit.session(), found.variables(), house);
        if (visit.request().method().equals("POST")) {
            house.address().requireOwnForm(visit.request().headers());
            visit.session().requireToken(visit.request().form().text("token"));
        } else if (fresh && visit.request().path().equals(SIGN_IN)) {
            Session session = house.sessions().begin(null); // its form needs a token that is known here
            return welcome(
                    session, found.route().handler().answer(new Visit(visit.request(), session, Map.of(), house)));
        }
        return found.route().handler().answer(routed);
    }

    private Response welcome(Session session, Response response) {
        return response.with("Set-Cookie", Cookies.session(session.id(), house.address()));
    }

    /**
     * Signs somebody in.
     *
     * @param visit the request with the form
     * @param person who it is
     * @return the answer, with a new session
     */
    public static Response signIn(Visit visit, Person person) {
        Visit.House house = visit.house();
        house.sessions().end(visit.session());
        Session session = house.sessions().begin(person);
        return Response.redirect("/connections").with("Set-Cookie", Cookies.session(session.id(), house.address()));
    }

    private Response failed(Visit visit, RuntimeException failure) {
        Response page = errors.show(visit, failure);
        if (page.status() == 500) {
            LOG.atError()
                    .setCause(failure)
                    .addKeyValue("path", visit.request().path())
                    .log("request failed");
        }
        return page;
    }

    private Visit nobody(Request request) {
        return new Visit(request, house.sessions().unsaved(null), Map.of(), house);
    }

    private static Parameters none() {
        return Parameters.parse("");
    }

    private static Request.Sender unknown() {
        return new Request.Sender("", Optional.empty(), Optional.empty());
    }

    private void send(HttpExchange exchange, Response response) throws IOException {
        SecurityHeaders.addTo(exchange.getResponseHeaders());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
