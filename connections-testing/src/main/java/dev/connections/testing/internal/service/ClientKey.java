package dev.connections.testing.internal.service;

import dev.connections.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** The key pair of the registered client: made once, when it is first asked for. */
final class ClientKey {
    private static final int BITS = 2048;
    private static final KeyPair PAIR = newPair();

    private ClientKey() {}

    static PublicKey publicKey() {
        return PAIR.getPublic();
    }

    /** The private key as PKCS#8 in PEM. */
    static Secret privateKey() {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(PAIR.getPrivate().getEncoded());
        return Secret.of("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
