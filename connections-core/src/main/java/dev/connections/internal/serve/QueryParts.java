package dev.connections.internal.serve;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.Part;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Query parameters put behind those that are there. */
public final class QueryParts {
    private QueryParts() {}

    /** Returns the target with the parameters; one that is there already is refused. */
    public static URI append(URI target, List<Part> parameters) {
        String query = target.getRawQuery();
        var longer = new StringBuilder(query == null ? "" : query);
        for (Part parameter : parameters) {
            String name = encode(parameter.name());
            if (query != null && ("&" + query).contains("&" + name + "=")) {
                throw new ConnectionConfigurationException(
                        "parameter_already_set",
                        "the target already has the query parameter " + parameter.name()
                                + ", which these credentials set; leave it out",
                        null);
            }
            longer.append(longer.length() == 0 ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(encode(parameter.value()));
        }
        String text = target.toString();
        String withoutFragment = text.indexOf('#') < 0 ? text : text.substring(0, text.indexOf('#'));
        int at = withoutFragment.indexOf('?');
        return URI.create((at < 0 ? withoutFragment : withoutFragment.substring(0, at)) + "?" + longer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
