package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.SecretForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** One request as it arrived. Prints method and path only. */
final class Incoming {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final String target;
    private final Headers headers;
    private final String body;

    private Incoming(String method, String target, Headers headers, String body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    static Incoming of(RecordedRequest request) {
        ByteString body = request.getBody();
        return new Incoming(
                request.getMethod(), request.getTarget(), request.getHeaders(), body == null ? "" : body.utf8());
    }

    String method() {
        return method;
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    Parameters query() {
        int query = target.indexOf('?');
        return Parameters.of(query < 0 ? "" : target.substring(query + 1));
    }

    Parameters form() {
        return Parameters.of(isForm() ? body : "");
    }

    boolean isForm() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter(FORM::equalsIgnoreCase)
                .isPresent();
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
        all.putAll(form().masked());
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
