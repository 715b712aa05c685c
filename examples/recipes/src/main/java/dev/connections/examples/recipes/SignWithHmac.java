package dev.connections.examples.recipes;

import dev.connections.Secret;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.DirectStrategy;
import dev.connections.spi.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How do I ship a strategy of my own, here requests signed with HMAC-SHA-256? */
public final class SignWithHmac implements DirectStrategy<SignWithHmac.HmacKey> {
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * What a person enters.
     *
     * @param keyId names the key at the service
     * @param key the signing key
     */
    public record HmacKey(String keyId, Secret key) implements Credential {}

    @Override
    public String authenticationType() {
        return "example.hmac";
    }

    @Override
    public CredentialForm<HmacKey> form() { // one declaration: what to ask, and how to store it
        return CredentialForm.text("key_id", "Key ID", HmacKey::keyId)
                .andSecret("key", "Signing key", HmacKey::key)
                .into(values -> new HmacKey(values.text("key_id"), values.secret("key")));
    }

    @Override
    public void apply(HmacKey credential, OutgoingRequest request) {
        request.header("X-Key-Id", credential.keyId())
                .header("X-Signature", signature(credential.key(), request.method() + " " + request.uri()));
    }

    static String signature(Secret key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
