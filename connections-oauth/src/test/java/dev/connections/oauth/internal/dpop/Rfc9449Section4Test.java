package dev.connections.oauth.internal.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.Proof;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The standards' own samples.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.1">RFC 9449, sections 4.1 and 6.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7638#section-3.1">RFC 7638, section 3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#appendix-A.3">RFC 7515, appendix A.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#appendix-A">RFC 7517, appendix A</a>
 */
class Rfc9449Section4Test {
    private static final Instant NOW = Instant.ofEpochSecond(1562262616);

    /** RFC 9449, section 4.1. */
    private static final String PROOF =
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19"
                    + ".eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ"
                    + ".2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

    /** RFC 7517, appendix A.2: the key pair whose public part is that of A.1. */
    private static final Secret EC_PAIR = Secret.of("""
            {"kty":"EC","crv":"P-256","alg":"ES256","kid":"1",
             "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
             "d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}""");

    /** RFC 7517, appendix A.2: the pair of the key in RFC 7638. */
    private static final Secret RSA_PAIR =
            Secret.of("{\"kty\":\"RSA\",\"alg\":\"RS256\",\"kid\":\"2011-04-29\",\"e\":\"AQAB\",\"n\":\""
                    + "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
                    + "\",\"d\":\""
                    + "X4cTteJY_gn4FYPsXB8rdXix5vwsg1FLN5E3EaG6RJoVH-HLLKD9M7dx5oo7GURknchnrRweUkC7hT5fJLM0WbFAKNLWY2vv7B6NqXSzUvxT0_YSfqijwp3RTzlBaCxWp4doFk5N2o8Gy_nHNKroADIkJ46pRUohsXywbReAdYaMwFs9tv8d_cPVY3i07a3t8MN6TNwm0dSawm9v47UiCl3Sk5ZiG7xojPLu4sbg1U2jx4IBTNBznbJSzFHK66jT8bgkuqsk0GjskDJk19Z4qwjwbsnn4j2WBii3RL-Us2lGVkY8fkFzme1z0HbIkfz0Y6mqnOYtqc0X4jfcKoAC8Q"
                    + "\"}");

    private static Proof made(ProofKey key) {
        var request = new Proving("POST", URI.create("https://server.example.com/token"), Optional.empty(), NOW);
        return Proof.of(new Proofs().of(key, request));
    }

    @Test
    void makesAProofAsTheOneOfTheStandard() {
        Proof standard = Proof.of(PROOF);

        Proof ours = made(ProofKey.make("ES256"));

        assertThat(standard.thumbprint()).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
        assertThat(ours.header()).containsOnlyKeys(standard.header().keySet().toArray(new String[0]));
        assertThat(ours.header()).containsEntry("typ", standard.header().get("typ"));
        assertThat(ours.claims()).containsOnlyKeys(standard.claims().keySet().toArray(new String[0]));
        for (String same : List.of("htm", "htu", "iat")) {
            assertThat(ours.claim(same)).isEqualTo(standard.claim(same));
        }
    }

    @Test
    void signsWithAKeyThatTheStandardCanCheck() {
        Proof proof = made(ProofKey.read(EC_PAIR));

        assertThat(proof.key().toJSONObject())
                .containsEntry("x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")
                .containsEntry("y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")
                .containsOnlyKeys("kty", "crv", "x", "y");
    }

    @Test
    void namesAKeyAsTheStandardDoes() {
        ProofKey key = ProofKey.read(RSA_PAIR);

        assertThat(key.thumbprint()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        assertThat(made(key).header()).containsEntry("alg", "RS256");
    }

    /** The test's own reading of signatures is right: it takes the one of RFC 7515 and no other. */
    @Test
    void checksSignaturesAsTheStandardDoes() throws Exception {
        var signed = JWSObject.parse("eyJhbGciOiJFUzI1NiJ9"
                + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
                + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        var verifier = new ECDSAVerifier(ECKey.parse("""
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                 "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"""));

        assertThat(signed.verify(verifier)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "EdDSA"})
    void readsBackEveryKeyItMakes(String algorithm) {
        ProofKey made = ProofKey.make(algorithm);

        ProofKey read = ProofKey.read(made.text());

        assertThat(read).isEqualTo(made).hasSameHashCodeAs(made);
        assertThat(made(read).header()).containsEntry("alg", algorithm);
        assertThat(made(read).thumbprint()).isEqualTo(made.thumbprint());
        assertThat(made.toString()).isEqualTo("ProofKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t",
                "{\"kty\":\"oct\",\"k\":\"s3cr3t\",\"alg\":\"HS256\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"x\":\"s3cr3t\",\"y\":\"s3cr3t\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                        + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\",\"d\":\"s3cr3t\"}"
            })
    void saysThatAStoredKeyIsNone(String text) {
        var refusal =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> ProofKey.read(Secret.of(text)));

        assertThat(refusal.code()).isEqualTo("proof_key_unreadable");
        assertThat(refusal).hasMessageContaining("reconnect()").hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain("s3cr3t");
    }

    @Test
    void forgetsTheServerThatWasAskedLongestAgo() {
        var proofs = new Proofs();
        ProofKey key = ProofKey.make("ES256");
        for (int i = 0; i <= 256; i++) {
            boolean again = proofs.hear(new Hearing(server(i), "use_dpop_nonce", List.of("n-" + i), List.of()));
            assertThat(again).isTrue();
        }

        Proof first = Proof.of(proofs.of(key, new Proving("GET", server(0), Optional.empty(), NOW)));
        Proof last = Proof.of(proofs.of(key, new Proving("GET", server(256), Optional.empty(), NOW)));

        assertThat(first.claims()).doesNotContainKey("nonce");
        assertThat(last.claim("nonce")).isEqualTo("n-256");
    }

    private static URI server(int number) {
        return URI.create("https://api" + number + ".example.com/");
    }
}
