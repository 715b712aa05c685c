package dev.connections.testing.internal.service;

import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * What the service says.
 *
 * @param error the OAuth error code, empty for none
 * @param accepted whether the service did what it was asked for
 */
record Answer(int status, Map<String, String> headers, String body, String error, boolean accepted, Delivery delivery) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final int FIRST_ERROR = 400;

    /** How much of it arrives. */
    enum Delivery {
        WHOLE,
        NEVER,
        CUT
    }

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, String json) {
        return of(status, JSON, json);
    }

    static Answer form(int status, String form) {
        return of(status, "application/x-www-form-urlencoded", form);
    }

    static Answer html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "", "", status < FIRST_ERROR, Delivery.WHOLE);
    }

    static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    /** RFC 6749, section 5.2. */
    static Answer error(int status, String error, String description) {
        var json = new Json().put("error", error).put("error_description", description);
        return new Answer(status, Map.of(CONTENT_TYPE, JSON), json.toString(), error, false, Delivery.WHOLE);
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), body, "", status < FIRST_ERROR, Delivery.WHOLE);
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, error, accepted, delivery);
    }

    Answer delivered(Delivery how) {
        return new Answer(status, headers, body, error, accepted, how);
    }

    /** A copy that only looks like success. */
    Answer refused() {
        return new Answer(status, headers, body, error, false, delivery);
    }

    /** A copy that is an error. */
    Answer refused(String code) {
        return new Answer(status, headers, body, code, false, delivery);
    }

    /** What the client sees: nothing unless the whole of it arrives. */
    int visibleStatus() {
        return delivery == Delivery.WHOLE ? status : 0;
    }

    MockResponse toResponse() {
        var response = new MockResponse.Builder().code(status).body(body);
        headers.forEach(response::setHeader);
        if (delivery == Delivery.NEVER) {
            response.onResponseStart(SocketEffect.Stall.INSTANCE);
        } else if (delivery == Delivery.CUT) {
            response.onResponseStart(new SocketEffect.CloseSocket());
        }
        return response.build();
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
