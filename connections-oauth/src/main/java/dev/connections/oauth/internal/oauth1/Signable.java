package dev.connections.oauth.internal.oauth1;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a signature covers of a request. Prints the method.
 *
 * @param method the method in upper case
 * @param uri the target, with its query
 * @param form the body if it is a form, as sent; else empty
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1">RFC 5849, section 3.4.1</a>
 */
record Signable(String method, URI uri, String form) {
    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::name).thenComparing(Pair::value);

    static Signable of(String method, URI uri) {
        return new Signable(method, uri, "");
    }

    /** Returns a copy with a form body. */
    Signable withForm(String body) {
        return new Signable(method, uri, body);
    }

    /** Returns the signature base string of this request with these protocol parameters. */
    String baseString(Map<String, String> protocolParameters) {
        return PercentEncoding.encode(method)
                + '&'
                + PercentEncoding.encode(baseUri())
                + '&'
                + PercentEncoding.encode(normalized(protocolParameters));
    }

    /** Section 3.4.1.2: scheme and host in lower case, no standard port, no query. */
    private String baseUri() {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean standard = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (standard ? "" : ":" + uri.getPort()) + path;
    }

    /** Section 3.4.1.3.2: sorted by their encoded names, then by their encoded values. */
    private String normalized(Map<String, String> protocolParameters) {
        var all = new ArrayList<Pair>();
        protocolParameters.forEach(
                (name, value) -> all.add(new Pair(PercentEncoding.encode(name), PercentEncoding.encode(value))));
        String query = uri.getRawQuery();
        all.addAll(pairs(query == null ? "" : query));
        all.addAll(pairs(form));
        return all.stream()
                .sorted(ORDER)
                .map(pair -> pair.name + '=' + pair.value)
                .collect(Collectors.joining("&"));
    }

    private static List<Pair> pairs(String encoded) {
        var pairs = new ArrayList<Pair>();
        for (String each : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            String[] parts = each.split("=", 2);
            pairs.add(new Pair(
                    PercentEncoding.encodeForm(parts[0]),
                    parts.length < 2 ? "" : PercentEncoding.encodeForm(parts[1])));
        }
        return pairs;
    }

    @Override
    public String toString() {
        return "Signable[" + method + "]";
    }

    private record Pair(String name, String value) {}
}
