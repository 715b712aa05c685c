package dev.connections.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A published module: its folder, its packages, and the other rooms it may know. */
enum Room {
    CORE("core", List.of("", ".spi", ".http", ".store"), ".internal"),
    OAUTH("oauth", List.of(".oauth", ".catalog"), ".oauth.internal", ".catalog.internal"),
    MANIFEST("manifest", List.of(".manifest"), ".manifest.internal"),
    TESTING("testing", List.of(".testing"), ".testing.internal");

    /** The package everything of ours lies in. */
    static final String ROOT = "dev.connections";

    private final String name;
    private final List<String> exported;
    private final List<String> internal;

    Room(String name, List<String> exported, String... internal) {
        this.name = name;
        this.exported = exported;
        this.internal = List.of(internal);
    }

    String folder() {
        return "connections-" + name;
    }

    String moduleName() {
        return ROOT + "." + name;
    }

    Path directory() {
        return reactor().resolve(folder());
    }

    List<Room> mayKnow() {
        return switch (this) {
            case CORE -> List.of();
            case OAUTH, MANIFEST -> List.of(CORE);
            case TESTING -> List.of(CORE, OAUTH);
        };
    }

    List<Room> mustNotKnow() {
        return Stream.of(values())
                .filter(other -> other != this && !mayKnow().contains(other))
                .toList();
    }

    /** Names of the exported packages of this room in the house whose root package is {@code root}. */
    List<String> exportedPackages(String root) {
        return exported.stream().map(root::concat).toList();
    }

    /** Patterns, in ArchUnit's notation, of the packages nobody outside this room may use. */
    String[] internalPackages(String root) {
        return internal.stream().map(each -> root + each + "..").toArray(String[]::new);
    }

    /** Patterns of all packages of this room. */
    String[] packages(String root) {
        return Stream.concat(exportedPackages(root).stream(), Arrays.stream(internalPackages(root)))
                .toArray(String[]::new);
    }

    /** Whether the room has been furnished: only an empty module may have no classes, descriptor or api.txt. */
    boolean hasSources() {
        return Files.isDirectory(directory().resolve("src/main/java"));
    }

    /** The folder of the whole project, wherever below it the tests were started. */
    static Path reactor() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(CORE.folder()))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds " + CORE.folder());
    }
}
