package dev.connections.http;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.Part;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** Credentials in a URL's query. The other parameters keep their bytes. */
final class QueryParts {
    private QueryParts() {}

    static HttpUrl with(HttpUrl url, List<Part> parts) {
        HttpUrl.Builder builder = url.newBuilder();
        for (Part part : parts) {
            if (url.queryParameterNames().contains(part.name())) {
                throw alreadySet(part.name(), url);
            }
            builder.addQueryParameter(part.name(), part.value());
        }
        return builder.build();
    }

    static ConnectionConfigurationException alreadySet(String name, HttpUrl url) {
        return new ConnectionConfigurationException(
                "parameter_already_set",
                "the request to " + Origins.of(url) + " already has the parameter " + name
                        + ", which the connection sets; remove it from the request",
                null);
    }

    /** Takes the parts off the target of a redirect: many services copy the query there, some inside another parameter. */
    static HttpUrl without(HttpUrl url, List<Part> parts) {
        String query = url.encodedQuery();
        if (query == null) {
            return url;
        }
        String[] pairs = query.split("&", -1);
        List<String> kept = new ArrayList<>(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            String name = url.queryParameterName(i);
            String value = url.queryParameterValue(i);
            if (parts.stream().noneMatch(part -> names(part, name) || holds(part, name + "=" + value))) {
                kept.add(pairs[i]);
            }
        }
        return url.newBuilder()
                .encodedQuery(kept.isEmpty() ? null : String.join("&", kept))
                .build();
    }

    private static boolean names(Part part, String name) {
        return part.name().equals(name);
    }

    private static boolean holds(Part part, String decoded) {
        return !part.value().isEmpty() && decoded.contains(part.value());
    }
}
