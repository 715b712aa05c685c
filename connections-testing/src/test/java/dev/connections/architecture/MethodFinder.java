package dev.connections.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;

/** Measures every method of one file, those of nested and anonymous classes included. */
final class MethodFinder extends TreePathScanner<Void, Void> {
    private final String file;
    private final List<String> lines;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<SourceMethod> found = new ArrayList<>();

    private MethodFinder(String file, List<String> lines, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.lines = lines;
        this.unit = unit;
        this.positions = positions;
    }

    static List<SourceMethod> methods(
            String file, List<String> lines, CompilationUnitTree unit, SourcePositions positions) {
        MethodFinder finder = new MethodFinder(file, lines, unit, positions);
        finder.scan(unit, null);
        return List.copyOf(finder.found);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        int first = firstLine(method);
        found.add(new SourceMethod(
                file + ":" + first, method.getName().toString(), length(method, first), chosenParameters(method)));
        return super.visitMethod(method, null);
    }

    private int firstLine(MethodTree method) {
        if (method.getReturnType() != null) {
            return line(positions.getStartPosition(unit, method.getReturnType()));
        }
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        return annotations.isEmpty()
                ? line(positions.getStartPosition(unit, method))
                : line(positions.getEndPosition(unit, annotations.get(annotations.size() - 1))) + 1;
    }

    private int length(MethodTree method, int first) {
        if (method.getBody() == null) {
            return 0;
        }
        int last = line(positions.getEndPosition(unit, method.getBody()));
        return (int) lines.subList(first - 1, last).stream()
                .filter(line -> !line.isBlank())
                .count();
    }

    private int chosenParameters(MethodTree method) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean given = method.getReturnType() == null
                && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                && (type.getKind() == Tree.Kind.RECORD
                        || type.getSimpleName().toString().endsWith("Exception"));
        return overrides || given ? 0 : method.getParameters().size();
    }

    private int line(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
