package dev.connections.oauth;

import dev.connections.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys of clients, made once. */
public final class Keys {
    public static final KeyPair RSA = pair("RSA", 2048);
    public static final KeyPair EC = pair("EC", 256);

    private Keys() {}

    public static JwtAssertion assertion() {
        return JwtAssertion.signedWith("kid-1", pem(RSA));
    }

    /** Returns a private key as PKCS#8 in PEM. */
    public static Secret pem(KeyPair pair) {
        String base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Secret.of("-----BEGIN PRIVATE KEY-----\r\n" + base64 + "\r\n-----END PRIVATE KEY-----\r\n");
    }

    public static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
