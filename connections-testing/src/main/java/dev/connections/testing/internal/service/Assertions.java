package dev.connections.testing.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.Secret;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Assertions of the registered client (RFC 7523, section 3), each good once. Thread-safe. */
final class Assertions {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final JOSEObjectType REQUEST = new JOSEObjectType("oauth-authz-req+jwt");

    private final Terms terms;
    private final String origin;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Assertions(Terms terms, String origin) {
        this.terms = terms;
        this.origin = origin;
    }

    /** Returns the client that signed an assertion with its key or its secret. */
    String client(String assertion, Secret secret) throws Refusal {
        try {
            JWTClaimsSet claims = claims(assertion, secret);
            if (claims.getSubject() == null || !claims.getSubject().equals(claims.getIssuer())) {
                throw Refusal.invalidClient("issuer and subject differ");
            }
            return claims.getSubject();
        } catch (Refusal refusal) {
            throw Refusal.invalidClient(refusal.description());
        } catch (ParseException | JOSEException broken) {
            throw Refusal.invalidClient("the assertion is no signed token");
        }
    }

    /** Returns whom an assertion speaks for. */
    String subject(String assertion) throws Refusal {
        try {
            String subject = claims(assertion, Secret.of("")).getSubject();
            if (subject == null) {
                throw Refusal.invalidGrant("the assertion has no subject");
            }
            return subject;
        } catch (ParseException | JOSEException broken) {
            throw Refusal.invalidGrant("the assertion is no signed token");
        }
    }

    /** Returns the parameters of a signed request (RFC 9101, section 6). */
    Parameters request(String signed, String clientId) throws Refusal {
        try {
            JWTClaimsSet claims = claims(signed, Secret.of(""));
            boolean itsOwn = clientId.equals(claims.getIssuer())
                    && clientId.equals(claims.getStringClaim("client_id"))
                    && claims.getSubject() == null;
            if (!itsOwn || !REQUEST.equals(SignedJWT.parse(signed).getHeader().getType())) {
                throw Refusal.of("invalid_request_object", "the request is another client's, or another token");
            }
            return Parameters.ofClaims(claims.toJSONObject());
        } catch (ParseException | JOSEException broken) {
            throw Refusal.of("invalid_request_object", "the request is no signed token");
        }
    }

    private JWTClaimsSet claims(String assertion, Secret secret) throws Refusal, ParseException, JOSEException {
        SignedJWT token = SignedJWT.parse(assertion);
        if (!token.verify(verifier(token.getHeader().getAlgorithm(), secret))) {
            throw Refusal.invalidGrant("the signature is not the client's");
        }
        JWTClaimsSet claims = token.getJWTClaimsSet();
        List<String> audience = claims.getAudience();
        if (audience.size() != 1 || !Set.of(origin, origin + Paths.TOKEN).contains(audience.get(0))) {
            throw Refusal.invalidGrant("the audience is another server");
        }
        requireTime(claims);
        if (claims.getJWTID() == null || !used.add(claims.getJWTID())) {
            throw Refusal.invalidGrant("the assertion was used before");
        }
        return claims;
    }

    private static JWSVerifier verifier(JWSAlgorithm algorithm, Secret secret) throws JOSEException {
        return algorithm.equals(JWSAlgorithm.HS256)
                ? new MACVerifier(secret.reveal().getBytes(UTF_8))
                : new RSASSAVerifier((RSAPublicKey) ClientKey.publicKey());
    }

    private void requireTime(JWTClaimsSet claims) throws Refusal {
        if (claims.getExpirationTime() == null || claims.getIssueTime() == null) {
            throw Refusal.invalidGrant("the assertion has no times");
        }
        Instant end = claims.getExpirationTime().toInstant();
        boolean good = terms.now().isBefore(end) && end.isBefore(terms.now().plus(LONGEST));
        if (terms.timed() && !good) {
            throw Refusal.invalidGrant("the assertion has expired, or lives too long");
        }
    }
}
