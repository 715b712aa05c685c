package dev.connections.http;

import okhttp3.HttpUrl;

/** Scheme, host and port: what credentials are bound to, and all of a URL that may stand in a message. */
final class Origins {
    private Origins() {}

    static boolean same(HttpUrl one, HttpUrl other) {
        return one.port() == other.port()
                && one.scheme().equals(other.scheme())
                && one.host().equals(other.host());
    }

    static String of(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return url.scheme() + "://" + host + port;
    }
}
