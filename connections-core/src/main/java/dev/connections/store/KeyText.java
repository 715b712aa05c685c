package dev.connections.store;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.internal.seal.WrappingKey;
import java.util.Base64;
import java.util.BitSet;

/** Reads a key from its text and refuses what nobody would get from a random generator. */
final class KeyText {
    /** Of 32 random bytes about 30 are distinct; fewer than 16 would not happen in the age of the universe. */
    private static final int FEWEST_DISTINCT = 16;

    private static final String FIX = "; make one with \"openssl rand -base64 32\"";

    private KeyText() {}

    static byte[] read(String id, Secret text) {
        byte[] key = decode(id, text.reveal());
        if (key.length != WrappingKey.BYTES) {
            throw refused("key_malformed", id, "has " + key.length + " bytes, not " + WrappingKey.BYTES);
        }
        String weakness = weakness(key);
        if (!weakness.isEmpty()) {
            throw refused("key_weak", id, weakness);
        }
        return key;
    }

    private static byte[] decode(String id, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        if (end < text.length() && text.length() % 4 != 0) {
            throw refused("key_malformed", id, "is not base64: its padding is wrong");
        }
        try {
            return Base64.getDecoder()
                    .decode(text.substring(0, end).replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) { // its text names a character of the key, so it is no cause
            throw refused("key_malformed", id, "is not base64");
        }
    }

    private static String weakness(byte[] key) {
        int distinct = distinct(key);
        if (distinct == 1 && key[0] == 0) {
            return "is all zeros";
        }
        if (isText(key)) {
            return "is text: a password or phrase, not 32 random bytes";
        }
        return distinct < FEWEST_DISTINCT ? "repeats itself: it has only " + distinct + " different bytes" : "";
    }

    private static int distinct(byte[] key) {
        var seen = new BitSet(256);
        for (byte each : key) {
            seen.set(each & 0xff);
        }
        return seen.cardinality();
    }

    private static boolean isText(byte[] key) {
        for (byte each : key) {
            if (each < ' ') {
                return false;
            }
        }
        return true;
    }

    private static ConnectionConfigurationException refused(String code, String id, String problem) {
        return new ConnectionConfigurationException(code, "the key \"" + id + "\" " + problem + FIX, null);
    }
}
