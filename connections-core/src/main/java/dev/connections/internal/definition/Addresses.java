package dev.connections.internal.definition;

import dev.connections.ConnectionConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Parses endpoints with the parser that sends them (OkHttp's), so that nothing is validated as one host and sent to another.
 *
 * <p>Only canonical input passes: what the parser prints must be what was given (RELIABILITY X6).
 */
public final class Addresses {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    private Addresses() {}

    /** Parses an endpoint; {@code loopback} also allows http on a loopback address. */
    public static URI endpoint(String value, String what, boolean loopback) {
        HttpUrl url = canonical(value, what);
        boolean local = loopback && LOOPBACK.contains(url.host());
        if (!url.isHttps() && !local) {
            throw new ConnectionConfigurationException(
                    "endpoint_not_https",
                    "the " + what + " " + shown(value) + " is not https; use the service's https address",
                    null);
        }
        if (!local && isAddress(url.host())) {
            throw malformed(value, what, "names an IP address; use the service's host name");
        }
        return parsed(value, what);
    }

    /** The same host for {@link URI}, which sees none where it holds an underscore. */
    private static URI parsed(String value, String what) {
        try {
            URI uri = new URI(value);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw malformed(value, what, "holds a character that must be percent-encoded");
        }
        throw malformed(value, what, "has a host name with other characters than a-z, 0-9, - and .");
    }

    private static HttpUrl canonical(String value, String what) {
        if (!value.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\')) {
            throw malformed(value, what, "holds a space, a control character, a backslash or a non-ASCII letter");
        }
        HttpUrl url = HttpUrl.parse(value);
        if (url == null) {
            throw malformed(value, what, "is not an absolute http or https URI");
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw malformed(value, what, "carries a user name; leave it out");
        }
        if (url.encodedFragment() != null) {
            throw malformed(value, what, "carries a fragment; leave out what follows #");
        }
        if (!url.toString().equals(value) && !url.toString().equals(value + "/")) {
            throw malformed(value, what, "is not in its canonical form; write " + shown(url.toString()));
        }
        return url;
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches() || host.endsWith(".");
    }

    private static ConnectionConfigurationException malformed(String value, String what, String problem) {
        return new ConnectionConfigurationException(
                "endpoint_malformed",
                "the " + what + " " + shown(value) + " " + problem + ", for example https://api.example.com/path",
                null);
    }

    /** Quotes foreign text for a message: printable, at most 200 characters, without query. */
    static String shown(String value) {
        String clean = Texts.clean(value.substring(afterUserInfo(value)));
        int query = clean.indexOf('?');
        return '"' + (query < 0 ? clean : clean.substring(0, query) + "?…") + '"';
    }

    /** A user name in an address may stand with its password: neither is shown. */
    private static int afterUserInfo(String value) {
        int authority = value.indexOf("//");
        return authority < 0 ? 0 : value.lastIndexOf('@') + 1;
    }
}
