package dev.connections.internal.file;

import dev.connections.spi.ConnectionStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which file is where below the store's directory. No path says what a record is called: names are hashes of lengths and
 * texts. Thread-safe.
 */
final class Places {
    static final String RECORD = ".rec";
    static final String TEMPORARY = ".tmp";

    private static final Pattern RECORD_NAME = Pattern.compile("[0-9a-f]{64}\\.rec");
    private static final Pattern TENANT_NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    /** The directories of tenants by their ids; there are as many as tenants. */
    private final ConcurrentHashMap<String, Path> tenants = new ConcurrentHashMap<>();

    Places(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path records() {
        return root.resolve("records");
    }

    Path locks() {
        return root.resolve("locks");
    }

    Path living() {
        return root.resolve("living");
    }

    Path open() {
        return root.resolve("open");
    }

    Path layout() {
        return root.resolve("layout");
    }

    Path tenant(String tenant) {
        return tenants.computeIfAbsent(tenant, id -> records().resolve(hash(id)));
    }

    Path kind(String tenant, ConnectionStore.Key.Kind kind) {
        return kind(tenant(tenant), kind);
    }

    static Path kind(Path tenant, ConnectionStore.Key.Kind kind) {
        return tenant.resolve(kind.name().toLowerCase(Locale.ROOT));
    }

    Path record(ConnectionStore.Key key) {
        return kind(key.tenant(), key.kind())
                .resolve(hash(key.tenant(), key.kind().name(), key.id()) + RECORD);
    }

    /** A name beside a file that nothing else has. */
    static Path temporary(Path file) {
        return file.resolveSibling(UUID.randomUUID() + TEMPORARY);
    }

    static boolean isRecord(String name) {
        return RECORD_NAME.matcher(name).matches();
    }

    static boolean isTenant(String name) {
        return TENANT_NAME.matcher(name).matches();
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                digest.update(new Encoder().bytes(text).written());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
