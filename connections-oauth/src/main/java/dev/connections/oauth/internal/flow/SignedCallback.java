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
                            + " begin again, and check that the client secret is the one the service shows",
                    null);
        }
    }

    /** Returns the signature of a callback, whatever it says itself. */
    String over(Map<String, List<String>> parameters) {
        return mac(new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(each -> !each.getKey().equals(parameter))
                        .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + value))
                        .collect(Collectors.joining("&")));
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
