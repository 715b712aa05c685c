package dev.connections.examples.backend.page;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionException;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.RedirectFlow;
import dev.connections.UnattendedFlow;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Address;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connects, reconnects and links accounts: by a trip to the service and back, by a form, or with nobody asked. */
final class ConnectPage {
    /** Before the names of what a service asks for, so that they meet no name of ours. */
    private static final String VALUE = "value.";

    private static final String FILLED = "filled";

    private ConnectPage() {}

    static void addTo(Routes routes) {
        var unused = routes.get(Paths.ONE + "/connect", ConnectPage::ask)
                .post(Paths.ONE + "/connect", ConnectPage::connect)
                .get(Address.CALLBACK, ConnectPage::callback);
    }

    private static Response connect(Visit visit) {
        Place place = place(visit);
        Purpose purpose = Purpose.of(visit.request().form().text("purpose"));
        return visit.request().form().ticked(FILLED)
                ? filled(visit, place, purpose.flow(place.authorized()))
                : begin(visit, place, purpose);
    }

    /** Goes on from the creation of a connection. */
    static Response start(Visit visit, Place place) {
        return begin(visit, place, Purpose.AUTHORIZE);
    }

    private static Response begin(Visit visit, Place place, Purpose purpose) {
        AuthorizationFlow flow = purpose.flow(place.authorized());
        if (fields(flow).isEmpty()) {
            return go(visit, place, flow);
        }
        String path = place.path("connect");
        return Response.redirect(path + (path.contains("?") ? "&" : "?") + "purpose=" + purpose.name());
    }

    private static Response filled(Visit visit, Place place, AuthorizationFlow flow) {
        try {
            return go(visit, place, flow);
        } catch (ConnectionException refused) {
            return form(visit, ErrorPage.status(refused), ErrorPage.alert(refused));
        }
    }

    private static Place place(Visit visit) {
        return Place.of(visit, visit.request().query());
    }

    private static List<Field> fields(AuthorizationFlow flow) {
        if (flow instanceof DirectFlow<?> direct) {
            return direct.fields();
        }
        return flow instanceof RedirectFlow redirect ? redirect.fields() : List.of();
    }

    private static Response go(Visit visit, Place place, AuthorizationFlow flow) {
        String page = Paths.connection(place.linkName());
        if (flow instanceof RedirectFlow redirect) {
            AuthorizationRequest request =
                    redirect.begin(visit.house().address().callback(), values(visit, redirect.fields()));
            visit.session().begun(request.state(), page);
            return Response.redirect(request.uri().toString());
        }
        if (flow instanceof DeviceFlow device) {
            return DevicePage.begin(visit, place, device);
        }
        if (flow instanceof DirectFlow<?> direct) {
            var unused = direct.withValues(values(visit, direct.fields()));
        } else if (flow instanceof UnattendedFlow unattended) {
            var unused = unattended.grant();
        }
        return visit.done(page, "Connected.");
    }

    private static Map<String, String> values(Visit visit, List<Field> fields) {
        var values = new LinkedHashMap<String, String>();
        for (Field field : fields) {
            String value = visit.request().form().exact(VALUE + field.name());
            if (field.required() || !value.isEmpty()) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private static Response ask(Visit visit) {
        return form(visit, 200, Html.nothing());
    }

    private static Response form(Visit visit, int status, Html alert) {
        Place place = place(visit);
        Parameters sent = visit.request().form();
        String purpose = sent.ticked("purpose")
                ? sent.text("purpose")
                : visit.request().query().text("purpose");
        Purpose wanted = Purpose.of(purpose);
        Element form = Forms.post(visit, place.path("connect"))
                .add(Forms.hidden("purpose", purpose), Forms.hidden(FILLED, "yes"));
        for (Field field : fields(wanted.flow(place.authorized()))) {
            form.add(Input.of(field, VALUE + field.name(), sent.text(VALUE + field.name())));
        }
        return Layout.page(
                visit,
                status,
                wanted.button(),
                Tabs.heading(visit, place.connection(), ""),
                alert,
                Tags.section(
                        wanted.button() + ": " + place.label(),
                        Tags.hint("What you type is tried first, where the service allows that, and stored encrypted."),
                        form.add(Forms.button(wanted.button()))));
    }

    private static Response callback(Visit visit) {
        String own = visit.session().stateLike(visit.request().query().text("state"));
        String page = visit.session().ended(own);
        URI callback =
                visit.house().address().base().resolve(visit.request().uri().toString());
        var authorization = visit.connections().complete(callback, own);
        return visit.done(
                page,
                authorization
                        .account()
                        .map(account -> "Connected with " + account.name() + ".")
                        .orElse("Connected."));
    }
}
