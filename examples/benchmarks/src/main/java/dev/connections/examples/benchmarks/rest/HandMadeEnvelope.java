package dev.connections.examples.benchmarks.rest;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** The least that an envelope is: a fresh key, wrapped by another one, before what it sealed. For one thread. */
final class HandMadeEnvelope {
    private static final int KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = 12 + KEY_BYTES + 16;

    private final ReusedCipher cipher = new ReusedCipher();
    private final Key wrapping = key(cipher.random(KEY_BYTES));

    byte[] seal(byte[] plain, byte[] aad) throws GeneralSecurityException {
        byte[] dataKey = cipher.random(KEY_BYTES);
        byte[] wrapped = cipher.seal(wrapping, dataKey, aad);
        byte[] sealed = cipher.seal(key(dataKey), plain, aad);
        byte[] both = Arrays.copyOf(wrapped, WRAPPED_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, WRAPPED_BYTES, sealed.length);
        return both;
    }

    byte[] open(byte[] both, byte[] aad) throws GeneralSecurityException {
        byte[] dataKey = cipher.open(wrapping, Arrays.copyOf(both, WRAPPED_BYTES), aad);
        return cipher.open(key(dataKey), Arrays.copyOfRange(both, WRAPPED_BYTES, both.length), aad);
    }

    private static Key key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }
}
