package dev.connections.internal.strategy;

import dev.connections.internal.http.Part;
import java.util.List;

/** What a strategy put on a request, by where it travels. Immutable; prints no value. */
public record Applied(List<Part> headers, List<Part> query, List<Part> form, List<Part> cookies) {
    public Applied {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
        form = List.copyOf(form);
        cookies = List.copyOf(cookies);
    }

    /** Whether all of it travels in headers. */
    public boolean onlyHeaders() {
        return query.isEmpty() && form.isEmpty() && cookies.isEmpty();
    }

    /** Whether all of it travels in the query. */
    public boolean onlyQuery() {
        return headers.isEmpty() && form.isEmpty() && cookies.isEmpty();
    }
}
