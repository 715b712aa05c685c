package dev.connections.internal.explain;

import dev.connections.Secret;
import dev.connections.spi.AuthClient.Call;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** A request as it goes over the wire, but for what only HTTP needs. */
final class HttpText {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private HttpText() {}

    static String of(Call call, Mask mask) {
        var text = new StringBuilder();
        text.append(call.method())
                .append(' ')
                .append(mask.text(target(call.uri())))
                .append(" HTTP/1.1\n");
        text.append("Host: ").append(mask.text(host(call.uri())));
        headers(call)
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(mask.header(name, value)));
        call.identity().ifPresent(shown -> text.append("\n(shows the client certificate)"));
        call.body().ifPresent(body -> text.append("\n\n").append(mask.text(body.reveal())));
        return text.toString();
    }

    private static Map<String, String> headers(Call call) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        call.contentType().ifPresent(type -> headers.put("Content-Type", type));
        for (Map.Entry<String, Secret> header : call.headers().entrySet()) {
            headers.put(header.getKey(), header.getValue().reveal());
        }
        return headers;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String host(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
        return uri.getPort() < 0 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
