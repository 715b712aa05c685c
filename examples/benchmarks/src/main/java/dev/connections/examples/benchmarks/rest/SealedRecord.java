package dev.connections.examples.benchmarks.rest;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.connections.internal.seal.Envelope;
import dev.connections.internal.seal.KeySet;
import dev.connections.internal.seal.WrappingKey;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** One record of 2 KB, and three ways to seal it under a key of its own, which another key wraps. */
final class SealedRecord {
    static final ConnectionStore.Key KEY = new ConnectionStore.Key(
            "acme", ConnectionStore.Key.Kind.CREDENTIAL, "6f1ed002ab5595859014ebf0951522d9.default");
    static final byte[] DOCUMENT =
            "{\"access_token\":\"1000.8cb99d\"} ".repeat(70).substring(0, 2_000).getBytes(StandardCharsets.US_ASCII);

    private static final byte[] AAD = KEY.toString().getBytes(StandardCharsets.US_ASCII);

    private final Envelope envelope = Envelope.of(KeySet.of(WrappingKey.random("benchmark")));
    private final HandMadeEnvelope handMade = new HandMadeEnvelope();
    private final Aead tink = tink();

    private static Aead tink() {
        try {
            AeadConfig.register();
            Aead wrapping = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, wrapping);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal() {
        return envelope.seal(KEY, 1, 1, DOCUMENT);
    }

    byte[] open(byte[] sealed) {
        return envelope.open(new Versioned(KEY, 1, 1, Map.of(), sealed, Optional.empty()));
    }

    byte[] sealByHand() throws GeneralSecurityException {
        return handMade.seal(DOCUMENT, AAD);
    }

    byte[] openByHand(byte[] sealed) throws GeneralSecurityException {
        return handMade.open(sealed, AAD);
    }

    byte[] sealWithTink() throws GeneralSecurityException {
        return tink.encrypt(DOCUMENT, AAD);
    }

    byte[] openWithTink(byte[] sealed) throws GeneralSecurityException {
        return tink.decrypt(sealed, AAD);
    }
}
