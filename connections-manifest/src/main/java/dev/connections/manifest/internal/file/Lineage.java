package dev.connections.manifest.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file held when a manifest, or one that it was made from, was read from it or written to it.
 *
 * <p>Each changed manifest has a lineage of its own below that of the manifest it was made from, so that of two manifests
 * made from one, the second to be written sees that the file changed. Thread-safe.
 */
public final class Lineage {
    private final @Nullable Path origin;
    private final @Nullable Lineage parent;
    private volatile byte @Nullable [] digest;

    private Lineage(@Nullable Path origin, @Nullable Lineage parent) {
        this.origin = origin;
        this.parent = parent;
    }

    /** The lineage of text that comes from no file. */
    public static Lineage none() {
        return new Lineage(null, null);
    }

    /** The lineage of what was read from this file. */
    public static Lineage read(Path file, byte[] content) {
        Lineage lineage = new Lineage(realPath(file), null);
        lineage.digest = digestOf(content);
        return lineage;
    }

    private static Path realPath(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file.toAbsolutePath(); // deleted since it was read; whoever writes will see that
        }
    }

    /** The lineage of a manifest that was made from this one. */
    public Lineage child() {
        return new Lineage(origin, this);
    }

    /** The file; empty if there is none. */
    Optional<Path> origin() {
        return Optional.ofNullable(origin);
    }

    /** Tells whether the file may hold this without anybody else having changed it. */
    boolean accepts(byte[] content) {
        byte[] current = digestOf(content);
        for (Lineage each = this; each != null; each = each.parent) {
            byte[] known = each.digest;
            if (known != null && MessageDigest.isEqual(known, current)) {
                return true;
            }
        }
        return false;
    }

    void wrote(byte[] content) {
        digest = digestOf(content);
    }

    private static byte[] digestOf(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
