package dev.connections;

import dev.connections.store.KeyRing;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys of three years, and the rings that hold them. */
public final class Rings {
    private final Secret[] keys = {random(), random(), random()};

    /** Makes keys that no other test has. */
    public Rings() {}

    /** Before the change: the first key alone. */
    public KeyRing before() {
        return only(1);
    }

    /** During the change: the second key seals, the first one still opens. */
    public KeyRing during() {
        return only(2).withRetired("k1", keys[0]);
    }

    /** After the change: the second key alone. */
    public KeyRing after() {
        return only(2);
    }

    /** The text of a key. */
    public Secret key(int number) {
        return keys[number - 1];
    }

    /** One key under its own id. */
    public KeyRing only(int number) {
        return KeyRing.primary("k" + number, keys[number - 1]);
    }

    /** A key that nobody else has. */
    public static Secret random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Secret.of(Base64.getEncoder().encodeToString(key));
    }
}
