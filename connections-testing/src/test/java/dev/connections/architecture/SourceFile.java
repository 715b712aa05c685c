package dev.connections.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One Java source file, named relative to the project, and the methods javac's parser finds in it. */
record SourceFile(String name, List<String> lines, List<SourceMethod> methods) {
    /** Written by a generator and read by nobody, so it may be as long as its data. */
    private static final String GENERATED =
            "connections-oauth/src/main/java/dev/connections/catalog/DefaultServices.java";

    boolean isMain() {
        return name.contains("src/main/java/");
    }

    /** Whether the file holds a type, not only the javadoc of a package or the exports of a module. */
    boolean holdsTypes() {
        return !name.endsWith("package-info.java") && !name.endsWith("module-info.java");
    }

    /** Every source of the reactor except the generated one. */
    static List<SourceFile> ofReactor() throws IOException {
        Path root = Room.reactor();
        List<Path> files = new ArrayList<>();
        for (Path module : modules(root)) {
            files.addAll(javaFiles(module.resolve("src/main/java")));
            files.addAll(javaFiles(module.resolve("src/test/java")));
        }
        files.removeIf(file -> file.equals(root.resolve(GENERATED)));
        return parse(root, files);
    }

    /** Parses {@code files}, which lie below {@code root}; nothing is resolved, so no class path is needed. */
    static List<SourceFile> parse(Path root, List<Path> files) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    javac.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(read(root, unit, trees));
            }
            return sources;
        }
    }

    private static SourceFile read(Path root, CompilationUnitTree unit, Trees trees) throws IOException {
        Path file = Path.of(unit.getSourceFile().toUri());
        String name = root.relativize(file).toString().replace('\\', '/');
        List<String> lines = Files.readAllLines(file);
        return new SourceFile(name, lines, MethodFinder.methods(name, lines, unit, trees.getSourcePositions()));
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> top = Files.list(root);
                Stream<Path> examples = Files.list(root.resolve("examples"))) {
            return Stream.concat(top, examples).sorted().toList();
        }
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
