package dev.connections.oauth.internal.rehearsal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.connections.Secret;
import dev.connections.oauth.internal.definition.Document;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.wire.Pkce;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.Rehearsal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ID token of nobody, signed with a key of its own, so that the check of ID tokens is run as it is. */
public final class SampleIdToken {
    private static final Pattern VERIFIER = Pattern.compile("(?:^|&)code_verifier=([A-Za-z0-9_-]+)");
    private static final String SUBJECT = "subject";
    private static final long LIFETIME = 300;

    /** Made once: it protects nothing. */
    private static final ECKey KEY = key();

    private SampleIdToken() {}

    /** Returns the answer to a request: keys, user info, or tokens with an ID token among them. */
    public static String answer(Call call, Document sample, OAuth2Definition definition) {
        if (call.method().equals("GET")) {
            Document keys = Document.parse(new JWKSet(KEY.toPublicJWK()).toString());
            return keys.with("sub", SUBJECT).toJson();
        }
        Matcher verifier = VERIFIER.matcher(call.body().map(Secret::reveal).orElse(""));
        return verifier.find()
                ? sample.with("id_token", signed(definition, Pkce.nonce(Secret.of(verifier.group(1)))))
                        .toJson()
                : sample.toJson();
    }

    private static String signed(OAuth2Definition definition, String nonce) {
        long now = Rehearsal.TIME.getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", definition.server().issuer().orElseThrow());
        claims.put("sub", SUBJECT);
        claims.put("aud", definition.clientId());
        claims.put("iat", now);
        claims.put("auth_time", now);
        claims.put("exp", now + LIFETIME);
        claims.put("nonce", nonce);
        var token = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(claims));
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        } catch (JOSEException impossible) { // every platform has the curve
            throw new IllegalStateException(impossible);
        }
    }
}
