package dev.connections.manifest.internal.file;

import dev.connections.manifest.ManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Which file a path means for writing.
 *
 * <p>A symbolic link is written through, so that it stays a link, but only to a file below the link's own directory: a link
 * out of an extension's directory would let an unpacked archive choose what is overwritten.
 */
final class Target {
    private Target() {}

    /** Returns the real path of the file, which need not exist. */
    static Path resolve(Path path) {
        Path absolute = path.toAbsolutePath();
        Path name = absolute.getFileName();
        Path parent = absolute.getParent();
        if (name == null || parent == null) {
            throw BoundedReader.notAFile(path, true);
        }
        try {
            Path directory = parent.toRealPath();
            Path target = Files.isSymbolicLink(absolute) ? follow(absolute, directory) : directory.resolve(name);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target)) {
                throw BoundedReader.notAFile(path, Files.isDirectory(target));
            }
            return target;
        } catch (IOException failure) {
            throw new ManifestException(
                    "write_failed",
                    path + " cannot be written, as its directory is not there or may not be entered ("
                            + failure.getMessage() + "); create it first",
                    failure);
        }
    }

    private static Path follow(Path link, Path directory) {
        Path target = realPath(link);
        if (!target.startsWith(directory)) {
            throw new ManifestException(
                    "symlink_outside",
                    link + " is a symbolic link to " + target
                            + ", outside its own directory; if that is the file you mean,"
                            + " read and write it by that path",
                    null);
        }
        return target;
    }

    private static Path realPath(Path link) {
        try {
            return link.toRealPath();
        } catch (NoSuchFileException dangling) {
            throw new ManifestException(
                    "symlink_dangling",
                    link + " is a symbolic link to a file that does not exist; create that file, or remove the link",
                    dangling);
        } catch (IOException loop) {
            throw new ManifestException(
                    "symlink_loop",
                    link + " is a symbolic link that leads to no file (" + loop.getMessage() + "); remove the link",
                    loop);
        }
    }
}
