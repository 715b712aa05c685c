package dev.connections.examples.backend.page;

import dev.connections.AuthorizedConnection;
import dev.connections.ConnectionException;
import dev.connections.Environment;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Facts;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;
import dev.connections.http.ConnectionIOException;
import dev.connections.http.CredentialInterceptor;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes an authorized call, as the code of an extension does, and shows what came back. */
final class CallPage {
    /** The name under which this backend uses connections: an administrator can disable one for it. */
    static final String APPLICATION = "extension-backend";

    private static final String PATH = Paths.ONE + "/call";
    private static final int BAD_GATEWAY = 502;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(PATIENCE).build();

    void addTo(Routes routes) {
        var unused = routes.get(PATH, this::show).post(PATH, this::call);
    }

    private Response show(Visit visit) {
        return page(visit, 200, Html.nothing());
    }

    private Response call(Visit visit) {
        Place place = asApplication(visit);
        try {
            return page(
                    visit,
                    200,
                    answer(place.authorized(), visit.request().form().text("path")));
        } catch (ConnectionIOException refused) {
            return refused(visit, refused.failure());
        } catch (ConnectionException refused) {
            return refused(visit, refused);
        } catch (IOException unreachable) {
            return page(
                    visit,
                    BAD_GATEWAY,
                    Tags.div("notice bad", Tags.p("The service could not be reached: " + unreachable.getMessage()))
                            .with("role", "alert"));
        }
    }

    private static Place asApplication(Visit visit) {
        Place place = Place.of(visit, visit.request().form());
        return visit.connections()
                .forApplication(APPLICATION)
                .find(place.linkName())
                .map(connection -> new Place(connection, place.environment(), place.person()))
                .orElse(place);
    }

    private Html answer(AuthorizedConnection<?> connection, String path) throws IOException {
        OkHttpClient authorized = http.newBuilder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        Request request =
                new Request.Builder().url(connection.resolve(path).toString()).build();
        try (okhttp3.Response response = authorized.newCall(request).execute()) {
            return Tags.section(
                    "Answer",
                    new Facts().with("Request", "GET " + request.url()).with("Status", String.valueOf(response.code())),
                    Snippet.of("Body", Shown.body(response)));
        }
    }

    private Response refused(Visit visit, ConnectionException failure) {
        return ErrorPage.withRetry(page(visit, ErrorPage.status(failure), ErrorPage.alert(failure)), failure);
    }

    private Response page(Visit visit, int status, Html answer) {
        Place place = Place.of(visit, visit.request().form());
        return Layout.page(
                visit,
                status,
                "Call",
                Tabs.heading(visit, place.connection(), Tabs.CALL),
                Tags.section("Make an authorized call", form(visit, place)),
                answer);
    }

    private static Element form(Visit visit, Place place) {
        Parameters sent = visit.request().form();
        Element form = Forms.post(visit, Paths.connection(place.linkName(), "call"))
                .add(Input.text("path", "Path", sent.ticked("path") ? sent.text("path") : "/")
                        .required()
                        .hint("Called with GET below "
                                + place.connection().definition().service().apiBase()));
        if (place.connection().definition().separateEnvironments()) {
            form.add(Input.choice(
                    "environment",
                    "Environment",
                    Options.of(Stream.of(Environment.values()).map(Enum::name).toList()),
                    sent.text("environment")));
        }
        return form.add(Forms.button("Call"));
    }
}
