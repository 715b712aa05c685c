package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.oauth.internal.wire.FormEncoding;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The request that arrived at the redirect URI, read strictly: it comes from a browser, so anybody may have written it.
 * Prints nothing of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
public final class Callback {
    private static final int LONGEST_QUERY = 16 * 1024;
    private static final int LONGEST_CODE = 4 * 1024;

    private final Map<String, String> values;

    private Callback(Map<String, String> values) {
        this.values = values;
    }

    /** Reads a callback's URI. */
    public static Callback of(URI uri, CallbackNames names) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        requireNoTokenIn(uri.getRawFragment() == null ? "" : uri.getRawFragment());
        requireLength(query.length());
        var parameters = new LinkedHashMap<String, List<String>>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = FormEncoding.decode(parts[0]).orElse("");
            String raw = parts.length < 2 ? "" : parts[1];
            if (names.read(name).isPresent()) {
                parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(decoded(name, raw));
            }
        }
        return of(parameters, names);
    }

    /** Reads decoded parameters. */
    public static Callback of(Map<String, List<String>> parameters, CallbackNames names) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, all) ->
                names.read(name).ifPresent(standard -> values.put(standard, single(name, all))));
        requireLength(values.values().stream().mapToInt(String::length).sum());
        values.values().removeIf(String::isEmpty); // RFC 6749, section 3.1: without a value, omitted
        requireNoToken(values.keySet());
        return new Callback(values);
    }

    /** Returns what stands for the callback of a code that a person copied: nothing but the state of their session. */
    static Callback copied(String state) {
        return new Callback(Map.of("state", state));
    }

    /** Returns the state, without which nothing in the callback can be believed. */
    public String state() {
        return value("state")
                .orElseThrow(() -> new ConnectionSecurityException(
                        "state_missing",
                        "the callback has no state, so it belongs to no authorization that began here; begin again",
                        null));
    }

    /** Returns the code. */
    Secret code() {
        String code = value("code").orElseThrow(() -> malformed("code_missing", "has neither code nor error"));
        if (!isCode(code)) {
            throw malformed("callback_malformed", "has a code that no server issues");
        }
        try {
            return Secret.of(code);
        } catch (ConnectionConfigurationException mask) { // "***" is nobody's code
            throw malformed("callback_malformed", "has a mask in place of the code");
        }
    }

    /** Tells whether a server may have issued it. */
    static boolean isCode(String code) {
        return code.length() <= LONGEST_CODE && code.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    Optional<String> issuer() {
        return value("iss");
    }

    Optional<String> error() {
        return value("error");
    }

    String errorDescription() {
        return value("error_description").orElse("");
    }

    String errorUri() {
        return value("error_uri").orElse("");
    }

    /** Returns a parameter that was asked for. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String toString() {
        return "Callback";
    }

    private static String decoded(String name, String raw) {
        return FormEncoding.decode(raw)
                .orElseThrow(() -> malformed("callback_malformed", "has a broken escape in \"" + name + "\""));
    }

    private static String single(String name, List<String> all) {
        if (all.size() > 1) {
            throw new ConnectionSecurityException(
                    "callback_parameter_repeated",
                    "the callback has \"" + name + "\" " + all.size()
                            + " times, so it is not a server's; begin the authorization again",
                    null);
        }
        return all.isEmpty() ? "" : all.get(0);
    }

    private static void requireLength(int length) {
        if (length > LONGEST_QUERY) {
            throw malformed("callback_malformed", "is longer than " + LONGEST_QUERY + " characters");
        }
    }

    private static void requireNoTokenIn(String fragment) {
        requireNoToken(Stream.of(fragment.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .collect(Collectors.toSet()));
    }

    private static void requireNoToken(Set<String> names) {
        if (names.stream().anyMatch(CallbackNames.TOKENS::contains)) {
            throw new ConnectionSecurityException(
                    "token_in_callback",
                    "the callback carries a token where browsers and logs see it; it was not used. Let the service answer"
                            + " with a code (response_type=code) and begin again",
                    null);
        }
    }

    private static ConnectionException malformed(String code, String problem) {
        return new ConnectionProtocolException(
                code, "the callback " + problem + "; begin the authorization again", null);
    }
}
