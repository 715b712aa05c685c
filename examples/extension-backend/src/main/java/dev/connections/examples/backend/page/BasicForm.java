package dev.connections.examples.backend.page;

import dev.connections.Basic;
import dev.connections.Field;
import dev.connections.Service;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.http.Parameters;
import java.util.List;
import java.util.Map;

/** Zoho's Basic parameters: Actual Parameter and Display Name of what users type. */
final class BasicForm implements ServiceForm {
    private static final Map<String, String> TYPES =
            Options.pairs("header", "Header", "query", "Query string", "form", "Form data");

    @Override
    public List<Html> fields(Parameters sent) {
        return List.of(
                Input.choice("param_type", "Param Type", TYPES, sent.text("param_type")),
                Input.text(
                                "user_parameter",
                                "Actual Parameter of the user name",
                                or(sent, "user_parameter", "username"))
                        .required(),
                Input.text("user_display", "Display Name of the user name", or(sent, "user_display", "User name"))
                        .required(),
                Input.text("key_parameter", "Actual Parameter of the password", or(sent, "key_parameter", "password"))
                        .required(),
                Input.text("key_display", "Display Name of the password", or(sent, "key_display", "Password"))
                        .required(),
                ServiceForm.probe(sent));
    }

    private static String or(Parameters sent, String name, String usual) {
        return sent.ticked(name) ? sent.text(name) : usual;
    }

    @Override
    public Service<?> service(Start start, Parameters sent) {
        Basic basic = Basic.fields(
                Field.text(sent.text("user_parameter"), sent.text("user_display")),
                Field.secret(sent.text("key_parameter"), sent.text("key_display")));
        Basic placed = switch (sent.text("param_type")) {
            case "query" -> basic.inQuery();
            case "form" -> basic.inForm();
            default -> basic;
        };
        return ServiceForm.tried(start.service().authentication(placed), sent);
    }
}
