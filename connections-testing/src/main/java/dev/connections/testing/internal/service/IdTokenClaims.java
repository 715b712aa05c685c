package dev.connections.testing.internal.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.Base64URL;
import dev.connections.testing.OpenIdVariant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an ID token says. Confined to one answer. */
final class IdTokenClaims {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String ANOTHER = "another";

    private final Issued issued;
    private final Instant now;
    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();

    IdTokenClaims(Issued issued, String issuer, Instant now) {
        this.issued = issued;
        this.now = now;
        put("iss", issuer);
        put("sub", OpenId.subjectOf(issued.account()));
        put("aud", issued.clientId());
        put("exp", now.plus(LIFETIME).getEpochSecond());
        put("iat", now.getEpochSecond());
        issued.nonce().ifPresent(nonce -> put("nonce", nonce));
    }

    void name(String account) {
        put("preferred_username", account);
    }

    Map<String, @Nullable Object> claims() {
        return claims;
    }

    void vary(OpenIdVariant variant) {
        switch (variant) {
            case ISSUER_WRONG -> put("iss", "https://another.example");
            case NO_ISSUER -> claims.remove("iss");
            case AUDIENCE_AS_ARRAY -> put("aud", List.of(issued.clientId()));
            case AUDIENCE_WRONG -> put("aud", ANOTHER);
            case NO_AUDIENCE -> claims.remove("aud");
            case AUDIENCE_OF_ANOTHER_TOO -> put("aud", List.of(issued.clientId(), ANOTHER));
            case AUDIENCE_AS_NUMBER -> put("aud", 5);
            case AUTHORIZED_PARTY_WRONG -> put("azp", ANOTHER);
            case SUBJECT_WRONG -> put("sub", "subject-of-somebody-else");
            case NO_SUBJECT -> claims.remove("sub");
            case SUBJECT_TOO_LONG -> put("sub", "s".repeat(256));
            case NONCE_WRONG -> put("nonce", ANOTHER);
            case NO_NONCE -> claims.remove("nonce");
            default -> varyTimes(variant);
        }
    }

    private void varyTimes(OpenIdVariant variant) {
        switch (variant) {
            case EXPIRED -> put("exp", now.minus(Duration.ofMinutes(6)).getEpochSecond());
            case NO_EXPIRY -> claims.remove("exp");
            case EXPIRY_AS_TEXT -> put("exp", Long.toString(now.plus(LIFETIME).getEpochSecond()));
            case EXPIRY_NULL -> claims.put("exp", null);
            case NO_ISSUE_TIME -> claims.remove("iat");
            case ISSUED_LONG_AGO -> put("iat", now.minus(Duration.ofDays(1)).getEpochSecond());
            case ACCESS_TOKEN_HASH -> put("at_hash", half(issued.accessToken().reveal()));
            case ACCESS_TOKEN_HASH_WRONG -> put("at_hash", half(ANOTHER));
            default -> {} // what is signed differs, or how the rest of the answer looks
        }
    }

    private void put(String name, Object value) {
        claims.put(name, value);
    }

    /** OpenID Connect Core, section 3.1.3.6; every algorithm here hashes with SHA-256. */
    private static String half(String accessToken) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(US_ASCII));
            return Base64URL.encode(Arrays.copyOf(whole, whole.length / 2)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
