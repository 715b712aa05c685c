package dev.connections.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.catalog.Loopback.Received;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.MapAssert;

/**
 * A request with a signature, checked as a server would, by the text of RFC 5849 and not by the code under test.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4">RFC 5849, section 3.4</a>
 */
record SignedRequest(Received received, Loopback hosts) {
    private static final Pattern PARAMETER = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    /** Returns the protocol parameters of the header. */
    Map<String, String> parameters() {
        String header = received.header("Authorization");
        assertThat(header).startsWith("OAuth ");
        var parameters = new TreeMap<String, String>();
        PARAMETER
                .matcher(header)
                .results()
                .forEach(found -> parameters.put(found.group(1), Loopback.decoded(found.group(2))));
        return parameters;
    }

    MapAssert<String, String> requireSigned(String method, String clientSecret, String tokenSecret) {
        Map<String, String> parameters = parameters();
        String key = encoded(clientSecret) + "&" + encoded(tokenSecret);
        String expected = method.equals("PLAINTEXT") ? key : hmac(key, base(parameters));

        return assertThat(parameters)
                .containsEntry("oauth_signature_method", method)
                .containsEntry("oauth_consumer_key", FactsProvider.CLIENT)
                .containsEntry("oauth_signature", expected);
    }

    private String base(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (!name.equals("oauth_signature") && !name.equals("realm")) {
                pairs.add(pair(name, value));
            }
        });
        Loopback.parameters(received.query()).forEach((name, value) -> pairs.add(pair(name, value)));
        received.form().forEach((name, value) -> pairs.add(pair(name, value)));
        String all = pairs.stream().sorted().collect(Collectors.joining("&"));
        String address = hosts.origin("rehearsal.example") + received.path();
        return received.request().getMethod() + "&" + encoded(address) + "&" + encoded(all);
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String hmac(String key, String base) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
