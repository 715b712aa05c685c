package dev.connections.testing.internal.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.testing.MockService.Endpoint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Proofs of possession, each good once and for its own request (RFC 9449, section 4.3). Thread-safe. */
final class Proofs {
    static final String HEADER = "DPoP";
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Terms terms;
    private final ProofNonces nonces;
    private final String origin;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Proofs(Terms terms, ProofNonces nonces, String origin) {
        this.terms = terms;
        this.nonces = nonces;
        this.origin = origin;
    }

    /** Returns the thumbprint of the key that a token request proves to have; empty if it proves nothing. */
    Optional<String> keyOf(Incoming request) throws Refusal {
        return request.headers(HEADER) == 0 ? Optional.empty() : Optional.of(key(request, Endpoint.TOKEN, ""));
    }

    /** Returns the thumbprint of the key that a request with a token proves to have. */
    String keyOf(Incoming request, String accessToken) throws Refusal {
        return key(request, Endpoint.RESOURCE, accessToken);
    }

    private String key(Incoming request, Endpoint endpoint, String accessToken) throws Refusal {
        String text = request.header(HEADER).orElseThrow(() -> wrong(endpoint, "there is no proof, or not just one"));
        try {
            SignedJWT proof = SignedJWT.parse(text);
            JWK key = key(proof.getHeader(), endpoint);
            if (!proof.verify(verifier(key))) {
                throw wrong(endpoint, "the signature is not the key's");
            }
            requireRequest(proof.getJWTClaimsSet(), request, endpoint);
            requireToken(proof.getJWTClaimsSet(), accessToken, endpoint);
            nonces.require(endpoint, Optional.ofNullable(proof.getJWTClaimsSet().getStringClaim("nonce")));
            return key.computeThumbprint().toString();
        } catch (ParseException | JOSEException broken) {
            throw wrong(endpoint, "the proof is no signed token");
        }
    }

    private static JWK key(JWSHeader header, Endpoint endpoint) throws Refusal {
        JWK key = header.getJWK();
        if (!new JOSEObjectType("dpop+jwt").equals(header.getType()) || key == null || key.isPrivate()) {
            throw wrong(endpoint, "the type is not dpop+jwt, or there is no public key");
        }
        return key;
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier((RSAKey) key);
    }

    private void requireRequest(JWTClaimsSet claims, Incoming request, Endpoint endpoint)
            throws Refusal, ParseException {
        if (!request.method().equals(claims.getStringClaim("htm"))
                || !(origin + request.path()).equals(claims.getStringClaim("htu"))) {
            throw wrong(endpoint, "the proof is for another request");
        }
        Date issued = claims.getIssueTime();
        if (issued == null || (terms.timed() && isFar(issued.toInstant()))) {
            throw wrong(endpoint, "the proof is too old, or not made yet");
        }
        if (claims.getJWTID() == null || !used.add(claims.getJWTID())) {
            throw wrong(endpoint, "the proof was used before");
        }
    }

    private boolean isFar(Instant issued) {
        return Duration.between(issued, terms.now()).abs().compareTo(SKEW) > 0;
    }

    private static void requireToken(JWTClaimsSet claims, String accessToken, Endpoint endpoint)
            throws Refusal, ParseException {
        String hash = accessToken.isEmpty() ? null : hash(accessToken);
        if (hash != null && !hash.equals(claims.getStringClaim("ath"))) {
            throw wrong(endpoint, "the proof is for another token");
        }
    }

    private static String hash(String token) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Refusal wrong(Endpoint endpoint, String description) {
        return Refusal.proof(endpoint, "invalid_dpop_proof", description);
    }
}
