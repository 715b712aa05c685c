package dev.connections.crash;

import dev.connections.crash.Call.Grant;
import dev.connections.testing.internal.SecretForms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes every secret of a run, all of which begin alike, and knows the access tokens by their fingerprints. Thread-safe. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK_BYTES = 12;
    private static final int SECRET_BYTES = 16;
    private static final int FINGERPRINT_BYTES = 10;

    private final String mark = "canary" + random(MARK_BYTES);
    private final Map<String, Ticket> issued = new ConcurrentHashMap<>();
    private volatile Duration lifetime;

    Tokens(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /**
     * An access token that was issued.
     *
     * @param grant of which grant
     * @param generation which refresh token came with it
     * @param expiresAt until when it is good, by {@link Wall}
     */
    record Ticket(Grant grant, int generation, long expiresAt) {}

    /** Lets the tokens from now on live this long. */
    void live(Duration next) {
        lifetime = next;
    }

    Duration lifetime() {
        return lifetime;
    }

    String fresh(String kind) {
        return mark + "-" + kind + "-" + random(SECRET_BYTES);
    }

    /** Makes an access token. */
    String issue(Grant grant, int generation) {
        String accessToken = fresh("access");
        long expiresAt = Wall.micros() + lifetime.toNanos() / 1_000;
        issued.put(fingerprint(accessToken), new Ticket(grant, generation, expiresAt));
        return accessToken;
    }

    Optional<Ticket> find(String fingerprint) {
        return Optional.ofNullable(issued.get(fingerprint));
    }

    /** Returns every text that shows that a secret of the run was written down. */
    List<String> traces() {
        return SecretForms.of(mark);
    }

    /** Returns what may be printed of a token. */
    static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
