package dev.connections.oauth.internal.loopback;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request head asks for.
 *
 * @param page the page to answer with
 * @param callback the callback, if it is one
 */
record Request(Page page, Optional<URI> callback) {
    /** The path that receives callbacks. */
    static final String PATH = "/callback";

    /** Judges a head that arrived at {@code authority}, such as {@code 127.0.0.1:49152}. */
    static Request of(String head, String authority) {
        List<String> lines = List.of(head.split("\r\n"));
        String[] line = lines.get(0).split(" ", -1);
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
            return answer(Page.NOT_A_CALLBACK);
        }
        if (!hosts(lines).equals(List.of(authority))) { // a name that was bound to this address by a stranger
            return answer(Page.WRONG_HOST);
        }
        int query = line[1].indexOf('?');
        if (!(query < 0 ? line[1] : line[1].substring(0, query)).equals(PATH)) {
            return answer(Page.NOT_FOUND);
        }
        return line[0].equals("GET") ? get("http://" + authority + line[1]) : answer(Page.WRONG_METHOD);
    }

    private static Request get(String target) {
        try {
            URI uri = new URI(target);
            Set<String> names = names(uri.getRawQuery() == null ? "" : uri.getRawQuery());
            if (names.contains("state") && names.contains("error")) {
                return new Request(Page.REFUSED, Optional.of(uri));
            }
            if (names.contains("state") && names.contains("code")) {
                return new Request(Page.AUTHORIZED, Optional.of(uri));
            }
        } catch (URISyntaxException broken) { // no server sends a browser there
            return answer(Page.NOT_A_CALLBACK);
        }
        return answer(Page.NOT_A_CALLBACK);
    }

    private static Set<String> names(String query) {
        return Stream.of(query.split("&")).map(pair -> pair.split("=", 2)[0]).collect(Collectors.toSet());
    }

    private static List<String> hosts(List<String> lines) {
        return lines.stream()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))
                .map(line -> line.substring("host:".length()).strip())
                .toList();
    }

    private static Request answer(Page page) {
        return new Request(page, Optional.empty());
    }
}
