package dev.connections.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** The file system. */
final class RealDisk implements Disk {
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    @Override
    public byte[] read(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) { // opening a pipe would block for ever
            throw new LinkInside(file);
        }
        return Patience.uninterrupted(() -> {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return in.readNBytes(LARGEST);
            }
        });
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        var unused = Patience.uninterrupted(() -> {
            fill(file, FileChannel.open(file, NEW, Owner.file(file)), content);
            return file;
        });
    }

    private static void fill(Path file, FileChannel fresh, byte[] content) throws IOException {
        boolean done = false;
        try (fresh) {
            write(fresh, 0, content);
            fresh.force(true);
            done = true;
        } finally {
            if (!done) {
                deleteQuietly(file);
            }
        }
    }

    /** What the caller is told is why the file could not be filled, not that it could not be cleared away either. */
    private static void deleteQuietly(Path file) {
        try {
            boolean unused = Files.deleteIfExists(file);
        } catch (IOException left) {
            return; // cleared away an hour later
        }
    }

    @Override
    public void overwrite(Path file, long position, byte[] bytes) throws IOException {
        var unused = Patience.uninterrupted(() -> {
            try (FileChannel channel = open(file, StandardOpenOption.WRITE)) {
                write(channel, position, bytes);
                return file;
            }
        });
    }

    @Override
    public void overwriteForGood(Path file, long position, byte[] bytes) throws IOException {
        var unused = Patience.uninterrupted(() -> {
            try (FileChannel channel = open(file, StandardOpenOption.WRITE)) {
                write(channel, position, bytes);
                channel.force(false); // the length has not changed
                return file;
            }
        });
    }

    private static void write(FileChannel channel, long position, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            int unused = channel.write(rest, position + rest.position());
        }
    }

    private static FileChannel open(Path file, OpenOption how) throws IOException {
        return FileChannel.open(file, how, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void replace(Path file, Path other) throws IOException {
        var unused = Files.move(file, other, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public void forceNames(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // directories cannot be opened there; names are kept by the file system's journal
        }
        var unused = Patience.uninterrupted(() -> {
            try (FileChannel channel = open(directory, StandardOpenOption.READ)) {
                channel.force(true);
                return directory;
            }
        });
    }
}
