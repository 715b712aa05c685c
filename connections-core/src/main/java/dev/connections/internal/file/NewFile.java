package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a file that appears whole, on the disk and for its owner alone, and never in the place of another. */
public final class NewFile {
    private static final Disk DISK = new RealDisk();

    private NewFile() {}

    /**
     * Makes a file, and the directories above it.
     *
     * @param file its name
     * @param content what it holds
     * @return whether it was made; false if there is one already, which stays and is on the disk now
     * @throws IOException if neither is the case
     */
    public static boolean create(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().resolveSibling("");
        Owner.createDirectories(directory);
        Path temporary = Places.temporary(file.toAbsolutePath());
        try {
            DISK.create(temporary, content);
            var unused = Files.createLink(file, temporary); // a move would replace what another process made
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (UnsupportedOperationException noLinks) {
            throw new IOException("its file system cannot make a file in one step", noLinks);
        } finally {
            boolean unused = Files.deleteIfExists(temporary);
            DISK.forceNames(directory);
        }
    }
}
