package dev.connections.examples.benchmarks.coldstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of one program, out of the class path of this JVM. */
final class ProgramPath {
    private ProgramPath() {}

    static String of(Predicate<String> needed) {
        Stream<String> libraries = all().stream().filter(needed);
        return Stream.concat(Stream.of(programs()), libraries).collect(Collectors.joining(File.pathSeparator));
    }

    /** The programs' own classes: in a jar of their own where these come from a jar, for that one names all others. */
    private static String programs() {
        String here = Path.of(URI.create(ProgramPath.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        return here.endsWith(".jar") ? here.replaceFirst("\\.jar$", "-starts.jar") : here;
    }

    private static List<String> all() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .flatMap(entry -> Stream.concat(Stream.of(entry), named(entry)))
                .map(entry -> entry.replace(File.separatorChar, '/'))
                .distinct()
                .toList();
    }

    /** What the manifest of a jar adds to the class path. */
    private static Stream<String> named(String entry) {
        if (!entry.endsWith(".jar")) {
            return Stream.empty();
        }
        try (var jar = new JarFile(entry)) {
            var manifest = jar.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            URI base = Path.of(entry).toUri();
            return more == null
                    ? Stream.empty()
                    : Stream.of(more.split(" "))
                            .map(each -> Path.of(base.resolve(each)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
