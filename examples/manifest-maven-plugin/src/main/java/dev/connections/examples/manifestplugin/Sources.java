package dev.connections.examples.manifestplugin;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of an extension. */
final class Sources {
    private static final Set<String> IGNORED = Set.of("node_modules", ".git", "target", "dist");

    private Sources() {}

    /** The folder that a manifest is compared with unless another is named: its own, if that holds an {@code app}. */
    static Optional<Path> beside(Path manifest) {
        Path folder = manifest.toAbsolutePath().getParent();
        return Optional.ofNullable(folder).filter(found -> Files.isDirectory(found.resolve("app")));
    }

    /** A text that differs when a file came, went or was written. */
    static String state(Path folder) throws IOException {
        SortedMap<Path, String> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean ignored = !directory.equals(folder)
                        && IGNORED.contains(directory.getFileName().toString());
                return ignored ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(file, attributes.size() + " " + attributes.lastModifiedTime());
                return FileVisitResult.CONTINUE;
            }
        });
        return files.toString();
    }
}
