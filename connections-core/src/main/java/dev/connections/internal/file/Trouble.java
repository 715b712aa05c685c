package dev.connections.internal.file;

import dev.connections.ConnectionStoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what is wrong with a store's files, and what to do about it. */
final class Trouble {
    /** Less than this, and a file system is full for all that one can tell. */
    private static final long HARDLY_ANY_SPACE = 16 << 10;

    private final Path root;

    Trouble(Path root) {
        this.root = root;
    }

    /** What an operation is told that could not look at the store's files. */
    ConnectionStoreException reading(IOException failure) {
        return known(failure, "store_unavailable");
    }

    /** What an operation is told that could not change them. */
    ConnectionStoreException writing(IOException failure) {
        if (failure instanceof LockBusy || failure instanceof LinkInside || failure instanceof NoSuchFileException) {
            return reading(failure);
        }
        if (failure instanceof AccessDeniedException || isReadOnly(failure)) {
            return failed(
                    "store_read_only",
                    failure,
                    "this process may not write there: give it the rights, or make the file system writable");
        }
        if (isFull(failure)) {
            return failed("store_full", failure, "the disk or quota is full: make room, then try again");
        }
        return known(failure, "store_failed");
    }

    private ConnectionStoreException known(IOException failure, String otherwise) {
        if (failure instanceof LockBusy) {
            return failed(
                    "store_unavailable",
                    failure,
                    "another process keeps that lock and does not go on: look whether a process that uses the directory"
                            + " is stopped, or its disk hangs, then try again");
        }
        if (failure instanceof LinkInside) {
            return failed(
                    "directory_symlink",
                    failure,
                    "it is no directory of its own, and the store follows no links inside its directory: put the"
                            + " directory itself there");
        }
        if (failure instanceof NoSuchFileException || isOutOfFiles(failure)) {
            return failed(
                    "store_unavailable",
                    failure,
                    "look whether the directory is still there and mounted, and how many files the process may open");
        }
        return failed(otherwise, failure, "look at the disk and at the rights on the directory, then try again");
    }

    private ConnectionStoreException failed(String code, IOException failure, String fix) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new ConnectionStoreException(
                code, "the file store in " + root + " failed (" + reason + "); " + fix, failure);
    }

    /** What is told of a file that is not what it should be; it stays as it is. */
    ConnectionStoreException unreadable(Path file, Unreadable problem) {
        String what = "the file " + root.relativize(file) + " of the store in " + root + " " + problem.getMessage();
        return problem.newer()
                ? new ConnectionStoreException(
                        "newer_format", what + "; it was left as it is: run that release here too", problem)
                : new ConnectionStoreException(
                        "record_corrupt",
                        what + "; it was left as it is: restore it from a backup, or delete it and set the connection"
                                + " up again",
                        problem);
    }

    /** The text of a full disk depends on the system and its language; the space left does not. */
    private boolean isFull(IOException failure) {
        return says(failure, "no space left", "quota exceeded", "not enough space") || spaceLeft() < HARDLY_ANY_SPACE;
    }

    private long spaceLeft() {
        try {
            return store().getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private boolean isReadOnly(IOException failure) {
        try {
            return says(failure, "read-only file system", "operation not permitted") || store().isReadOnly();
        } catch (IOException | ReadOnlyFileSystemException unknown) {
            return false;
        }
    }

    private FileStore store() throws IOException {
        return Files.getFileStore(root);
    }

    private static boolean isOutOfFiles(IOException failure) {
        return says(failure, "too many open files", "stale file handle", "no locks available");
    }

    private static boolean says(IOException failure, String... texts) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(texts).anyMatch(message::contains);
    }
}
