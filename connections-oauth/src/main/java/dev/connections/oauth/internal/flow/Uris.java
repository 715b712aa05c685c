package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RedirectFlow;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to URIs that are already known to be good, and the check of redirect URIs. */
public final class Uris {
    private static final int LONGEST_REDIRECT_URI = 2048;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private Uris() {}

    /** Returns what may be shown of a URI. */
    public static String withoutQuery(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    /** Returns the same path and query at another origin. */
    static URI at(String origin, URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(origin + uri.getRawPath() + query);
    }

    static boolean sameOrigin(URI one, URI other) {
        return origin(one).equalsIgnoreCase(origin(other));
    }

    /**
     * Refuses a redirect URI that no server would register or that hides its host.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2">RFC 6749, section 3.1.2</a>
     */
    public static void requireRedirectUri(String redirectUri) {
        URI uri = parse(redirectUri);
        if (uri == null || !isRedirectTarget(uri) || redirectUri.length() > LONGEST_REDIRECT_URI) {
            throw new ConnectionConfigurationException(
                    "redirect_uri_malformed",
                    "the redirect URI cannot be used; write an https URI, or http with 127.0.0.1, without user info and"
                            + " fragment, such as https://app.example.com/callback",
                    null);
        }
    }

    /** Refuses a page that shows a code where a browser must come back. */
    static void requireComingBack(String redirectUri) {
        if (redirectUri.equals(RedirectFlow.OUT_OF_BAND)) {
            throw new ConnectionConfigurationException(
                    "redirect_uri_malformed",
                    "no browser comes back from " + redirectUri + "; use beginCopying(…) and completeCopied(…)",
                    null);
        }
    }

    private static @Nullable URI parse(String text) {
        boolean ascii = text.chars().allMatch(c -> c > ' ' && c <= '~');
        try {
            return ascii ? new URI(text) : null;
        } catch (URISyntaxException broken) {
            return null;
        }
    }

    private static boolean isRedirectTarget(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && ("https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
    }

    private static String origin(URI uri) {
        int port = uri.getPort() < 0 && "https".equals(uri.getScheme()) ? 443 : uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }
}
