package dev.connections.internal.definition;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port that credentials may go to.
 *
 * @param scheme in lower case
 * @param host in lower case; an address without brackets
 * @param port never -1
 * @param written the port as a {@link URI} states it: -1 where it is the scheme's own
 */
public record Origin(String scheme, String host, int port, int written) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Returns the origin of a canonical endpoint. */
    public static Origin of(URI endpoint) {
        String scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return of(scheme, unbracketed(host), port(scheme, endpoint.getPort()));
    }

    private static Origin of(String scheme, String host, int port) {
        return new Origin(scheme, host, port, port == port(scheme, -1) ? -1 : port);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * Says whether a target lies in this origin. A {@link URI} has a host only if that is plain ASCII letters, digits, dots
     * and hyphens (or a bracketed address), so that every parser reads the same one. Does not allocate for host names.
     */
    public boolean admits(URI target) {
        return isWrittenAs(target) || means(target);
    }

    // What nearly every target looks like; equal texts are compared many bytes at a time.
    private boolean isWrittenAs(URI target) {
        return written == target.getPort()
                && target.getRawUserInfo() == null
                && host.equals(target.getHost())
                && scheme.equals(target.getScheme());
    }

    private boolean means(URI target) {
        String targetHost = target.getHost();
        String targetScheme = target.getScheme();
        return targetHost != null
                && targetScheme != null
                && target.getRawUserInfo() == null
                && admits(targetScheme, unbracketed(targetHost), port(scheme, target.getPort()));
    }

    /** Says the same of a target already taken apart; the port is the effective one, an address has no brackets. */
    public boolean admits(String targetScheme, String targetHost, int targetPort) {
        return port == targetPort && scheme.equalsIgnoreCase(targetScheme) && host.equalsIgnoreCase(targetHost);
    }

    private static int port(String scheme, int stated) {
        return stated >= 0 ? stated : scheme.equals("https") ? HTTPS : HTTP;
    }

    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + (written < 0 ? "" : ":" + port);
    }
}
