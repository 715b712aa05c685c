package dev.connections.spi;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads private keys from text that can be stored: PKCS#8 in PEM. Line breaks may be missing or written as {@code \n}, as
 * environment variables hold them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-10">RFC 7468, section 10</a>
 */
public final class PrivateKeys {
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----\\s*", Pattern.DOTALL);
    private static final Pattern BREAKS = Pattern.compile("\\s|\\\\r|\\\\n");

    private PrivateKeys() {}

    /**
     * Reads a key.
     *
     * @param pem the text
     * @param algorithms the key algorithms that will do, such as {@code RSA}
     * @return the key
     * @throws ConnectionConfigurationException if there is no such key in it ({@code private_key_malformed}); the text is
     *     not shown
     */
    public static PrivateKey read(Secret pem, String... algorithms) {
        Matcher found = PEM.matcher(pem.reveal());
        if (!found.matches()) {
            throw malformed(algorithms);
        }
        PKCS8EncodedKeySpec spec = spec(BREAKS.matcher(found.group(1)).replaceAll(""), algorithms);
        return Stream.of(algorithms)
                .flatMap(each -> key(each, spec).stream())
                .findFirst()
                .orElseThrow(() -> malformed(algorithms));
    }

    private static PKCS8EncodedKeySpec spec(String base64, String... algorithms) {
        try {
            return new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException broken) {
            throw malformed(algorithms);
        }
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (GeneralSecurityException notOfThisKind) {
            return Optional.empty();
        }
    }

    private static ConnectionConfigurationException malformed(String... algorithms) {
        return new ConnectionConfigurationException(
                "private_key_malformed",
                "the client's private key cannot be used (it is not shown); give a key for "
                        + String.join(" or ", algorithms)
                        + " in PKCS#8, as \"openssl pkcs8 -topk8 -nocrypt\" writes it: -----BEGIN PRIVATE KEY-----",
                null);
    }
}
