package dev.connections.manifest.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes content beside a file, makes sure it is on the disk, and gives it the file's name and rights. */
final class Replacement {
    private Replacement() {}

    static void write(Path target, byte[] content) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Optional<PosixFileAttributes> rights = rights(target);
            fill(beside, content, rights.isPresent());
            if (rights.isPresent()) {
                keep(rights.get(), beside);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        flushDirectory(target.resolveSibling(""));
    }

    private static Optional<PosixFileAttributes> rights(Path target) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        boolean known = view != null && Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        return known ? Optional.of(view.readAttributes()) : Optional.empty();
    }

    /** Until the file's own rights are set, only the owner may read. */
    private static void fill(Path beside, byte[] content, boolean guarded) throws IOException {
        FileAttribute<?>[] attributes = guarded
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, fresh, attributes)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void keep(PosixFileAttributes rights, Path beside) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        PosixFileAttributes fresh = view.readAttributes();
        if (!fresh.owner().equals(rights.owner())) {
            view.setOwner(rights.owner());
        }
        if (!fresh.group().equals(rights.group())) {
            view.setGroup(rights.group());
        }
        view.setPermissions(rights.permissions());
    }

    /** Puts the new name on the disk; systems that do not open directories do that by themselves. */
    private static void flushDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            return; // the file itself is complete under its name
        }
    }
}
