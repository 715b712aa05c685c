package dev.connections.examples.backend.page;

import dev.connections.ConnectionException;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defines a service of one's own, with the parameters of Zoho's custom services. */
final class CustomPage {
    private static final String ONE = Paths.CREATE + "/custom/{type}";
    private static final Map<String, ServiceForm> FORMS = forms();

    private final Reach reach;

    CustomPage(Reach reach) {
        this.reach = reach;
    }

    private static Map<String, ServiceForm> forms() {
        var forms = new LinkedHashMap<String, ServiceForm>();
        forms.put("oauth2", new OAuth2Form());
        forms.put("oauth1", new OAuth1Form());
        forms.put("basic", new BasicForm());
        forms.put("api_key", new ApiKeyForm());
        return forms;
    }

    void addTo(Routes routes) {
        var unused = routes.get(ONE, this::ask).post(ONE, this::create);
    }

    static Html links() {
        return Tags.div("actions")
                .addAll(FORMS.keySet().stream()
                        .map(type -> Tags.link(Paths.CREATE + "/custom/" + type, Labels.authenticationType(type))
                                .with("class", "button quiet"))
                        .toList());
    }

    private Response ask(Visit visit) {
        return form(visit, 200, Html.nothing());
    }

    private Response create(Visit visit) {
        try {
            Parameters sent = visit.request().form();
            return NewConnection.create(visit, form(visit).service(start(sent), sent));
        } catch (ConnectionException refused) {
            return form(visit, ErrorPage.status(refused), ErrorPage.alert(refused));
        }
    }

    private ServiceForm.Start start(Parameters sent) {
        var named = Service.custom(sent.text("service_name"));
        boolean plain = reach == Reach.PLAIN_HTTP_FOR_LOOPBACK_TESTS_ONLY;
        return new ServiceForm.Start(
                (plain ? named.withPlainHttpForLoopbackTestsOnly() : named).resourceServers(sent.text("api")), plain);
    }

    private static ServiceForm form(Visit visit) {
        ServiceForm form = FORMS.get(visit.variable("type"));
        if (form == null) {
            throw new HttpProblem(404, "There is no such authentication type. Choose one on the page before.");
        }
        return form;
    }

    private static Response form(Visit visit, int status, Html alert) {
        Parameters sent = visit.request().form();
        String type = visit.variable("type");
        Element form = Forms.post(visit, Paths.CREATE + "/custom/" + type)
                .add(
                        group(
                                "Service",
                                List.of(
                                        Input.text("service_name", "Service name", sent.text("service_name"))
                                                .required()
                                                .hint("Up to 50 characters."),
                                        Input.text("api", "API address", sent.text("api"))
                                                .required()
                                                .hint("Credentials go to this origin alone,"
                                                        + " for example https://api.example.com/v1"))),
                        group(Labels.authenticationType(type), form(visit).fields(sent)),
                        group("Connection", List.of(NewConnection.fields(sent, List.of()))),
                        NewConnection.buttons());
        return Layout.page(
                visit,
                status,
                "Custom service",
                Element.of("h1").text("Custom service: " + Labels.authenticationType(type)),
                alert,
                Tags.hint("Callback URL to register: ")
                        .add(Tags.code(visit.house().address().callback())),
                form.with("class", "card"));
    }

    private static Html group(String legend, List<? extends Html> fields) {
        return Element.of("fieldset").add(Element.of("legend").text(legend)).addAll(fields);
    }
}
