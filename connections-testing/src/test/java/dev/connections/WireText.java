package dev.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;

/**
 * What a server really received, written as an explanation writes what it would receive. It knows the values that must not be
 * seen because the test made them or saw them pass; nothing of it is shared with the code under test.
 */
public final class WireText {
    private static final Pattern BASE64 = Pattern.compile("Basic ([A-Za-z0-9+/=]+)");
    private static final Pattern JWT =
            Pattern.compile("([A-Za-z0-9_-]{10,})\\.([A-Za-z0-9_-]{10,})\\.[A-Za-z0-9_-]{10,}");

    /** Of HTTP, and the same for every request. */
    private static final Set<String> TRANSPORT = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        TRANSPORT.addAll(Set.of("Host", "Connection", "Accept-Encoding", "User-Agent", "Content-Length"));
    }

    private final Map<String, String> names = new LinkedHashMap<>();

    /** Shows a value by a name from now on, also where it is encoded. */
    public WireText hiding(String name, String value) {
        names.put(value, "<" + name + ">");
        names.put(URLEncoder.encode(value, UTF_8), "<" + name + ">");
        names.put(URLEncoder.encode(value, UTF_8).replace("+", "%20"), "<" + name + ">");
        return this;
    }

    /** Shows the value of a parameter of a request by the parameter's name. */
    public WireText hidingParameter(String name, String text) {
        Matcher found = Pattern.compile("(?:^|[?&\"])" + name + "(?:=|\":\")([^&\\s\"]+)")
                .matcher(text);
        return found.find() ? hiding(name, found.group(1)) : this;
    }

    /** Returns a request. */
    public String of(RecordedRequest request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        var text = new StringBuilder(request.getMethod() + " " + request.getTarget() + " HTTP/1.1\n");
        text.append("Host: ").append(headers.get("Host"));
        headers.keySet().removeAll(TRANSPORT);
        headers.forEach(
                (name, value) -> text.append('\n').append(name).append(": ").append(basic(value)));
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        return shown(body.isEmpty() ? text.toString() : text + "\n\n" + body);
    }

    /** Returns where a browser was sent. */
    public String of(URI opened) {
        return shown(opened.toString());
    }

    private String shown(String text) {
        String shown = JWT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<JWT " + decoded(found.group(1)) + " " + decoded(found.group(2)) + ">"));
        for (String value : longestFirst()) { // a random value may hold a short one
            shown = shown.replace(value, names.getOrDefault(value, value));
        }
        shown = shown.replaceAll("(oauth_nonce|oauth_timestamp|oauth_signature)=(\"?)[^\"&\\s]+", "$1=$2<$1>");
        return shown.replaceAll("\"(iat|exp|nbf)\":[0-9]+", "\"$1\":<$1>")
                .replaceAll("\"jti\":\"[^\"]+\"", "\"jti\":\"<jti>\"");
    }

    private List<String> longestFirst() {
        return names.keySet().stream()
                .sorted(Comparator.comparingInt(value -> -value.length()))
                .toList();
    }

    private static String basic(String value) {
        return BASE64.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "Basic base64(" + new String(Base64.getDecoder().decode(found.group(1)), UTF_8) + ")"));
    }

    private static String decoded(String base64url) {
        return new String(Base64.getUrlDecoder().decode(base64url), UTF_8);
    }
}
