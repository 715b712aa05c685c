package dev.connections.examples.backend.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Request;
import okhttp3.Response;

/** What of a service's answer may be shown: some services repeat the credentials they were sent. */
final class Shown {
    private static final long MOST = 4_096;
    private static final int SHORTEST_SECRET = 6;

    private Shown() {}

    static String body(Response response) throws IOException {
        String body = response.peekBody(MOST).string();
        for (String secret : sent(response)) {
            body = body.replace(secret, "(hidden)");
        }
        return body.isEmpty() ? "(nothing)" : body;
    }

    /** Each word of what the interceptor added to the request: headers and query. */
    private static List<String> sent(Response response) {
        Response network = response.networkResponse();
        Request sent = network == null ? response.request() : network.request();
        return Stream.concat(
                        sent.headers().toMultimap().entrySet().stream()
                                .filter(header -> !standard(header.getKey()))
                                .flatMap(header -> header.getValue().stream()),
                        sent.url().queryParameterNames().stream()
                                .filter(name -> response.request().url().queryParameter(name) == null)
                                .flatMap(name -> sent.url().queryParameterValues(name).stream()))
                .flatMap(value -> Stream.of(String.valueOf(value).split("[\\s=;]+", -1)))
                .filter(word -> word.length() >= SHORTEST_SECRET)
                .toList();
    }

    private static boolean standard(String header) {
        return Stream.of("Host", "Connection", "Accept-Encoding", "User-Agent").anyMatch(header::equalsIgnoreCase);
    }
}
