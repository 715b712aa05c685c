package dev.connections.oauth.internal.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/**
 * Signs with Ed25519 as the platform does it: the library's own signer needs another cryptographic library. Immutable,
 * thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037#section-3.1">RFC 8037, section 3.1</a>
 */
public final class EdSigner implements JWSSigner {
    private static final String ED25519 = "Ed25519";
    private static final int LENGTH = 32;
    private static final byte X_IS_ODD = (byte) 0x80; // RFC 8032, section 5.1.2

    private final PrivateKey key;

    EdSigner(PrivateKey key) {
        this.key = key;
    }

    /** Returns the signer of a JSON Web Key. */
    public static EdSigner of(OctetKeyPair pair) throws JOSEException {
        return new EdSigner(key(pair));
    }

    static PrivateKey key(OctetKeyPair pair) throws JOSEException {
        byte[] secret = pair.getDecodedD();
        if (!Curve.Ed25519.equals(pair.getCurve()) || secret == null || secret.length != LENGTH) {
            throw new JOSEException("no private key on the curve Ed25519");
        }
        try {
            return KeyFactory.getInstance(ED25519)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
        } catch (GeneralSecurityException unusable) {
            throw new JOSEException("no private key on the curve Ed25519", unusable);
        }
    }

    /** Makes a key. */
    public static OctetKeyPair newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            byte[] secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            EdECPoint point = ((EdECPublicKey) pair.getPublic()).getPoint();
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(encoded(point)))
                    .d(Base64URL.encode(secret))
                    .algorithm(JWSAlgorithm.EdDSA)
                    .build();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** RFC 8032, section 5.1.2: little endian, and the sign of the other coordinate in the highest bit. */
    private static byte[] encoded(EdECPoint point) {
        BigInteger y = point.getY();
        byte[] bigEndian = y.toByteArray();
        var encoded = new byte[LENGTH];
        for (int i = 0; i < Math.min(bigEndian.length, LENGTH); i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (point.isXOdd()) {
            encoded[LENGTH - 1] |= X_IS_ODD;
        }
        return encoded;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(key);
            signature.update(signingInput);
            return Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new JOSEException("the key cannot sign", unusable);
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    }

    @Override
    public JCAContext getJCAContext() {
        return new JCAContext();
    }
}
