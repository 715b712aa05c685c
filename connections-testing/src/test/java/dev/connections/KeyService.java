package dev.connections;

import dev.connections.spi.KeyProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** A key management service: it counts what is asked of it, and can fail, or let something happen while it is slow. */
public final class KeyService implements KeyProvider {
    /** How often a key was used. */
    public final AtomicInteger calls = new AtomicInteger();

    private final KeyProvider keys;
    private volatile boolean failing;
    private volatile Runnable meanwhile = () -> {};

    /** Uses these keys. */
    public KeyService(KeyProvider keys) {
        this.keys = keys;
    }

    /** Says whether it fails from now on. */
    public void failing(boolean next) {
        failing = next;
    }

    /** Lets something happen during each use of a key. */
    public void slowly(Runnable next) {
        meanwhile = next;
    }

    private KeyProvider used() {
        calls.incrementAndGet();
        meanwhile.run();
        if (failing) {
            throw new IllegalStateException("connection refused");
        }
        return keys;
    }

    @Override
    public String current(String tenant) {
        return keys.current(tenant);
    }

    @Override
    public byte[] wrap(String keyId, byte[] dataKey, byte[] aad) {
        return used().wrap(keyId, dataKey, aad);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped, byte[] aad) {
        return used().unwrap(keyId, wrapped, aad);
    }
}
