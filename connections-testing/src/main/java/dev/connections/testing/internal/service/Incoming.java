package dev.connections.testing.internal.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.Secret;
import dev.connections.testing.internal.SecretForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** One request as it arrived. Prints method and path only. */
final class Incoming {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String method;
    private final String target;
    private final Headers headers;
    private final String body;

    private Incoming(RecordedRequest request, String body) {
        port = request.getUrl().port();
        method = request.getMethod();
        target = request.getTarget();
        headers = request.getHeaders();
        this.body = body;
    }

    static Incoming of(RecordedRequest request) {
        ByteString body = request.getBody();
        return new Incoming(request, body == null ? "" : body.utf8());
    }

    /** Where it arrived. */
    int port() {
        return port;
    }

    String method() {
        return method;
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    Parameters query() {
        return Parameters.of(rawQuery());
    }

    /** As it came, empty for none. */
    String rawQuery() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    Parameters form() {
        return Parameters.of(isForm() ? body : "");
    }

    boolean isForm() {
        return FORM.equals(format());
    }

    /** The content type in lower case and without its parameters, empty for none. */
    String format() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The members of a form, or of a JSON object. */
    Parameters members() {
        return format().equals("application/json") ? Parameters.ofClaims(json()) : form();
    }

    private Map<String, Object> json() {
        var members = new LinkedHashMap<String, Object>();
        try {
            JSON.readTree(body)
                    .properties()
                    .forEach(each -> members.put(each.getKey(), each.getValue().asText()));
        } catch (JsonProcessingException broken) { // its message would quote the body
            members.clear();
        }
        return members;
    }

    /** A header that was sent several times counts as absent: no endpoint may guess which one is meant. */
    Optional<String> header(String name) {
        List<String> all = headers.values(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Returns how often a header was sent. */
    int headers(String name) {
        return headers.values(name).size();
    }

    Map<String, String> maskedParameters() {
        var all = new LinkedHashMap<>(query().masked());
        all.putAll(members().masked());
        return all;
    }

    boolean carried(Secret secret) {
        String everything = target + "\n" + headersAsText() + body;
        return SecretForms.of(secret.reveal()).stream().anyMatch(everything::contains);
    }

    /** Not {@link Headers#toString()}, which masks some. */
    private String headersAsText() {
        var text = new StringBuilder();
        for (int at = 0; at < headers.size(); at++) {
            text.append(headers.name(at)).append(": ").append(headers.value(at)).append('\n');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
