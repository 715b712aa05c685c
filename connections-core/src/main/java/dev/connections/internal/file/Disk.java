package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a store does to files. No symbolic link is followed at the end of a path. An interrupt of the thread ends none of
 * it; it is told again afterwards. Thread-safe.
 */
interface Disk {
    /** The longest file that is read; what a store writes is never near it. */
    int LARGEST = 64 << 20;

    /** Reads a regular file whole; of a longer one than {@link #LARGEST}, its beginning. */
    byte[] read(Path file) throws IOException;

    /** Creates a file that only its owner may read, and puts its content on the disk. The file is gone if that fails. */
    void create(Path file, byte[] content) throws IOException;

    /** Changes bytes inside a file, for everybody who reads it while the machine runs. */
    void overwrite(Path file, long position, byte[] bytes) throws IOException;

    /** Changes bytes inside a file, also on the disk. */
    void overwriteForGood(Path file, long position, byte[] bytes) throws IOException;

    /** Gives a file the name of another one, which is gone then. */
    void replace(Path file, Path other) throws IOException;

    /** Deletes a file. */
    void delete(Path file) throws IOException;

    /** Puts the names in a directory on the disk. */
    void forceNames(Path directory) throws IOException;
}
