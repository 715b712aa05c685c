package dev.connections.oauth.internal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.oauth.internal.wire.FormEncoding;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks callbacks that a service signs with the client's secret. Immutable.
 *
 * @param parameter the parameter that holds the signature
 * @param key the client's secret
 * @see <a href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant">Shopify,
 *     Authorization code grant, read 2026-11-20</a>
 */
record SignedCallback(String parameter, Secret key) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LIST = "[]";

    /** Refuses a callback that the service did not sign. */
    void require(URI callback) {
        var parameters = new TreeMap<String, List<String>>();
        String query = callback.getRawQuery() == null ? "" : callback.getRawQuery();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(decoded(parts[0]), unused -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decoded(parts[1]));
        }
        require(parameters);
    }

    /** Refuses a callback that the service did not sign. */
    void require(Map<String, List<String>> parameters) {
        List<String> given = parameters.getOrDefault(parameter, List.of());
        boolean good = given.size() == 1
                && MessageDigest.isEqual(
                        over(parameters).getBytes(UTF_8),
                        given.get(0).toLowerCase(Locale.ROOT).getBytes(UTF_8));
        if (!good) {
            throw new ConnectionSecurityException(
                    "callback_forged",
                    "the callback's \"" + parameter
                            + "\" is not the service's signature over it, so nothing of it was used;"
                            + " begin again, pass all of the callback's parameters unchanged, and check that the client"
                            + " secret is the one the service shows",
                    null);
        }
    }

    /** Returns the signature of a callback, whatever it says itself. */
    String over(Map<String, List<String>> parameters) {
        return mac(parameters.entrySet().stream()
                .filter(each -> !each.getKey().equals(parameter))
                .flatMap(each -> pairs(each.getKey(), each.getValue()))
                .sorted()
                .collect(Collectors.joining("&")));
    }

    /** A list is signed as one value, the text of a JSON array. */
    private static Stream<String> pairs(String name, List<String> values) {
        if (!name.endsWith(LIST)) {
            return values.stream().map(value -> pair(name, value));
        }
        String array = values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
        return Stream.of(pair(name.substring(0, name.length() - LIST.length()), array));
    }

    /** What separates names and values is escaped within them, so that none can pass for two. */
    private static String pair(String name, String value) {
        return escaped(name).replace("=", "%3D") + "=" + escaped(value);
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("&", "%26");
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) { // every Java has it
            throw new IllegalStateException(impossible);
        }
    }

    /** A broken escape is refused by whoever reads the callback next; here it only fails to match. */
    private static String decoded(String text) {
        return FormEncoding.decode(text).orElse(text);
    }
}
