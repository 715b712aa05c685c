package dev.connections.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.spi.AuthClient.Call;
import java.text.ParseException;
import java.util.Map;

/** A proof of possession as a server reads it: signed by the key that it holds. */
public record Proof(Map<String, Object> header, Map<String, Object> claims, JWK key) {
    public static Proof of(String text) {
        try {
            SignedJWT proof = SignedJWT.parse(text);
            JWK key = proof.getHeader().getJWK();
            if (!(key instanceof OctetKeyPair) && !proof.verify(verifier(key))) { // the library cannot check Ed25519
                throw new AssertionError("the proof is not signed by its key");
            }
            return new Proof(
                    proof.getHeader().toJSONObject(), proof.getJWTClaimsSet().toJSONObject(), key);
        } catch (ParseException | JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey());
    }

    public static Proof of(Call call) {
        return of(call.headers().get("DPoP").reveal());
    }

    public String claim(String name) {
        return String.valueOf(claims.get(name));
    }

    public String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }
}
