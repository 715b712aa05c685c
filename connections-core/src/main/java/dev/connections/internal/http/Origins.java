package dev.connections.internal.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Scheme, host and port as text: all of an address that may stand in a message. */
final class Origins {
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");

    private Origins() {}

    static String of(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return text(url.scheme(), host, url.port());
    }

    static String of(URI uri) {
        String scheme = lower(uri.getScheme());
        int port = uri.getPort() >= 0 || scheme.isEmpty() ? uri.getPort() : HttpUrl.defaultPort(scheme);
        return text(scheme, lower(uri.getHost()), port);
    }

    private static String text(String scheme, String host, int port) {
        boolean usual = port < 0 || port == HttpUrl.defaultPort(scheme);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    @SuppressWarnings("NullAway") // URI answers null for what is absent
    private static String lower(String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || LOOPBACK.matcher(host).matches();
    }
}
