package dev.connections.oauth.internal.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The example that RFC 5849 begins with: three requests and their signatures.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-1.2">RFC 5849, section 1.2</a>
 */
class Rfc5849Section12Test {
    private final Signing signing = new Signing(Definitions.photos());

    @Test
    void signsTheRequestForTemporaryCredentials() {
        Map<String, String> parameters = parameters("137131200", "wIjqoS");
        parameters.put("oauth_callback", "http://printer.example.com/ready");

        Map<String, String> signed = signing.signed(
                Signable.of("POST", URI.create("https://photos.example.net/initiate")), parameters, Secret.of(""));

        assertThat(signed).containsEntry("oauth_signature", "74KNZJeDHnMBp0EMJ9ZHt/XKycU=");
    }

    @Test
    void signsTheRequestForTokenCredentials() {
        Map<String, String> parameters = parameters("137131201", "walatlh");
        parameters.put("oauth_token", "hh5s93j4hdidpola");
        parameters.put("oauth_verifier", "hfdp7dh39dks9884");

        Map<String, String> signed = signing.signed(
                Signable.of("POST", URI.create("https://photos.example.net/token")),
                parameters,
                Secret.of("hdhd0244k9j7ao03"));

        assertThat(signed).containsEntry("oauth_signature", "gKgrFCywp7rO0OXSjdot/IHF7IU=");
    }

    @Test
    void signsTheRequestForThePhoto() {
        Map<String, String> signed = signedPhoto();

        assertThat(signed).containsEntry("oauth_signature", "MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    @Test
    void writesTheHeaderWithItsRealmAndEveryValueEncoded() {
        assertThat(signing.header(signedPhoto()))
                .isEqualTo("OAuth realm=\"Photos\", oauth_consumer_key=\"dpf43f3p2l4k3l03\","
                        + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131202\", oauth_nonce=\"chapoH\","
                        + " oauth_token=\"nnch734d00sl2jdk\","
                        + " oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\"");
    }

    private Map<String, String> signedPhoto() {
        Map<String, String> parameters = parameters("137131202", "chapoH");
        parameters.put("oauth_token", "nnch734d00sl2jdk");
        URI photo = URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original");
        return signing.signed(Signable.of("GET", photo), parameters, Secret.of("pfkkdhi9sl3r4s00"));
    }

    private static Map<String, String> parameters(String timestamp, String nonce) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("oauth_consumer_key", "dpf43f3p2l4k3l03");
        parameters.put("oauth_signature_method", "HMAC-SHA1");
        parameters.put("oauth_timestamp", timestamp);
        parameters.put("oauth_nonce", nonce);
        return parameters;
    }
}
