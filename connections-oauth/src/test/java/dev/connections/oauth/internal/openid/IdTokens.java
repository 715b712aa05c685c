package dev.connections.oauth.internal.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server's ID tokens and keys. */
final class IdTokens {
    static final String ISSUER = "https://acme.example";
    static final KeyPair OTHER = Keys.pair("RSA", 2048);

    private IdTokens() {}

    /** Returns claims that are good, to vary. */
    static Map<String, Object> claims(String nonce) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("sub", "248289761001");
        claims.put("aud", "client-id");
        claims.put("exp", FakeContext.NOW.plusSeconds(300).getEpochSecond());
        claims.put("iat", FakeContext.NOW.getEpochSecond());
        claims.put("nonce", nonce);
        claims.put("preferred_username", "alice");
        return claims;
    }

    static String signed(Map<String, Object> claims) {
        return signed(claims, Keys.RSA, "k1");
    }

    static String signed(Map<String, Object> claims, KeyPair pair, String keyId) {
        var token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(keyId.isEmpty() ? null : keyId)
                        .build(),
                new Payload(claims));
        try {
            token.sign(new RSASSASigner(pair.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Returns a key set of public keys. */
    static String keys(KeyPair pair, String keyId) {
        return new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .keyID(keyId)
                        .build())
                .toString();
    }
}
