package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.internal.dpop.Proofs;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a definition may put into a header. */
final class HeaderText {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}"); // RFC 9110, section 5.6.2
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,1022}[\\x21-\\x7E])?");
    private static final Set<String> OURS = Set.of(
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HeaderText() {}

    static void requireFreeName(String name) {
        if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw malformed("the header name \"" + name + "\" cannot be set; use one that neither HTTP nor the client"
                    + " authentication needs, such as User-Agent");
        }
    }

    /** Refuses computed headers that others would stand beside; the SDK's own are those of proofs (RFC 9449). */
    static void requireOnce(Collection<String> others, Collection<String> computed) {
        var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.add(Proofs.HEADER);
        taken.addAll(others);
        computed.stream().filter(name -> !taken.add(name)).findFirst().ifPresent(name -> {
            throw malformed("the header \"" + name
                    + "\" is computed, and the request holds it already; leave one of them" + " out");
        });
    }

    static void requireValue(String what, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw malformed("the value of " + what + " cannot be sent; use visible ASCII, at most 1024 characters, no"
                    + " space at its ends");
        }
    }

    static ConnectionConfigurationException malformed(String problemAndFix) {
        return Wrong.definition("header_malformed", problemAndFix);
    }
}
