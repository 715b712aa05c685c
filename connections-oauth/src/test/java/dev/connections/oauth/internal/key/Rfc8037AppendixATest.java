package dev.connections.oauth.internal.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.Keys;
import dev.connections.oauth.internal.dpop.ProofKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ed25519 keys, by the standard's own samples.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037#appendix-A">RFC 8037, appendix A</a>
 */
class Rfc8037AppendixATest {
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String PAIR = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"" + X + "\"}";

    @Test
    void signsTheSampleOfTheStandard() throws JOSEException, ParseException {
        var input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(US_ASCII);

        var signature = EdSigner.of(OctetKeyPair.parse(PAIR)).sign(new JWSHeader(JWSAlgorithm.EdDSA), input);

        assertThat(signature)
                .hasToString("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    @Test
    void namesTheKeyOfTheStandardAsItDoes() {
        assertThat(ProofKey.read(Secret.of(PAIR)).thumbprint())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    /** Many times: a coordinate that is written shorter comes once in 256 keys, its sign in every other. */
    @RepeatedTest(10)
    void makesKeysWhosePublicPartFits() throws Exception {
        for (int i = 0; i < 50; i++) {
            OctetKeyPair pair = EdSigner.newPair();
            byte[] input = {1, 2, 3};

            var signature = EdSigner.of(pair).sign(new JWSHeader(JWSAlgorithm.EdDSA), input);

            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec(pair.getDecodedX())));
            verifying.update(input);
            assertThat(verifying.verify(signature.decode())).isTrue();
        }
    }

    private static X509EncodedKeySpec spec(byte[] x) {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410, section 4
        var encoded = new byte[prefix.length + x.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(x, 0, encoded, prefix.length, x.length);
        return new X509EncodedKeySpec(encoded);
    }

    @Test
    void signsForAClientWithEitherSpellingOfTheKeyAndTheAlgorithm() throws GeneralSecurityException, ParseException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        Secret byPem = SigningKey.of(Keys.pem(pair), Optional.empty()).sign(Map.of("sub", "a"), "");
        Secret byJwk = SigningKey.of(Secret.of(PAIR), Optional.of("Ed25519")).sign(Map.of("sub", "a"), "");

        assertThat(SignedJWT.parse(byPem.reveal()).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
        assertThat(SignedJWT.parse(byJwk.reveal()).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.Ed25519);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X + "\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"c2hvcnQ\",\"x\":\"" + X + "\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"" + X
                        + "\"}"
            })
    void refusesAKeyThatCannotSign(String jwk) {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> ClientAuthentication.privateKeyJwt("", Secret.of(jwk)));

        assertThat(refusal.code()).isEqualTo("private_key_malformed");
        assertThat(refusal).hasMessageContaining("Ed25519");
    }

    @Test
    void cannotSignWithAnotherAlgorithm() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> SigningKey.of(Secret.of(PAIR), Optional.of("ES256")));

        assertThat(refusal.code()).isEqualTo("algorithm_unknown");
        assertThat(refusal).hasMessageContaining("Ed25519, EdDSA");
    }
}
