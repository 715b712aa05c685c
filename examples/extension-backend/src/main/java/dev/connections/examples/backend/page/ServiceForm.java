package dev.connections.examples.backend.page;

import dev.connections.Service;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.http.Parameters;
import java.util.List;

/** What a custom service of one authentication type asks for. Stateless. */
interface ServiceForm {
    /** The inputs, filled with what was sent before, save secrets. */
    List<Html> fields(Parameters sent);

    /** The service that the inputs describe. */
    Service<?> service(Start start, Parameters sent);

    /** A service that has its name and its API. */
    record Start(Service.NeedsAuthentication service, boolean plainHttp) {}

    /** Lets direct credentials be tried before they are saved, where a path was given. */
    static Service<?> tried(Service<?> service, Parameters sent) {
        return sent.ticked("probe") ? service.withProbe("GET", sent.text("probe")) : service;
    }

    static Input probe(Parameters sent) {
        return Input.text("probe", "Path to try credentials with", sent.text("probe"))
                .hint("Called with GET before values are saved, for example /me. Left empty, values are not tried.");
    }
}
