package dev.connections.oauth.internal.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import dev.connections.oauth.OAuth1.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Base string and signatures.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4">RFC 5849, section 3.4</a>
 */
class Rfc5849Section34Test {
    /** The example of sections 3.1 and 3.4.1.1. */
    private static final String BASE_STRING = "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q"
            + "%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_"
            + "key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_m"
            + "ethod%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk"
            + "9d7dh3k39sjv7";

    private static final Secret CLIENT = Secret.of("j49sk3j29djd");
    private static final Secret TOKEN = Secret.of("dh893hdasih9");

    @Test
    void buildsTheBaseStringOfTheExample() {
        assertThat(example().baseString(parameters())).isEqualTo(BASE_STRING);
    }

    /** The signature the RFC prints is wrong; its erratum 2550 names this one. */
    @Test
    void signsTheExampleAsItsErratumSays() {
        String signature = Signer.of(Signature.HMAC_SHA1, CLIENT).sign(BASE_STRING, TOKEN);

        assertThat(signature).isEqualTo("r6/TJjbCOr97/+UU0NsvSne7s5g=");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://EXAMPLE.COM:80/r%20v/X?id=123, http%3A%2F%2Fexample.com%2Fr%2520v%2FX",
        "https://www.example.net:8080/?q=1, https%3A%2F%2Fwww.example.net%3A8080%2F",
        "https://www.example.net:443, https%3A%2F%2Fwww.example.net%2F",
        "http://www.example.net:443/, http%3A%2F%2Fwww.example.net%3A443%2F",
    })
    void normalizesTheTargetAsSection3412Says(String target, String expected) {
        String base = Signable.of("GET", URI.create(target)).baseString(Map.of());

        assertThat(base.split("&", -1)[1]).isEqualTo(expected);
    }

    @Test
    void sortsByNameBeforeValueWhateverFollowsTheName() {
        var request = Signable.of("GET", URI.create("https://example.com/?a-b=1&a=2&a=10&a=1"));

        assertThat(request.baseString(Map.of())).endsWith("&a%3D1%26a%3D10%26a%3D2%26a-b%3D1");
    }

    @Test
    void keepsBytesThatAreNoUtf8AndSignsThatAreNoEscapes() {
        var request =
                Signable.of("POST", URI.create("https://example.com/?a=%ff")).withForm("b=100%&c=%zz");

        assertThat(request.baseString(Map.of())).endsWith("&a%3D%25FF%26b%3D100%2525%26c%3D%2525zz");
    }

    @Test
    void signsWithSha256() {
        String signature = Signer.of(Signature.HMAC_SHA256, CLIENT).sign("base", TOKEN);

        assertThat(Base64.getDecoder().decode(signature)).hasSize(32);
        assertThat(signature)
                .isNotEqualTo(Signer.of(Signature.HMAC_SHA256, CLIENT).sign("base", CLIENT));
    }

    @Test
    void encodesBothSecretsInPlaintext() {
        String signature = Signer.of(Signature.PLAINTEXT, Secret.of("a&b c")).sign("ignored", Secret.of("~%é"));

        assertThat(signature).isEqualTo("a%26b%20c&~%25%C3%A9");
    }

    @Test
    void signsWithThePrivateKeyAlone() throws Exception {
        KeyPair pair = newPair();
        var signer = Signer.of(Signature.RSA_SHA1, pem(pair));

        byte[] signature = Base64.getDecoder().decode(signer.sign(BASE_STRING, TOKEN));

        var verifier = java.security.Signature.getInstance("SHA1withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(BASE_STRING.getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(signature)).isTrue();
        assertThat(signer.sign(BASE_STRING, Secret.of(""))).isEqualTo(signer.sign(BASE_STRING, TOKEN));
    }

    private static Signable example() {
        return Signable.of("POST", URI.create("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"))
                .withForm("c2&a3=2+q");
    }

    private static Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("oauth_consumer_key", "9djdj82h48djs9d2");
        parameters.put("oauth_token", "kkk9d7dh3k39sjv7");
        parameters.put("oauth_signature_method", "HMAC-SHA1");
        parameters.put("oauth_timestamp", "137131201");
        parameters.put("oauth_nonce", "7d8f3e4a");
        return parameters;
    }

    private static KeyPair newPair() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Secret pem(KeyPair pair) {
        String base64 = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Secret.of("-----BEGIN PRIVATE KEY-----\\n" + base64 + "\\n-----END PRIVATE KEY-----");
    }
}
