package dev.connections.manifest.internal.file;

import dev.connections.manifest.ManifestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Reads bytes up to a limit, and only from what is a file. */
public final class BoundedReader {
    /** A stream's promise is believed so far; there is no manifest as large. */
    private static final int MOST_PROMISED = 1 << 26;

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 16L;

    private BoundedReader() {}

    /**
     * Reads a regular file; follows symbolic links.
     *
     * @throws ManifestException {@code not_found}, {@code not_a_file} (a pipe or device would block, or never end),
     *     {@code too_large}, {@code read_failed}
     */
    public static byte[] read(Path path, long maxBytes) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw notAFile(path, attributes.isDirectory());
            }
            try (InputStream in = Files.newInputStream(path)) {
                return read(in, maxBytes, path.toString());
            }
        } catch (NoSuchFileException missing) {
            throw new ManifestException(
                    "not_found",
                    path + " does not exist; check the path, or create the extension's manifest first",
                    missing);
        } catch (IOException failure) {
            throw failed(path.toString(), failure);
        }
    }

    static ManifestException notAFile(Path path, boolean directory) {
        return new ManifestException(
                "not_a_file",
                path + " is " + (directory ? "a directory" : "no regular file")
                        + "; name the plugin-manifest.json itself",
                null);
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @throws ManifestException {@code too_large}, {@code read_failed}
     */
    public static byte[] read(InputStream in, long maxBytes, String label) {
        long limit = Math.min(maxBytes, LONGEST_ARRAY);
        try {
            byte[] content = atMost(in, (int) limit + 1);
            if (content.length > limit) {
                throw new ManifestException(
                        "too_large",
                        label + " is larger than " + limit
                                + " bytes, and a plugin manifest has a few thousand; check that"
                                + " it is one, or raise ReadLimits.maxBytes",
                        null);
            }
            return content;
        } catch (IOException failure) {
            throw failed(label, failure);
        }
    }

    /** Most streams know their length; then their bytes are not moved twice. */
    private static byte[] atMost(InputStream in, int most) throws IOException {
        int guess = Math.min(most, Math.min(MOST_PROMISED, Math.max(0, in.available())));
        byte[] start = new byte[guess];
        int length = in.readNBytes(start, 0, guess);
        if (length < guess) {
            return Arrays.copyOf(start, length);
        }
        byte[] rest = in.readNBytes(most - guess);
        byte[] all = rest.length == 0 ? start : Arrays.copyOf(start, guess + rest.length);
        System.arraycopy(rest, 0, all, guess, rest.length);
        return all;
    }

    private static ManifestException failed(String label, IOException failure) {
        return new ManifestException(
                "read_failed",
                label + " cannot be read (" + failure.getMessage() + "); check that it is there and may be read",
                failure);
    }
}
