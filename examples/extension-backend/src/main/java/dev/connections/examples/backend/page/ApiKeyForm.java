package dev.connections.examples.backend.page;

import dev.connections.ApiKey;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Zoho's API-key parameters: up to three rows of Param Type, Actual Parameter and Display Name. */
final class ApiKeyForm implements ServiceForm {
    private static final int ROWS = 3;
    private static final Map<String, String> TYPES =
            Options.pairs("header", "Header", "query", "Query string", "form", "Form data", "cookie", "Cookie");

    @Override
    public List<Html> fields(Parameters sent) {
        List<Html> fields = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            fields.add(row(sent, row));
        }
        fields.add(ServiceForm.probe(sent));
        return fields;
    }

    private static Html row(Parameters sent, int row) {
        Input parameter = Input.text("parameter" + row, "Actual Parameter " + row, sent.text("parameter" + row));
        Element fields = Tags.div(
                "row",
                Input.choice("type" + row, "Param Type " + row, TYPES, sent.text("type" + row)),
                row == 1 ? parameter.required() : parameter,
                Input.text("display" + row, "Display Name " + row, sent.text("display" + row)),
                Input.text("format" + row, "Format " + row, sent.text("format" + row)));
        return row == 1
                ? Html.all(List.of(
                        fields, Tags.hint("A format such as Bearer {key} goes around the key; it may stay empty.")))
                : fields;
    }

    @Override
    public Service<?> service(Start start, Parameters sent) {
        ApiKey keys = IntStream.rangeClosed(1, ROWS)
                .filter(row -> sent.ticked("parameter" + row))
                .mapToObj(row -> key(sent, row))
                .reduce(ApiKey::and)
                .orElseThrow(() -> new ConnectionConfigurationException(
                        "parameter_malformed",
                        "an API key needs one Actual Parameter at least; fill in the first",
                        null));
        return ServiceForm.tried(start.service().authentication(keys), sent);
    }

    private static ApiKey key(Parameters sent, int row) {
        String parameter = sent.text("parameter" + row);
        ApiKey key = switch (sent.text("type" + row)) {
            case "query" -> ApiKey.inQuery(parameter);
            case "form" -> ApiKey.inForm(parameter);
            case "cookie" -> ApiKey.inCookie(parameter);
            default -> ApiKey.inHeader(parameter);
        };
        ApiKey named = sent.ticked("display" + row) ? key.withDisplayName(sent.text("display" + row)) : key;
        return sent.ticked("format" + row) ? named.withFormat(sent.text("format" + row)) : named;
    }
}
