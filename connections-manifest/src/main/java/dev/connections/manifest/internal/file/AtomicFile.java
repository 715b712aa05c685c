package dev.connections.manifest.internal.file;

import dev.connections.manifest.ManifestException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** Replaces a file as a whole: a reader sees the old content or the new one, and a failure leaves the old one. */
public final class AtomicFile {
    private final Path path;
    private final Path target;
    private final byte[] content;
    private final Lineage lineage;

    private AtomicFile(Path path, byte[] content, Lineage lineage) {
        this.path = path;
        this.target = Target.resolve(path);
        this.content = content;
        this.lineage = lineage;
    }

    /**
     * Writes the content to the file that the path means; does nothing if it holds it already.
     *
     * @throws ManifestException {@code changed_since_read} if the lineage comes from this file and does not know what the
     *     file holds now; {@code not_a_file}, {@code symlink_outside}, {@code symlink_dangling}, {@code symlink_loop},
     *     {@code manifest_busy}, {@code write_failed}
     */
    public static void write(Path path, byte[] content, Lineage lineage) {
        AtomicFile file = new AtomicFile(path, content, lineage);
        try {
            file.writeInTurn();
        } catch (OverlappingFileLockException elsewhere) {
            throw new ManifestException(
                    "manifest_busy", path + " is being written by another part of this process; try again", elsewhere);
        } catch (IOException failure) {
            throw new ManifestException(
                    "write_failed",
                    path + " cannot be written (" + failure.getMessage()
                            + "); the file is as it was. Check the rights on it"
                            + " and on its directory, and the space left",
                    failure);
        }
    }

    private void writeInTurn() throws IOException {
        Turn turn = Turn.of(target);
        try {
            write();
        } finally {
            turn.end();
        }
    }

    private void write() throws IOException {
        boolean present = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (present && !Files.isWritable(target)) {
            throw new AccessDeniedException(path.toString(), null, "it is read-only");
        }
        byte[] current = present ? Files.readAllBytes(target) : new byte[0];
        if (!present || !Arrays.equals(current, content)) {
            refuseIfChanged(present, current);
            Replacement.write(target, content);
        }
        lineage.wrote(content);
    }

    private void refuseIfChanged(boolean present, byte[] current) {
        boolean mine = lineage.origin().map(target::equals).orElse(false);
        if (mine && !(present && lineage.accepts(current))) {
            throw new ManifestException(
                    "changed_since_read",
                    path + (present ? " changed" : " was deleted") + " since it was read, by another program or another"
                            + " branch; read it again and repeat the change",
                    null);
        }
    }
}
