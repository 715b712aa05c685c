package dev.connections.internal.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and directories for their owner alone. Where the file system knows no POSIX permissions, they have those that
 * their directory passes on.
 */
public final class Owner {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private Owner() {}

    /**
     * Returns the attributes of a file to be created.
     *
     * @param file the file, which need not exist
     * @return what to create it with
     */
    public static FileAttribute<?>[] file(Path file) {
        return attributes(file, FILE);
    }

    /**
     * Creates a directory, and those above it, if it is missing; others cannot look into what is created.
     *
     * @param directory the directory
     * @throws IOException if that fails
     */
    public static void createDirectories(Path directory) throws IOException {
        var unused = Files.createDirectories(directory, attributes(directory, DIRECTORY));
    }

    /** Creates a directory if it is missing, and closes one that is there to others; one that is a link is refused. */
    static void directory(Path directory) throws IOException {
        try {
            var unused = Files.createDirectory(directory, attributes(directory, DIRECTORY));
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw new LinkInside(directory);
            }
            close(directory);
        }
    }

    private static void close(Path directory) throws IOException {
        if (isOpenTo(directory, OTHERS)) {
            var unused = Files.setPosixFilePermissions(directory, DIRECTORY);
        }
    }

    /**
     * Says whether anybody but the owner may read a file or do anything else with it.
     *
     * @param file the file; links are followed
     * @return whether somebody may
     * @throws IOException if the file cannot be looked at
     */
    public static boolean isOpenToOthers(Path file) throws IOException {
        return isOpenTo(file, OTHERS);
    }

    /** Says whether anybody but the owner may put files into a directory or rename those in it. */
    static boolean othersMayWrite(Path directory) throws IOException {
        return isOpenTo(directory, OTHERS_WRITE);
    }

    private static boolean isOpenTo(Path path, Set<PosixFilePermission> refused) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().stream().anyMatch(refused::contains);
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
