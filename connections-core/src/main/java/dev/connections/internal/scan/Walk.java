package dev.connections.internal.scan;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.definition.Texts;
import dev.connections.spi.SourceReferences.Skipped;
import dev.connections.spi.SourceReferences.Skipped.Reason;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the files below a root without following links, one folder after the other. Confined to one call. */
final class Walk {
    private static final int MOST_PATHS = 100_000;
    private static final int DEEPEST = 100;

    private final Path root;
    private final List<Glob> ignored;
    private final Consumer<Skipped> report;
    private final ArrayDeque<Path> folders = new ArrayDeque<>();
    private final List<Path> files = new ArrayList<>();
    private int paths;

    private Walk(Path root, List<Glob> ignored, Consumer<Skipped> report) {
        this.root = root;
        this.ignored = ignored;
        this.report = report;
    }

    /** The folder a root names, where links may lead to it. */
    static Path root(Path root) {
        try {
            Path real = root.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
            throw unusable(root, null);
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    private static ConnectionConfigurationException unusable(Path root, @Nullable IOException e) {
        return new ConnectionConfigurationException(
                "scan_root_unusable",
                "\"" + Texts.clean(root.toString())
                        + "\" is not a folder that can be read; give the folder that holds the application's files",
                e);
    }

    /** The regular files below a root, in order of their paths. */
    static List<Path> files(Path root, List<Glob> ignored, Consumer<Skipped> report) {
        var walk = new Walk(root, ignored, report);
        walk.folders.push(root);
        while (!walk.folders.isEmpty()) {
            walk.folder(walk.folders.pop());
        }
        walk.files.sort(Comparator.comparing(file -> relative(root, file)));
        return walk.files;
    }

    /** A path below a root, with slashes. */
    static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private void folder(Path folder) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (!ignored(child)) {
                    path(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            if (folder.equals(root)) {
                throw unusable(root, e instanceof IOException io ? io : null);
            }
            skip(folder, Reason.UNREADABLE);
        }
    }

    private boolean ignored(Path child) {
        Path relative = root.relativize(child);
        return ignored.stream().anyMatch(glob -> glob.matches(relative));
    }

    private void path(Path path) {
        count(path);
        try {
            sort(path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            skip(path, Reason.UNREADABLE);
        }
    }

    private void sort(Path path, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            skip(path, Reason.LINK);
        } else if (attributes.isDirectory()) {
            folders.push(path);
        } else if (attributes.isRegularFile()) {
            files.add(path);
        }
    }

    private void count(Path path) {
        boolean deep = root.relativize(path).getNameCount() > DEEPEST;
        if (deep || ++paths > MOST_PATHS) {
            throw new ConnectionConfigurationException(
                    "scan_too_large",
                    "the folder \"" + Texts.clean(root.toString()) + "\" is larger than can be scanned: "
                            + (deep ? "deeper than " + DEEPEST + " folders" : "more than " + MOST_PATHS + " files")
                            + "; give a folder inside it, or leave out generated ones with withIgnored(\"…\")",
                    null);
        }
    }

    private void skip(Path path, Reason reason) {
        report.accept(new Skipped(relative(root, path), reason));
    }
}
