package dev.connections.examples.backend.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages, written in one place. */
final class Paths {
    static final String LIST = "/connections";
    /** The pattern of the pages of one connection. */
    static final String ONE = LIST + "/{linkName}";

    static final String CREATE = "/create";
    static final String ACCOUNTS = "/accounts";
    static final String SERVICES = "/services";
    static final String USED_IN = "/used-in";
    static final String HISTORY = "/history";
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";

    private Paths() {}

    static String connection(String linkName) {
        return LIST + "/" + part(linkName);
    }

    static String connection(String linkName, String page) {
        return connection(linkName) + "/" + page;
    }

    /** A text as a part of a path or a value of a query. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
