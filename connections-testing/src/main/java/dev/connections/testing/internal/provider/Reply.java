package dev.connections.testing.internal.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider says.
 *
 * @param status the HTTP status
 * @param contentType the content type, empty for none
 * @param body the body
 * @param error the provider's error code, empty where there is none
 * @param headers further headers
 */
public record Reply(int status, String contentType, String body, String error, Map<String, String> headers) {
    private static final String JSON = "application/json";

    /** Keeps its own copy of the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /**
     * Says yes in JSON.
     *
     * @param body the body
     * @return the reply
     */
    static Reply json(Body body) {
        return new Reply(200, JSON, body.toString(), "", Map.of());
    }

    /**
     * Says no in JSON.
     *
     * @param status the status
     * @param error the code, for the journal
     * @param body the body
     * @return the reply
     */
    static Reply error(int status, String error, Body body) {
        return new Reply(status, JSON, body.toString(), error, Map.of());
    }

    /**
     * Says no as RFC 6749, section 5.2 does.
     *
     * @param status the status
     * @param error the code
     * @param description the text
     * @return the reply
     */
    static Reply error(int status, String error, String description) {
        return error(status, error, Body.of("error", error).and("error_description", description));
    }

    /**
     * Says anything in any form.
     *
     * @param status the status
     * @param contentType the content type
     * @param body the body
     * @return the reply
     */
    static Reply of(int status, String contentType, String body) {
        return new Reply(status, contentType, body, "", Map.of());
    }

    Reply as(String error) {
        return new Reply(status, contentType, body, error, headers);
    }

    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, error, more);
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
