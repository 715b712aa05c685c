package dev.connections.examples.backend.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which handler answers which method and path. Filled once, then only read. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    record Route(String method, List<String> pattern, boolean open, Handler handler) {
        /** The parts of the path that the pattern leaves open, if it fits. */
        Optional<Map<String, String>> fits(List<String> path) {
            if (path.size() != pattern.size()) {
                return Optional.empty();
            }
            var variables = new TreeMap<String, String>();
            for (int i = 0; i < path.size(); i++) {
                String part = pattern.get(i);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), decoded(path.get(i)));
                } else if (!part.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    record Found(Route route, Map<String, String> variables) {}

    /**
     * Adds a page for people who signed in.
     *
     * @param pattern its path, with {@code {names}} for whole parts
     * @param handler what answers
     * @return this
     */
    public Routes get(String pattern, Handler handler) {
        return add("GET", pattern, false, handler);
    }

    /**
     * Adds a form of people who signed in.
     *
     * @param pattern as in {@link #get}
     * @param handler what answers
     * @return this
     */
    public Routes post(String pattern, Handler handler) {
        return add("POST", pattern, false, handler);
    }

    /**
     * Adds what anybody may see or send.
     *
     * @param method GET or POST
     * @param pattern as in {@link #get}
     * @param handler what answers
     * @return this
     */
    public Routes open(String method, String pattern, Handler handler) {
        return add(method, pattern, true, handler);
    }

    private Routes add(String method, String pattern, boolean open, Handler handler) {
        routes.add(new Route(method, parts(pattern), open, handler));
        return this;
    }

    Found find(Request request) {
        List<String> path = parts(request.path());
        var others = new TreeSet<String>();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.fits(path);
            if (variables.isPresent() && route.method.equals(request.method())) {
                return new Found(route, variables.get());
            }
            variables.ifPresent(fits -> others.add(route.method));
        }
        throw others.isEmpty()
                ? new HttpProblem(404, "There is no such page.")
                : new HttpProblem(405, "This page takes " + String.join(" and ", others) + " only.");
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "The address holds a broken percent escape.");
        }
    }
}
